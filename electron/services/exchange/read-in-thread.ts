import { Worker } from 'node:worker_threads';
import type { Incoming } from '../../../core/exchange/incoming.ts';
import { fail, type Result } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import type { Tag } from '../../../core/tags/tag.ts';
import type { LibraryParts } from '../library/library.ts';

/** What an import thread is started with: the path or the bytes of a file, and one's own statements, whose texts it reads itself, and tags. */
export interface ImportThreadData {
  readonly source: string | Uint8Array;
  readonly library: LibraryParts;
  readonly tags: readonly Tag[];
}

/** The most memory that reading takes, in MiB; a file that needs more is refused. */
const memoryMebibytes = 3072;

/**
 * Reads a file as `readImport` does, in a thread of its own whose program is at `script`, so that nothing else waits for it.
 * Rejects at once where `signal` is aborted; a file that needs too much memory, or at which reading fails, is refused with a
 * sentence.
 */
export function readInThread(
  script: string | URL,
  { source, library, tags }: ImportThreadData,
  signal: AbortSignal,
): Promise<Result<Incoming>> {
  signal.throwIfAborted();
  const workerData: ImportThreadData = { source, library, tags };
  const worker = new Worker(script, { workerData, resourceLimits: { maxOldGenerationSizeMb: memoryMebibytes } });
  return new Promise<Result<Incoming>>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.once('message', resolve);
    worker.once('error', () =>
      resolve(
        fail('invalid', say(/*i18n*/ 'The file could not be read: it needs more memory than there is, or is damaged.')),
      ),
    );
    worker.once('exit', () => resolve(fail('internal', say(/*i18n*/ 'The file was not read to its end: try again.'))));
  }).finally(() => worker.terminate());
}
