import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from '../write-file-durably.ts';
import { isForbidden, isSealedAt, listFolder } from './folder-files.ts';
import { SealedFileError } from './sealed-file-error.ts';
import { sealedFiles } from './sealed-files.ts';
import { isWrittenInPieces, logicalName, stateFileName } from './sealed-name.ts';
import { forEachFile, isTemporary, keepTime, keyOf, type SealingOptions, tidy } from './sealing-steps.ts';
import { finish, unsealInSteps, unsealPiecesInSteps } from './unseal.ts';
import { inPhase } from './vault.ts';
import { eraseVault, writeVault } from './vault-file.ts';
import { readState } from './vault-state.ts';

/** What cannot be had back: files of which nothing can be read, and those of which a damaged part is missing. */
export interface UnsealedFolder {
  readonly left: readonly string[];
  readonly incomplete: readonly string[];
}

/** What a file is called that stays sealed for ever. */
const lostSuffix = '.cannot-be-decrypted';

/** The plaintext of a sealed file, and whether it is all of it; `null` where it cannot be read. */
function unsealed(
  bytes: Buffer,
  within: string,
  options: SealingOptions,
): { readonly plain: Buffer; readonly isWhole: boolean } | null {
  const name = logicalName(within.normalize('NFC'));
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

async function isOutOfReach(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK);
    return false;
  } catch (error) {
    return isForbidden(error);
  }
}

/** What would be lost. Nothing is changed. */
async function findLosses(options: SealingOptions): Promise<UnsealedFolder> {
  const { folder, files } = options;
  const left: string[] = [];
  const incomplete: string[] = [];
  for (const within of (await listFolder(folder)).files) {
    const path = join(folder, within);
    if (within === stateFileName || isTemporary(within) || (await isSealedAt(path)) !== true) continue;
    const found = unsealed(await files.readFile(path), within, options);
    if (!found) left.push(within);
    else if (!found.isWhole) incomplete.push(within);
  }
  const state = await readState(folder, sealedFiles(files, { ...keyOf(options), folder, begin: async () => 0 }));
  const known = typeof state === 'string' ? [] : Object.keys(state.files);
  for (const within of known) if (await isOutOfReach(join(folder, within))) left.push(within);
  return { left, incomplete };
}

/**
 * Writes every file in a workspace folder as it was before it was sealed, and erases the vault. Where the work is ended at
 * any point, calling it again goes on, and `sealFolder` undoes it. Where something cannot be had back, nothing is done but
 * to name it, unless `leavesDamaged`: then what cannot be read stays sealed under another name. Rejects with the system's
 * error.
 */
export async function unsealFolder(
  options: SealingOptions & { readonly leavesDamaged?: boolean },
): Promise<UnsealedFolder> {
  const { folder, files, vault, leavesDamaged = false } = options;
  if (vault.phase !== 'sealed') await tidy(options, true);
  const losses = await findLosses(options);
  if (losses.left.length + losses.incomplete.length > 0 && !leavesDamaged) return losses;
  await writeVault(folder, inPhase(options, 'unsealing'), files);
  await tidy(options, false);
  await forEachFile(options, async (within) => {
    const path = join(folder, within);
    if (within === stateFileName || (await isSealedAt(path)) !== true) return;
    const found = unsealed(await files.readFile(path), within, options);
    if (!found) {
      await files.rename(path, `${path}${lostSuffix}`);
      return;
    }
    const { modifiedMs } = await files.lookAt(path);
    await writeFileDurably(path, found.plain, { files });
    await keepTime(path, modifiedMs);
  });
  await files.remove(join(folder, stateFileName));
  await eraseVault(folder, files);
  return losses;
}
