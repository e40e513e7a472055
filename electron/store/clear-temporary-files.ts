import { join } from 'node:path';
import { backupFolder } from './backups.ts';
import type { Files } from './files.ts';
import { isSystemError } from './system-error.ts';
import { temporarySuffix } from './write-file-durably.ts';

/** Clears away what a crash left half-written. To be called by the owner of the lock only. */
export async function clearTemporaryFiles(folder: string, files: Files): Promise<void> {
  for (const place of [folder, backupFolder(folder)]) {
    try {
      for (const name of await files.readFolder(place)) {
        if (name.endsWith(temporarySuffix)) await files.remove(join(place, name));
      }
    } catch (error) {
      // What cannot be cleared away does no harm.
      if (!isSystemError(error)) throw error;
    }
  }
}
