import type { AttestService } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import { systemFiles } from '../store/files.ts';
import { describeSystemError, isSystemError } from '../store/system-error.ts';
import type { Vault } from '../store/vault/vault.ts';
import { readVault } from '../store/vault/vault-file.ts';
import { readHolder } from '../store/workspace-lock.ts';
import { type Collection, openCollection } from './open-collection.ts';
import { openWorkspaceService, visitHolder } from './open-workspace-service.ts';
import type { OpenOptions } from './ports.ts';
import { cannotOpen } from './vault/vault-faults.ts';
import { VaultService } from './vault/vault-service.ts';

/** The vault of the folder; `null` where it is not encrypted. */
async function findVault(workspaceFolder: string): Promise<Result<Vault | null>> {
  try {
    const found = await readVault(workspaceFolder, systemFiles);
    if (found === 'none') return succeed(null);
    return typeof found === 'string' ? cannotOpen(workspaceFolder, found) : succeed(found);
  } catch (error) {
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

/** Whoever has an encrypted workspace open and unlocked: a command goes there and needs no passphrase. */
async function visitUnlocked(options: OpenOptions): Promise<AttestService | null> {
  const { host, mayVisit, workspaceFolder } = options;
  if (host !== 'command line' || mayVisit === false) return null;
  try {
    return await visitHolder(await readHolder(workspaceFolder), options);
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

async function openWith(options: OpenOptions, collection: Collection): Promise<Result<AttestService>> {
  const vault = await findVault(options.workspaceFolder);
  if (!vault.ok) return vault;
  if (vault.value) {
    const visited = await visitUnlocked(options);
    return succeed(visited ?? new VaultService(options, collection, { kind: 'locked' }));
  }
  const opened = await openWorkspaceService(options, collection, null);
  if (!opened.ok) return opened;
  if (opened.value.kind === 'visit') return succeed(opened.value.service);
  return succeed(new VaultService(options, collection, opened.value));
}

/**
 * Opens the collection and the workspace, and gives the services that every host carries; where the workspace is
 * encrypted, these are locked. For a command, while another host has the workspace open, they are that host's own,
 * through its door. Fails with one sentence where the workspace cannot be opened at all, for instance because another
 * process is writing in it.
 */
export async function openAttest(options: OpenOptions): Promise<Result<AttestService>> {
  const collection = await openCollection(options.resources);
  return collection.ok ? openWith(options, collection.value) : collection;
}
