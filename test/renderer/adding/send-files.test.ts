import { describe, expect, it } from 'vitest';
import type { AttestBridge } from '../../../core/ipc-contract.ts';
import { contract } from '../../../core/ipc-contract.ts';
import { filePartBytes } from '../../../core/library-contract.ts';
import { fail, succeed } from '../../../core/result.ts';
import { inEnglish, say } from '../../../core/sentence.ts';
import { largestSource } from '../../../core/statements/adding.ts';
import type { GivenFile } from '../../../renderer/adding/given-file.ts';
import { cancelled, sendFiles } from '../../../renderer/adding/send-files.ts';

interface Received {
  readonly files: { readonly name: string; readonly bytes: Buffer }[];
  /** The names of files of which not all has come. */
  readonly broken: string[];
  ended: number;
}

/** What takes files as the contract has it, and refuses after `most` parts. */
function receiver(most = Number.POSITIVE_INFINITY): {
  readonly call: AttestBridge['call'];
  readonly received: Received;
} {
  const received: Received = { files: [], broken: [], ended: 0 };
  let parts: Buffer[] = [];
  let count = 0;
  const call = async (name: string, given: unknown): Promise<unknown> => {
    if (name === 'endSending') {
      received.ended += 1;
      return succeed({});
    }
    count += 1;
    if (count > most) {
      received.broken.push(...(parts.length > 0 ? ['?'] : []));
      return fail('not-found', say(/*i18n*/ 'There is no such adding.'));
    }
    const input = contract.sendFile.input.parse(given);
    parts.push(Buffer.from(input.part, 'base64'));
    if (input.isLast) {
      received.files.push({ name: input.name, bytes: Buffer.concat(parts) });
      parts = [];
    }
    return succeed({});
  };
  // Only the two calls of sending are made.
  return { call: call as unknown as AttestBridge['call'], received };
}

const given = (name: string, bytes: Uint8Array<ArrayBuffer>): GivenFile => ({
  name,
  open: async () => new File([bytes], name),
});
const going = new AbortController().signal;

describe('sending files', () => {
  it('gives each as it is, an empty one and one of many parts too, in their order, and says when there are no more', async () => {
    const { call, received } = receiver();
    const large = new Uint8Array(2 * filePartBytes + 7).map((_, at) => (at * 31) % 256);
    const exact = new Uint8Array(filePartBytes).fill(255);
    const files = [given('a/empty.txt', new Uint8Array()), given('b “ў” 👀.pdf', large), given('c', exact)];
    const sent = await sendFiles(call, 'job', files, going);
    expect(sent).toEqual({ unread: [], fault: null });
    expect(received.files.map(({ name }) => name)).toEqual(['a/empty.txt', 'b “ў” 👀.pdf', 'c']);
    expect(received.files.map(({ bytes }) => bytes.length)).toEqual([0, large.length, exact.length]);
    expect(received.files[1]?.bytes.equals(large)).toBe(true);
    expect(received.ended).toBe(1);
  });

  it('passes over what is gone, may not be read or is too large, says why, and sends the others', async () => {
    const { call, received } = receiver();
    const refusing = (name: string, error: string): GivenFile => ({
      name,
      open: () => Promise.reject(new DOMException('no', error)),
    });
    const tooLarge: GivenFile = {
      name: 'film.mp4',
      open: async () => Object.defineProperty(new File([''], 'film.mp4'), 'size', { value: largestSource + 1 }),
    };
    const files = [
      refusing('gone', 'NotFoundError'),
      refusing('locked', 'NotReadableError'),
      tooLarge,
      given('x', new Uint8Array(3)),
    ];
    const { unread, fault } = await sendFiles(call, 'job', files, going);
    expect(fault).toBeNull();
    expect(unread.map(({ name, sentence }) => `${name}: ${inEnglish(sentence)}`)).toEqual([
      'gone: It is not there any more: it was moved, renamed or deleted.',
      'locked: The system does not let it be read: change its permissions, and add it again.',
      'film.mp4: The file is too large to be read: it has 101 MiB, at most 100 are taken.',
    ]);
    expect(received.files.map(({ name }) => name)).toEqual(['x']);
  });

  it('sends nothing of a file of which only a part can be read', async () => {
    const { call, received } = receiver();
    const changing: GivenFile = {
      name: 'changing',
      open: async () =>
        Object.assign(new File(['x'], 'changing'), {
          arrayBuffer: () => Promise.reject(new DOMException('changed', 'NotReadableError')),
        }),
    };
    const { unread } = await sendFiles(call, 'job', [changing], going);
    expect(unread).toHaveLength(1);
    expect(received).toEqual({ files: [], broken: [], ended: 1 });
  });

  it('ends where a part is refused, and says so to the service all the same', async () => {
    const { call, received } = receiver(1);
    const { fault } = await sendFiles(
      call,
      'job',
      [given('a', new Uint8Array(1)), given('b', new Uint8Array(1))],
      going,
    );
    expect(fault?.code).toBe('not-found');
    expect(received.files.map(({ name }) => name)).toEqual(['a']);
    expect(received.ended).toBe(1);
  });

  it.each([
    ['nobody is there to go on', undefined, 1],
    ['its user has cancelled it, without a word that there are no more', cancelled, 0],
  ])('ends where %s, within a large file too', async (_, reason, ended) => {
    const { call, received } = receiver();
    const ending = new AbortController();
    const cancelling: AttestBridge['call'] = (name, input) => {
      ending.abort(reason);
      return call(name, input);
    };
    const files = [given('large', new Uint8Array(3 * filePartBytes)), given('never', new Uint8Array(1))];
    expect(await sendFiles(cancelling, 'job', files, ending.signal)).toEqual({ unread: [], fault: null });
    expect(received).toEqual({ files: [], broken: [], ended });
  });
});
