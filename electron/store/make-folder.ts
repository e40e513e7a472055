import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isSystemError } from './system-error.ts';

/**
 * Makes the folder at `path` with those above it, where they are not there yet. Rejects with the system's error. In
 * place of `mkdir` with `recursive`, which on Node 20 never returns for a path where nothing may be made (`/proc/x/y`).
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    const parent = dirname(path);
    if (error.code !== 'ENOENT' || parent === path) throw error;
    await makeFolder(parent);
    await mkdir(path);
  }
}
