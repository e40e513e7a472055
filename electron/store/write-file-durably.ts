import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { type Files, type OpenFile, systemFiles } from './files.ts';
import { isSystemError } from './system-error.ts';

/** Marks temporary files, so that the next start can clear away what a crash left behind. */
export const temporarySuffix = '.attest-tmp';

/** How to write. `mode` are the file's permissions. */
interface WriteOptions {
  readonly mode?: number;
  readonly files?: Files;
}

/**
 * Replaces the file at `path` by what `write` puts into it, so that a crash or a full disk leaves either the old file or
 * the new one: temporary file beside it, fsync, rename, fsync of the folder. Rejects with the system's error, nothing
 * half-written.
 */
export async function replaceFileDurably(
  path: string,
  write: (file: OpenFile) => Promise<void>,
  { mode = 0o600, files = systemFiles }: WriteOptions = {},
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}${temporarySuffix}`);
  try {
    const file = await files.createFile(temporary, mode);
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await files.rename(temporary, path);
  } catch (error) {
    // Where even that fails, the next start clears it away; the first error is the one that counts.
    await files.remove(temporary).catch((second: unknown) => {
      if (!isSystemError(second)) throw second;
    });
    throw error;
  }
  await files.syncFolder(dirname(path));
}

/** Replaces the file at `path` by `content`, as `replaceFileDurably` does. */
export async function writeFileDurably(
  path: string,
  content: string | Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  await replaceFileDurably(path, (file) => file.write(Buffer.from(content)), options);
}
