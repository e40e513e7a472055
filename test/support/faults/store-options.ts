import type { StoreOptions } from '../../../electron/store/workspace-store.ts';

/** Options for the workspace in `folder`. A new workspace is the same whoever makes it, so that two can be compared. */
export function storeOptions(folder: string, changed: Partial<StoreOptions> = {}): StoreOptions {
  return {
    folder,
    host: 'desktop',
    access: 'write',
    lockWaitMs: 0,
    now: () => new Date().toISOString(),
    newId: () => 'workspace',
    ...changed,
  };
}
