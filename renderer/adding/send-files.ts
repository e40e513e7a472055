import type { AttestBridge } from '../../core/ipc-contract.ts';
import { filePartBytes } from '../../core/library-contract.ts';
import type { Fault } from '../../core/result.ts';
import { type Sentence, say } from '../../core/sentence.ts';
import { largestSource } from '../../core/statements/adding.ts';
import { encodeBase64 } from './encode-base64.ts';
import type { GivenFile } from './given-file.ts';
import { type UnreadFile, whyUnread } from './unread-file.ts';

const mebibyte = 1024 * 1024;

/** All of a file, or why it is not to be had: half of one must never be taken for it. */
async function readWhole({ open }: GivenFile): Promise<Uint8Array | Sentence> {
  try {
    const file = await open();
    if (file.size > largestSource) {
      return say(/*i18n*/ 'The file is too large to be read: it has {size} MiB, at most {limit} are taken.', {
        size: Math.ceil(file.size / mebibyte),
        limit: largestSource / mebibyte,
      });
    }
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    // What browsers reject with where a file is gone, was changed since it was given, or may not be read.
    if (error instanceof DOMException) return whyUnread(error);
    throw error;
  }
}

/** Why sending is ended where its user has cancelled the adding: the host is told of that, and not that there are no more. */
export const cancelled = Symbol('cancelled');

/** How sending has ended: what was passed over, and the fault that ended it before all was sent. */
export interface Sent {
  readonly unread: readonly UnreadFile[];
  readonly fault: Fault | null;
}

/**
 * Sends files one after the other, each whole, in parts, as the service has room for them, and says when there are no more. One that cannot be
 * read is passed over. Ends where a part is refused, or `signal` says so.
 */
export async function sendFiles(
  call: AttestBridge['call'],
  job: string,
  files: readonly GivenFile[],
  signal: AbortSignal,
): Promise<Sent> {
  const unread: UnreadFile[] = [];
  const sendOne = async (name: string, bytes: Uint8Array): Promise<Fault | null> => {
    let from = 0;
    do {
      const part = bytes.subarray(from, from + filePartBytes);
      from += part.length;
      const sent = await call('sendFile', { job, name, part: encodeBase64(part), isLast: from === bytes.length });
      if (!sent.ok) return sent.fault;
    } while (from < bytes.length && !signal.aborted);
    return null;
  };
  try {
    for (const file of files) {
      if (signal.aborted) break;
      const { name } = file;
      const read = await readWhole(file);
      if (!(read instanceof Uint8Array)) {
        unread.push({ name, sentence: read });
        continue;
      }
      const fault = await sendOne(name, read);
      if (fault) return { unread, fault };
    }
    return { unread, fault: null };
  } finally {
    // What arrived before the host hears that it was cancelled would be taken for all of it.
    if (signal.reason !== cancelled) await call('endSending', { job });
  }
}
