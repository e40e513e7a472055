import { randomUUID } from 'node:crypto';
import type { AttestService } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { describeSystemError, isSystemError } from '../store/system-error.ts';
import { WorkspaceLockedError } from '../store/workspace-lock.ts';
import { WorkspaceStore } from '../store/workspace-store.ts';
import { createAttestService } from './attest-service.ts';
import { openCollection } from './open-collection.ts';
import type { OpenOptions } from './ports.ts';

async function openStore({ workspaceFolder, host, access, lockWaitMs }: OpenOptions): Promise<Result<WorkspaceStore>> {
  const now = () => new Date().toISOString();
  try {
    return succeed(
      await WorkspaceStore.open({ folder: workspaceFolder, host, access, lockWaitMs, now, newId: randomUUID }),
    );
  } catch (error) {
    if (error instanceof WorkspaceLockedError) return fail('read-only', error.message);
    if (!isSystemError(error)) throw error;
    const what = `The workspace in ${workspaceFolder} is there but cannot be read`;
    return fail('unreadable', `${what}: ${describeSystemError(error)} Nothing has been changed.`);
  }
}

/**
 * Opens the collection and the workspace, and gives the services that every host carries. Fails with one sentence where
 * the workspace cannot be opened at all, for instance because another process is writing in it.
 */
export async function openAttest(options: OpenOptions): Promise<Result<AttestService>> {
  const collection = await openCollection(options.resources);
  if (!collection.ok) return collection;
  const store = await openStore(options);
  if (!store.ok) return store;
  return succeed(createAttestService(options, collection.value, store.value));
}
