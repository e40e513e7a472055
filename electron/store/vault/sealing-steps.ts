import { utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Files } from '../files.ts';
import { isSystemError } from '../system-error.ts';
import { temporarySuffix } from '../write-file-durably.ts';
import { isSealedAt, listFolder } from './folder-files.ts';
import type { VaultKey } from './frames.ts';
import { overwriteFile } from './overwrite-file.ts';
import { SealedFileError } from './sealed-file-error.ts';
import { logicalName, pathWithin } from './sealed-name.ts';
import { finish, unsealInSteps } from './unseal.ts';
import type { Vault } from './vault.ts';

/** How far the work has come. */
export interface SealingProgress {
  readonly doneFiles: number;
  readonly allFiles: number;
}

/** What to seal or unseal, and with what. `files` are those of the system; the lock must be held all the while. */
export interface SealingOptions {
  readonly folder: string;
  readonly files: Files;
  readonly vault: Vault;
  readonly dataKey: Buffer;
  readonly onProgress?: (progress: SealingProgress) => void;
  /** Ends the work between two files; it can be taken up again, or undone. */
  readonly signal?: AbortSignal;
  /** Writes over a file that is to be forgotten. */
  readonly overwrite?: (path: string) => Promise<void>;
}

/** Marks a file whose sealed copy is to be in its place: to be destroyed as soon as it is. */
const doomedSuffix = '.attest-plain';

/** Where a file is put that is to be destroyed. */
export const doomedPath = (path: string): string => join(dirname(path), `.${basename(path)}${doomedSuffix}`);

/** The path of the file that a doomed one was; `null` for others. */
export function placeOfDoomed(path: string): string | null {
  const name = basename(path);
  const isDoomed = name.startsWith('.') && name.endsWith(doomedSuffix);
  return isDoomed ? join(dirname(path), name.slice(1, -doomedSuffix.length)) : null;
}

/** The key to seal with. */
export const keyOf = ({ vault, dataKey }: SealingOptions): VaultKey => ({ dataKey, vaultId: vault.id });

/** The plaintext of the whole sealed file at `path`; `null` where there is none that is good. */
export async function readBack(path: string, options: SealingOptions): Promise<Buffer | null> {
  const name = logicalName(pathWithin(options.folder, path) ?? '');
  try {
    return finish(unsealInSteps(keyOf(options), await options.files.readFile(path), name));
  } catch (error) {
    if (error instanceof SealedFileError || (isSystemError(error) && error.code === 'ENOENT')) return null;
    throw error;
  }
}

/** Gives a file the time of the one that it stands for, where the disk lets it: the history is forgotten by it. */
export async function keepTime(path: string, modifiedMs: number): Promise<void> {
  try {
    await utimes(path, modifiedMs / 1000, modifiedMs / 1000);
  } catch (error) {
    // The history is kept longer then.
    if (!isSystemError(error)) throw error;
  }
}

/** Overwrites a file and removes it. */
export async function destroy(path: string, { files, overwrite = overwriteFile }: SealingOptions): Promise<void> {
  await overwrite(path);
  await files.remove(path);
  await files.syncFolder(dirname(path));
}

/** Whether `doomed` is the plaintext `plain`, as far as it has not been overwritten. */
const isWhatIsLeftOf = (plain: Buffer, doomed: Buffer): boolean =>
  doomed.length === plain.length && doomed.every((byte, at) => byte === 0 || byte === plain[at]);

/** Puts a doomed file back, or destroys it where what was sealed of it is in its place. Others called like one stay. */
async function settleDoomed(path: string, place: string, options: SealingOptions): Promise<void> {
  const { files } = options;
  if ((await isSealedAt(path)) === true || (await isSealedAt(place)) === false) return;
  if ((await readBack(place, options)) === null) await files.rename(path, place);
  // The name of what takes its place is on the disk before it is destroyed.
  await files.syncFolder(dirname(path));
  const sealed = await readBack(place, options);
  if (sealed && isWhatIsLeftOf(sealed, await files.readFile(path))) await destroy(path, options);
}

/** Whether a file is no more than the beginning of another. */
export const isTemporary = (within: string): boolean => within.endsWith(temporarySuffix);

/**
 * Destroys temporary files; where sealing was broken off before (`isGoingOn`), puts every doomed file back or destroys it.
 */
export async function tidy(options: SealingOptions, isGoingOn: boolean): Promise<void> {
  const { folder } = options;
  for (const within of (await listFolder(folder)).files) {
    const path = join(folder, within);
    if (isTemporary(within)) await destroy(path, options);
    const place = isGoingOn ? placeOfDoomed(path) : null;
    if (place !== null) await settleDoomed(path, place, options);
  }
}

/** Does `work` for one file in the folder after the other. */
export async function forEachFile(
  { folder, onProgress, signal }: SealingOptions,
  work: (within: string) => Promise<void>,
): Promise<void> {
  const { files: all } = await listFolder(folder);
  for (const [doneFiles, within] of all.entries()) {
    signal?.throwIfAborted();
    onProgress?.({ doneFiles, allFiles: all.length });
    await work(within);
  }
  onProgress?.({ doneFiles: all.length, allFiles: all.length });
}
