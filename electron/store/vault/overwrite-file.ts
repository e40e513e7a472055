import { open } from 'node:fs/promises';
import { isSystemError } from '../system-error.ts';

/** Bytes that are written at a time. */
const pieceBytes = 1024 * 1024;

/**
 * Writes what `fill` gives over all of the file at `path`, where it lies, and has it on the disk. Nothing happens where
 * there is no file. Where a disk keeps the old sectors all the same, as SSDs do, this cannot know.
 */
export async function overwriteFile(
  path: string,
  fill: (bytes: number) => Uint8Array = (bytes) => Buffer.alloc(bytes),
): Promise<void> {
  try {
    const handle = await open(path, 'r+');
    try {
      const { size } = await handle.stat();
      for (let at = 0; at < size; at += pieceBytes) {
        const piece = fill(Math.min(pieceBytes, size - at));
        await handle.write(piece, 0, piece.length, at);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
  }
}
