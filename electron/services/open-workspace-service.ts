import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { AttestService } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import type { Notice } from '../../core/session.ts';
import { DeviceFile } from '../store/device-file.ts';
import { type Files, systemFiles } from '../store/files.ts';
import type { LockOwner } from '../store/lock-owner.ts';
import { describeSystemError, isSystemError } from '../store/system-error.ts';
import type { Vault } from '../store/vault/vault.ts';
import { readVault } from '../store/vault/vault-file.ts';
import { VaultSession } from '../store/vault/vault-session.ts';
import { type WorkspaceLock, WorkspaceLockedError } from '../store/workspace-lock.ts';
import { WorkspaceStore } from '../store/workspace-store.ts';
import { createAttestService, type SealedParts, type WorkspaceService } from './attest-service.ts';
import { Doorway } from './doorway.ts';
import { handOverCalls } from './hand-over/hand-over-calls.ts';
import { knock } from './hand-over/knock.ts';
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
  { workspaceFolder, host, access }: OpenOptions,
  lockWaitMs: number,
  doorway: Doorway,
  key: WorkspaceKey | null,
  { files, session }: Ground,
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
    searchSeal: { dataKey, vaultId: vault.id, folder: workspaceFolder, generation: session.generation },
  };
  return parts;
}

/** The services of whoever holds a workspace, through their door; `null` where they have none. */
export async function visitHolder(
  holder: LockOwner | null,
  pickFile: OpenOptions['pickFile'],
): Promise<AttestService | null> {
  const visit = holder && (await knock(holder));
  return visit && handOverCalls(visit, pickFile);
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
    const opened = await openStore(options, isCommand ? 0 : options.lockWaitMs, doorway, key, ground);
    if (!opened.ok) return opened;
    if (!(opened.value instanceof WorkspaceLockedError)) {
      const store = opened.value;
      const device = await DeviceFile.open({
        folder: options.workspaceFolder,
        files: ground.files,
        mayWrite: store.readOnlyReason === null,
        now: new Date().toISOString(),
        newId: randomUUID,
      });
      const sealed = sealedParts(options, key, ground.session);
      const service = createAttestService(options, collection, store, device, sealed);
      const withDoor = isCommand ? service : await doorway.open(service, key !== null);
      return succeed({ kind: 'here', service: withDoor, shut: ground.shut });
    }
    const { holder, sentence } = opened.value;
    const visited = mayVisit ? await visitHolder(holder, options.pickFile) : null;
    if (visited) return succeed({ kind: 'visit', service: visited });
    if (!isCommand || performance.now() >= deadline) return fail('read-only', sentence);
    await wait(retryEveryMs);
  }
}
