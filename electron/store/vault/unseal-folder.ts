import { join } from 'node:path';
import { writeFileDurably } from '../write-file-durably.ts';
import { SealedFileError } from './sealed-file-error.ts';
import { isWrittenInPieces, logicalName, stateFileName } from './sealed-name.ts';
import { forEachFile, keepTime, keyOf, type SealingOptions, tidy } from './sealing-steps.ts';
import { finish, looksSealed, unsealInSteps, unsealPiecesInSteps } from './unseal.ts';
import { inPhase } from './vault.ts';
import { eraseVault, writeVault } from './vault-file.ts';

/** The plaintext of a sealed file, and whether it is all of it; `null` where it cannot be read. */
function unsealed(
  bytes: Buffer,
  within: string,
  options: SealingOptions,
): { readonly plain: Buffer; readonly isWhole: boolean } | null {
  const name = logicalName(within);
  try {
    if (!isWrittenInPieces(name)) {
      return { plain: finish(unsealInSteps(keyOf(options), bytes, name)), isWhole: true };
    }
  } catch (error) {
    if (error instanceof SealedFileError) return null;
    throw error;
  }
  const { plain, fault, pieces } = finish(unsealPiecesInSteps(keyOf(options), bytes, name));
  return fault !== null && pieces.length === 1 ? null : { plain, isWhole: fault === null };
}

/**
 * Writes every file in a workspace folder as it was before it was sealed, and erases the vault. Where the work is ended at
 * any point, calling it again goes on, and `sealFolder` undoes it. Files that cannot be read are left sealed and named in
 * `left`; the vault stays then, unless `leavesDamaged`. `incomplete` names those of which a damaged part is missing. Rejects with the system's error.
 */
export async function unsealFolder(
  options: SealingOptions & { readonly leavesDamaged?: boolean },
): Promise<{ readonly left: readonly string[]; readonly incomplete: readonly string[] }> {
  const { folder, files, leavesDamaged = false } = options;
  await writeVault(folder, inPhase(options, 'unsealing'), files);
  await tidy(options);
  const left: string[] = [];
  const incomplete: string[] = [];
  await forEachFile(options, async (within) => {
    const path = join(folder, within);
    if (within === stateFileName) return;
    const bytes = await files.readFile(path);
    if (!looksSealed(bytes)) return;
    const found = unsealed(bytes, within, options);
    if (!found) {
      left.push(within);
      return;
    }
    const { modifiedMs } = await files.lookAt(path);
    if (!found.isWhole) incomplete.push(within);
    await writeFileDurably(path, found.plain, { files });
    await keepTime(path, modifiedMs);
  });
  if (left.length > 0 && !leavesDamaged) return { left, incomplete };
  await files.remove(join(folder, stateFileName));
  await eraseVault(folder, files);
  return { left, incomplete };
}
