import { dirname } from 'node:path';
import { type Files, systemFiles } from './files.ts';
import { isSystemError } from './system-error.ts';

/** Makes one folder. `there`: it was, or somebody else has made it at the same time; `nowhere`: that which it is to be in is not there. */
async function makeOne(path: string, files: Files): Promise<'made' | 'there' | 'nowhere'> {
  try {
    await files.makeFolder(path);
    return 'made';
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'EEXIST') {
      await files.readFolder(path).catch(() => {
        throw error; // There is a file in the way.
      });
      return 'there';
    }
    if (error.code !== 'ENOENT' || dirname(path) === path) throw error;
    return 'nowhere';
  }
}

/**
 * Makes the folder at `path` with those above it, where they are not there yet, and has their names on the disk. Rejects
 * with the system's error. In place of `mkdir` with `recursive`, which on Node 20 never returns for a path where nothing
 * may be made (`/proc/x/y`).
 */
export async function makeFolder(path: string, files: Files = systemFiles): Promise<void> {
  const parent = dirname(path);
  const made = await makeOne(path, files);
  if (made === 'there') return;
  if (made === 'nowhere') {
    await makeFolder(parent, files);
    // Where that has gone again, the system says so.
    if ((await makeOne(path, files)) === 'nowhere') await files.makeFolder(path);
  }
  // Somebody may make a folder in one that he cannot read; then its name comes to the disk in the system's own time.
  await files.syncFolder(parent).catch((error: unknown) => {
    if (!isSystemError(error) || !['EACCES', 'EPERM'].includes(error.code)) throw error;
  });
}
