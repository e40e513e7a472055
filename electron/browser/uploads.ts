import { fail, type Result, succeed } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import type { PickFile } from '../services/ports.ts';
import { createSecret } from '../services/secrets.ts';

/** Where the reader sends a file, with its name in the query. */
export const uploadPath = '/upload';

const tokenBytes = 32;

const mebibyte = 1024 * 1024;

/** The largest file that is taken, in bytes: it is in memory, so that nothing of it is on the disk. */
const uploadLimitBytes = 256 * mebibyte;

/** How long a file waits to be read, in milliseconds. */
const uploadLifeMs = 60_000;

/** The longest name of a file that is kept, in UTF-16 units. */
const nameLimit = 200;

interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The files that the reader has sent and the services have not read yet. */
export interface Uploads {
  /** Keeps a file in memory for one reading, by a token nobody can guess. Rejects where the sender went away. */
  readonly take: (name: string, body: AsyncIterable<Buffer>) => Promise<Result<{ readonly upload: string }>>;
  readonly pickFile: PickFile;
}

/** Makes room for one file at a time: whoever sends another takes the place of the one before. */
export function createUploads(): Uploads {
  let waiting: { readonly token: string; readonly upload: Upload } | null = null;
  let sending = 0;
  return {
    take: async (name, body) => {
      sending += 1;
      const own = sending;
      waiting = null;
      const chunks: Buffer[] = [];
      let length = 0;
      for await (const chunk of body) {
        length += chunk.length;
        // The rest is read and dropped, so that an answer arrives; of two at once the later goes on.
        if (length <= uploadLimitBytes && own === sending) chunks.push(chunk);
        else chunks.length = 0;
      }
      if (own !== sending) {
        return fail(
          'invalid',
          say(/*i18n*/ 'Another file was sent while this one was on its way: choose this one again.'),
        );
      }
      if (length > uploadLimitBytes) {
        return fail(
          'invalid',
          say(
            /*i18n*/ 'The file is larger than {limit} MiB, more than the browser edition takes: import it with the command line.',
            { limit: uploadLimitBytes / mebibyte },
          ),
        );
      }
      const token = createSecret(tokenBytes);
      waiting = { token, upload: { name: name.slice(0, nameLimit), bytes: Buffer.concat(chunks) } };
      setTimeout(() => {
        if (waiting?.token === token) waiting = null;
      }, uploadLifeMs).unref();
      return succeed({ upload: token });
    },
    pickFile: async (token) => {
      const found = waiting;
      if (token === null || found?.token !== token) {
        return fail('not-found', say(/*i18n*/ 'This file is not here any more: choose it again.'));
      }
      waiting = null;
      return succeed({ source: found.upload.bytes, name: found.upload.name });
    },
  };
}
