import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { type Files, systemFiles } from '../../store/files.ts';
import { isSystemError } from '../../store/system-error.ts';
import { temporarySuffix } from '../../store/write-file-durably.ts';

/** A file to be. `mode` are its permissions. */
interface FileToBe {
  readonly path: string;
  readonly content: Uint8Array;
  readonly mode: number;
}

function besideOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}${temporarySuffix}`);
}

async function writeNew(files: Files, path: string, { content, mode }: FileToBe): Promise<void> {
  const file = await files.createFile(path, mode);
  try {
    await file.write(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Does what mends a failure as far as it can: the first error is the one that counts. */
async function mend(step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

async function moveAway(files: Files, path: string): Promise<string | null> {
  const away = besideOf(path);
  try {
    await files.rename(path, away);
    return away;
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Replaces `main` and `record`, which lie in one folder, so that a crash or a full disk never leaves half of either, nor a
 * record beside a file that it is not of: an old record goes first, then the new file comes, then its record. Rejects with
 * the system's error, and then both are as they were; only where the last step fails, which has the disk do nothing but
 * change a name, or does not come about in a crash, the new file stands there without its record.
 */
export async function writePairDurably(main: FileToBe, record: FileToBe, files: Files = systemFiles): Promise<void> {
  const [newMain, newRecord] = [besideOf(main.path), besideOf(record.path)];
  let oldRecord: string | null = null;
  try {
    await writeNew(files, newMain, main);
    await writeNew(files, newRecord, record);
    oldRecord = await moveAway(files, record.path);
    await files.rename(newMain, main.path);
  } catch (error) {
    const away = oldRecord;
    if (away !== null) await mend(() => files.rename(away, record.path));
    await mend(() => files.remove(newMain));
    await mend(() => files.remove(newRecord));
    throw error;
  }
  try {
    await files.rename(newRecord, record.path);
  } finally {
    await mend(() => files.remove(newRecord));
    const away = oldRecord;
    if (away !== null) await mend(() => files.remove(away));
  }
  await files.syncFolder(dirname(main.path));
}
