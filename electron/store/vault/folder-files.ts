import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from '../system-error.ts';
import { headBytes } from './frames.ts';
import { isNeverSealed, pathWithin } from './sealed-name.ts';
import { looksSealed } from './unseal.ts';

/** What lies in a workspace folder, as paths within it. `strange` is neither file nor folder: links and devices. */
export interface FolderFiles {
  readonly files: readonly string[];
  readonly strange: readonly string[];
}

/** The first bytes of a file, its last ones, and its size. */
export interface FileEnds {
  readonly head: Buffer;
  readonly tail: Buffer;
  readonly sizeBytes: number;
}

/** Everything in a folder that can be sealed, in the order of names; empty where there is no folder. */
export async function listFolder(folder: string): Promise<FolderFiles> {
  const files: string[] = [];
  const strange: string[] = [];
  try {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const within = pathWithin(folder, join(entry.parentPath, entry.name));
      if (within === null || entry.isDirectory() || isNeverSealed(within)) continue;
      (entry.isFile() ? files : strange).push(within);
    }
  } catch (error) {
    if (!isSystemError(error) || (error.code !== 'ENOENT' && error.code !== 'ENOTDIR')) throw error;
  }
  return { files: files.sort(), strange: strange.sort() };
}

/** The ends of the file at `path`; `null` where it is gone. The tail is of `tailBytes`, or less where the file is short. */
export async function readEnds(path: string, tailBytes: number): Promise<FileEnds | null> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      const read = async (at: number, bytes: number): Promise<Buffer> => {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, at);
        return buffer.subarray(0, bytesRead);
      };
      const length = Math.min(tailBytes, size);
      return {
        head: await read(0, Math.min(headBytes, size)),
        tail: await read(size - length, length),
        sizeBytes: size,
      };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The files in a workspace folder that are not sealed, as paths within it: with links and devices, which cannot be. */
export async function findPlaintext(folder: string): Promise<string[]> {
  const { files, strange } = await listFolder(folder);
  const plain: string[] = [...strange];
  for (const within of files) {
    const ends = await readEnds(join(folder, within), 0);
    // An empty file holds nothing.
    if (ends && ends.sizeBytes > 0 && !looksSealed(ends.head)) plain.push(within);
  }
  return plain.sort();
}

/** A file in the folder that is sealed; `null` where none is. */
export async function findSealed(folder: string): Promise<string | null> {
  for (const within of (await listFolder(folder)).files) {
    const ends = await readEnds(join(folder, within), 0);
    if (ends && looksSealed(ends.head)) return within;
  }
  return null;
}
