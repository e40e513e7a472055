import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { AttestService } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import type { Notice } from '../../core/session.ts';
import { DeviceFile } from '../store/device-file.ts';
import { type Files, systemFiles } from '../store/files.ts';
import type { LockOwner } from '../store/lock-owner.ts';
import type { Listing, ReadingListeners } from '../store/read-snapshot.ts';
import { describeSystemError, isSystemError } from '../store/system-error.ts';
import type { Vault } from '../store/vault/vault.ts';
import { readVault } from '../store/vault/vault-file.ts';
import { VaultSession } from '../store/vault/vault-session.ts';
import { type WorkspaceLock, WorkspaceLockedError } from '../store/workspace-lock.ts';
import { WorkspaceStore } from '../store/workspace-store.ts';
import { createAttestService, type SealedParts, type WorkspaceService } from './attest-service.ts';
import { Doorway } from './doorway.ts';
import { Glimpse } from './glimpse.ts';
import { handOverCalls, type Picks } from './hand-over/hand-over-calls.ts';
import { knock } from './hand-over/knock.ts';
import { Library } from './library/library.ts';
import type { Collection } from './open-collection.ts';
import type { OpenOptions } from './ports.ts';
import { gatedFiles } from './vault/gated-files.ts';
import { changedByAnother } from './vault/vault-faults.ts';

/** Milliseconds between two attempts of a command to get at a workspace that another process holds. */
const retryEveryMs = 100;

/** With what an encrypted workspace is opened. The key is the caller's, who wipes it when the service is closed. */
export interface WorkspaceKey {
  readonly vault: Vault;
  readonly dataKey: Buffer;
  /** What its user must know about it. */
  readonly notices?: readonly Notice[];
}

/** An opened workspace: here, or where another Attest has it open. */
export type OpenedService =
  | { readonly kind: 'here'; readonly service: WorkspaceService; readonly shut: () => void }
  | { readonly kind: 'visit'; readonly service: AttestService };

/** What the store is opened with. */
interface Ground {
  readonly files: Files;
  readonly session: VaultSession | null;
  readonly shut: () => void;
}

/** The workspace was encrypted or decrypted while it was being opened. */
class VaultChangedError extends Error {}

function layGround({ workspaceFolder }: OpenOptions, key: WorkspaceKey | null): Ground {
  if (!key) return { files: systemFiles, session: null, shut: () => undefined };
  const { files, shut } = gatedFiles(systemFiles);
  const session = new VaultSession({
    folder: workspaceFolder,
    files,
    dataKey: key.dataKey,
    vaultId: key.vault.id,
    vaultRevision: key.vault.revision,
  });
  return { files: session.files, session, shut };
}

/** Whether the folder is encrypted still as `key` says. */
async function isAsExpected(folder: string, key: WorkspaceKey | null): Promise<boolean> {
  const found = await readVault(folder, systemFiles);
  if (!key) return found === 'none';
  return typeof found === 'object' && found.id === key.vault.id && found.phase === 'sealed';
}

async function openStore(
  { workspaceFolder, host, access, onSure }: OpenOptions,
  lockWaitMs: number,
  doorway: Doorway,
  key: WorkspaceKey | null,
  { files, session }: Ground,
  onListed: ReadingListeners['onListed'] | null,
): Promise<Result<WorkspaceStore | WorkspaceLockedError>> {
  try {
    const store = await WorkspaceStore.open({
      folder: workspaceFolder,
      host,
      access,
      lockWaitMs,
      now: () => new Date().toISOString(),
      newId: randomUUID,
      onLock: (lock: WorkspaceLock) => void doorway.noteLock(lock),
      async beforeReading() {
        if (!(await isAsExpected(workspaceFolder, key))) throw new VaultChangedError();
      },
      files,
      ...(onSure && { onSure }),
      ...(onListed && { onListed }),
      ...(session ? { onCleanEnd: () => session.end() } : {}),
    });
    return succeed(store);
  } catch (error) {
    if (error instanceof WorkspaceLockedError) return succeed(error);
    if (error instanceof VaultChangedError) {
      return changedByAnother(workspaceFolder);
    }
    if (!isSystemError(error)) throw error;
    return fail(
      'unreadable',
      say(/*i18n*/ 'The workspace in {workspaceFolder} is there but cannot be read: {why} Nothing has been changed.', {
        workspaceFolder,
        why: describeSystemError(error),
      }),
    );
  }
}

function sealedParts({ workspaceFolder }: OpenOptions, key: WorkspaceKey | null, session: VaultSession | null) {
  if (!key || !session) return null;
  const { vault, dataKey, notices = [] } = key;
  const parts: SealedParts = {
    notices: () => [...notices, ...session.notices],
    statementKey: { dataKey, vaultId: vault.id },
    searchSeal: { dataKey, vaultId: vault.id, folder: workspaceFolder, generation: session.generation },
  };
  return parts;
}

/** What keeps for its user how the reader is set, of the workspace that `files` are of. */
async function openDevice({ workspaceFolder }: OpenOptions, files: Files, mayWrite: boolean): Promise<DeviceFile> {
  return DeviceFile.open({
    folder: workspaceFolder,
    files,
    mayWrite,
    now: new Date().toISOString(),
    newId: randomUUID,
  });
}

/** Gives a glimpse of what is in a listing to whoever is to be shown it, and keeps it for the services that come after it. */
function glimpser(options: OpenOptions, collection: Collection, files: Files) {
  const { onGlimpse, workspaceFolder } = options;
  let glimpse: Glimpse | null = null;
  const give = async (listing: Listing): Promise<void> => {
    const device = await openDevice(options, files, false);
    const place = { folder: workspaceFolder, key: null };
    glimpse = new Glimpse(options, listing, new Library(collection, listing.workspace.statements, place), device);
    onGlimpse?.(glimpse);
    await glimpse.seen;
  };
  return {
    // Whatever is wrong is met again, and told, when the workspace has been read.
    onListed: onGlimpse ? (listing: Listing) => give(listing).catch(() => undefined) : null,
    given: () => glimpse,
  };
}

/** `options` whose dialogs are cancelled by `signal` too: what they were opened for is not written where the workspace is locked meanwhile. */
function withDialogsUntil(signal: AbortSignal, options: OpenOptions): OpenOptions {
  const { saveFile, pickFile } = options;
  const either = (own: AbortSignal): AbortSignal => AbortSignal.any([own, signal]);
  return {
    ...options,
    saveFile: (file, own) => saveFile(file, either(own)),
    ...(pickFile && { pickFile: (upload: string | null, own: AbortSignal) => pickFile(upload, either(own)) }),
  };
}

/** The services of whoever holds a workspace, through their door; `null` where they have none. */
export async function visitHolder(holder: LockOwner | null, picks: Picks): Promise<AttestService | null> {
  const visit = holder && (await knock(holder));
  return visit && handOverCalls(visit, picks);
}

/**
 * Opens the workspace in its folder, with `key` where it is encrypted. For a command that may visit, while another host
 * has it open, the services are that host's own. Fails with one sentence where the workspace cannot be opened at all.
 */
export async function openWorkspaceService(
  options: OpenOptions,
  collection: Collection,
  key: WorkspaceKey | null,
): Promise<Result<OpenedService>> {
  const isCommand = options.host === 'command line';
  const mayVisit = isCommand && options.mayVisit !== false && key === null;
  const deadline = performance.now() + options.lockWaitMs;
  for (;;) {
    const doorway = new Doorway(options);
    const ground = layGround(options, key);
    // A command that finds the workspace open has somebody to ask at once; the others wait for their turn.
    const glimpses = glimpser(options, collection, ground.files);
    // Without the lock somebody else may be changing what has been read.
    const onListed = key || options.access !== 'write' ? null : glimpses.onListed;
    const opened = await openStore(options, isCommand ? 0 : options.lockWaitMs, doorway, key, ground, onListed);
    if (!opened.ok) return opened;
    if (!(opened.value instanceof WorkspaceLockedError)) {
      const store = opened.value;
      const device = await openDevice(options, ground.files, store.readOnlyReason === null);
      const sealed = sealedParts(options, key, ground.session);
      const leaving = new AbortController();
      const here = withDialogsUntil(leaving.signal, options);
      const service = createAttestService(here, collection, store, device, ground.files, sealed, glimpses.given());
      const shut = (): void => {
        leaving.abort();
        ground.shut();
      };
      const withDoor = isCommand ? service : await doorway.open(service, key !== null);
      return succeed({ kind: 'here', service: withDoor, shut });
    }
    const { holder, sentence } = opened.value;
    const visited = mayVisit ? await visitHolder(holder, options) : null;
    if (visited) return succeed({ kind: 'visit', service: visited });
    if (!isCommand || performance.now() >= deadline) return fail('read-only', sentence);
    await wait(retryEveryMs);
  }
}
