import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from '../system-error.ts';
import { headBytes } from './frames.ts';
import { isNeverSealed } from './sealed-name.ts';
import { looksSealed } from './unseal.ts';

/**
 * What lies in a workspace folder, as paths within it, with slashes, each name as the disk has it. `strange` is neither
 * file nor folder, or has a name that is no text: links, devices, names of another encoding. `closed` are folders that
 * cannot be looked into.
 */
export interface FolderFiles {
  readonly files: readonly string[];
  readonly strange: readonly string[];
  readonly closed: readonly string[];
}

/** The first bytes of a file, its last ones, and its size. */
export interface FileEnds {
  readonly head: Buffer;
  readonly tail: Buffer;
  readonly sizeBytes: number;
}

const gone: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);
const forbidden: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);

/** Whether the system refused because it does not let this user. */
export const isForbidden = (error: unknown): boolean => isSystemError(error) && forbidden.has(error.code);

const isText = (name: Buffer): boolean => Buffer.from(name.toString('utf8'), 'utf8').equals(name);

/** Everything in a folder that can be sealed, in the order of names; empty where there is no folder. */
export async function listFolder(folder: string): Promise<FolderFiles> {
  const files: string[] = [];
  const strange: string[] = [];
  const closed: string[] = [];
  const look = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true, encoding: 'buffer' })) {
      const name = entry.name.toString('utf8');
      const within = below === '' ? name : `${below}/${name}`;
      if (!isText(entry.name)) strange.push(within);
      else if (entry.isDirectory()) await enter(within);
      else if (!isNeverSealed(within)) (entry.isFile() ? files : strange).push(within);
    }
  };
  const enter = async (below: string): Promise<void> => {
    try {
      await look(below);
    } catch (error) {
      if (isForbidden(error) && below !== '') closed.push(below);
      else if (!isSystemError(error) || !gone.has(error.code)) throw error;
    }
  };
  await enter('');
  return { files: files.sort(), strange: strange.sort(), closed: closed.sort() };
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

/** Whether the file at `path` is sealed, by its first bytes; `null` where it is gone, empty, or must not be read. */
export async function isSealedAt(path: string): Promise<boolean | null> {
  try {
    const ends = await readEnds(path, 0);
    return ends && ends.sizeBytes > 0 ? looksSealed(ends.head) : null;
  } catch (error) {
    if (isForbidden(error)) return null;
    throw error;
  }
}

/**
 * The files in a workspace folder that are not sealed, as paths within it: with what cannot be, as links. What this user
 * must not read is passed over.
 */
export async function findPlaintext(folder: string): Promise<string[]> {
  const { files, strange } = await listFolder(folder);
  const plain: string[] = [...strange];
  for (const within of files) if ((await isSealedAt(join(folder, within))) === false) plain.push(within);
  return plain.sort();
}
