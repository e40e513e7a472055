import { sealedFiles } from './sealed-files.ts';
import { keyOf, type SealingOptions } from './sealing-steps.ts';
import { isBegunUnder, lookAtSealed, readState } from './vault-state.ts';

/** The number of the first session after a folder was sealed. */
const firstSession = 2;

/**
 * The version that `vault.json` has to be newer than, where it is an older one than the workspace has seen: somebody has put
 * it back. `null` where it is not. One that says the folder is being sealed or unsealed is believed only where the state
 * of the last session is there to confirm it, or where there has been no session yet: else whoever has an old copy of it
 * could have files in clear taken for the workspace's own, or all be written in clear.
 */
export async function findPutBack(options: SealingOptions): Promise<number | null> {
  const { folder, files, vault } = options;
  const key = keyOf(options);
  const state = await readState(folder, sealedFiles(files, { ...key, folder, begin: async () => 0 }));
  if (typeof state !== 'string') return state.vaultRevision > vault.revision ? state.vaultRevision : null;
  if (vault.phase === 'sealed') return null;
  for (const { generation, within } of (await lookAtSealed(folder)).values()) {
    if (generation >= firstSession && (await isBegunUnder(key, folder, within, files))) return vault.revision;
  }
  return null;
}
