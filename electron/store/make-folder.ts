import { dirname } from 'node:path';
import { type Files, systemFiles } from './files.ts';
import { isSystemError } from './system-error.ts';

/**
 * Makes the folder at `path` with those above it, where they are not there yet, and has their names on the disk. Rejects
 * with the system's error. In place of `mkdir` with `recursive`, which on Node 20 never returns for a path where nothing
 * may be made (`/proc/x/y`).
 */
export async function makeFolder(path: string, files: Files = systemFiles): Promise<void> {
  const parent = dirname(path);
  try {
    await files.makeFolder(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'EEXIST') {
      await files.readFolder(path).catch(() => {
        throw error; // There is a file in the way.
      });
      return;
    }
    if (error.code !== 'ENOENT' || parent === path) throw error;
    await makeFolder(parent, files);
    await files.makeFolder(path);
  }
  // Somebody may make a folder in one that he cannot read; then its name comes to the disk in the system's own time.
  await files.syncFolder(parent).catch((error: unknown) => {
    if (!isSystemError(error) || !['EACCES', 'EPERM'].includes(error.code)) throw error;
  });
}
