import type { OpeningOptions } from './opening-options.ts';
import { isSystemError } from './system-error.ts';
import { writeFileDurably } from './write-file-durably.ts';

/** A time (ISO 8601) as it can stand in a file name. */
export const stampOf = (now: string): string => now.replaceAll(':', '-');

/** Moves what is at `path` to `aside`, where that may be done. `false` where it stays. */
export async function setAside(path: string, aside: string, { files, mayWrite }: OpeningOptions): Promise<boolean> {
  if (!mayWrite) return false;
  try {
    await files.rename(path, aside);
    return true;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

/** Copies the file at `path` to `copy`, where that may be done. `false` where there is no copy. */
export async function keepCopy(path: string, copy: string, { files, mayWrite }: OpeningOptions): Promise<boolean> {
  if (!mayWrite) return false;
  try {
    await writeFileDurably(copy, await files.readFile(path), { files });
    return true;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}
