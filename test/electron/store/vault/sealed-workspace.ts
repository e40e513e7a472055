import type { Files } from '../../../../electron/store/files.ts';
import { systemFiles } from '../../../../electron/store/files.ts';
import { VaultSession } from '../../../../electron/store/vault/vault-session.ts';
import { type StoreOptions, WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import { storeOptions } from '../../../support/faults/store-options.ts';

/** The key of every workspace that these tests seal. */
export const testKey = { dataKey: Buffer.alloc(32, 3), vaultId: '5e'.repeat(16) };

/** An opened encrypted workspace. */
export interface OpenedSealed {
  readonly store: WorkspaceStore;
  readonly session: VaultSession;
  /** What the store and the vault have to say. */
  readonly notices: () => string[];
}

/** Opens the encrypted workspace in `folder`, as an application does, on the disk `files`. */
export async function openSealed(
  folder: string,
  changed: Partial<StoreOptions> = {},
  files: Files = systemFiles,
): Promise<OpenedSealed> {
  const session = new VaultSession({ ...testKey, folder, files });
  const store = await WorkspaceStore.open(
    storeOptions(folder, { files: session.files, onCleanEnd: () => session.end(), ...changed }),
  );
  return { store, session, notices: () => [...session.notices, ...store.notices].map(({ message }) => message) };
}

/** The encrypted files of `files`, without a look at how they were left. */
export function sealedLayer(folder: string): (files: Files) => Files {
  return (files) => new VaultSession({ ...testKey, folder, files }).files;
}
