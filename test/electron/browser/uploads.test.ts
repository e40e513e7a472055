import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { createUploads } from '../../../electron/browser/uploads.ts';
import { type Ask, callHeaders, type RunningServer, runServer, unwrap } from './running-server.ts';

const mebibyte = 1024 * 1024;
const bytes = Buffer.from('PK\u0003\u0004 “Свобода” 🕊');

const never = new AbortController().signal;

async function* piecesOf(...pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces;
}

/** What the reader itself sends, with what a test has otherwise. */
function sending(
  { server }: RunningServer,
  cookie: string,
  changed: Readonly<Record<string, string | null>> = {},
): Ask {
  const headers = {
    ...callHeaders(server, cookie),
    'Content-Type': 'application/octet-stream',
    ...changed,
  };
  const kept = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== null);
  return { method: 'POST', path: '/upload?name=anna.attest', headers: Object.fromEntries(kept), body: bytes };
}

describe('a file that the reader sends', () => {
  it('is there for one reading, by the token it got', async () => {
    const running = await runServer();
    const answer = await running.ask(sending(running, await running.enter()));
    expect(answer.status).toBe(200);
    const { upload } = JSON.parse(answer.body).value;
    expect(upload).toMatch(/^[0-9a-f]{64}$/u);
    expect(unwrap(await running.uploads.pickFile(upload, never))).toEqual({ source: bytes, name: 'anna.attest' });
    expect(await running.uploads.pickFile(upload, never)).toMatchObject({ ok: false, fault: { code: 'not-found' } });
  });

  it.each<[what: string, status: number, changed: Readonly<Record<string, string | null>>]>([
    ['without the cookie', 403, { Cookie: null }],
    ['without the header that a form cannot send', 403, { 'X-Attest': null }],
    ['from another origin', 403, { Origin: 'http://attacker.example' }],
    ['without an origin', 403, { Origin: null }],
    ['from another website', 403, { 'Sec-Fetch-Site': 'cross-site' }],
    ['as a form', 415, { 'Content-Type': 'multipart/form-data; boundary=x' }],
    ['as plain text', 415, { 'Content-Type': 'text/plain' }],
    ['under another name', 403, { Host: 'attacker.example' }],
  ])('is refused %s', async (_what, status, changed) => {
    const running = await runServer();
    const take = vi.spyOn(running.uploads, 'take');
    const answer = await running.ask(sending(running, await running.enter(), changed));
    expect([answer.status, JSON.parse(answer.body).ok]).toEqual([status, false]);
    // Nothing of it was read.
    expect(take).not.toHaveBeenCalled();
  });

  it('cannot be fetched again from the server', async () => {
    const running = await runServer();
    const cookie = await running.enter();
    const { upload } = JSON.parse((await running.ask(sending(running, cookie))).body).value;
    for (const path of [`/upload?name=${upload}`, `/upload/${upload}`, `/download/${upload}`]) {
      const answer = await running.ask({ path, headers: { Cookie: cookie } });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.body).not.toContain('Свобода');
    }
  });
});

describe('the room for files', () => {
  it('has one: a second takes the place of the first', async () => {
    const uploads = createUploads();
    const first = unwrap(await uploads.take('first', piecesOf(bytes)));
    const second = unwrap(await uploads.take('second', piecesOf(bytes, bytes)));
    expect((await uploads.pickFile(first.upload, never)).ok).toBe(false);
    expect(unwrap(await uploads.pickFile(second.upload, never))?.source).toEqual(Buffer.concat([bytes, bytes]));
  });

  it('of two that are sent at once keeps the later', async () => {
    const uploads = createUploads();
    async function* slowly(): AsyncGenerator<Buffer> {
      yield bytes;
      await turn();
      await turn();
      yield bytes;
    }
    const [first, second] = await Promise.all([
      uploads.take('first', slowly()),
      uploads.take('second', piecesOf(bytes)),
    ]);
    expect(first).toMatchObject({
      ok: false,
      fault: { message: 'Another file was sent while this one was on its way: choose this one again.' },
    });
    expect(unwrap(await uploads.pickFile(unwrap(second).upload, never))?.name).toBe('second');
  });

  it('opens to no token but the one it gave', async () => {
    const uploads = createUploads();
    const { upload } = unwrap(await uploads.take('anna.attest', piecesOf(bytes)));
    for (const wrong of [null, '', '0'.repeat(64), upload.slice(0, -1), '__proto__']) {
      expect((await uploads.pickFile(wrong, never)).ok).toBe(false);
    }
    expect((await uploads.pickFile(upload, never)).ok).toBe(true);
  });

  it('takes 256 MiB and refuses a byte more, in words, with nothing of it kept', async () => {
    const uploads = createUploads();
    const piece = Buffer.alloc(16 * mebibyte);
    const most = Array.from({ length: 16 }, () => piece);
    const refused = await uploads.take('large', piecesOf(...most, Buffer.from('x')));
    expect(refused).toMatchObject({
      ok: false,
      fault: {
        message:
          'The file is larger than 256 MiB, more than the browser edition takes: import it with the command line.',
      },
    });
    expect((await uploads.take('largest', piecesOf(...most))).ok).toBe(true);
  });

  it('forgets a file that nobody reads within a minute', async () => {
    vi.useFakeTimers();
    try {
      const uploads = createUploads();
      const { upload } = unwrap(await uploads.take('anna.attest', piecesOf(bytes)));
      vi.advanceTimersByTime(60_001);
      expect((await uploads.pickFile(upload, never)).ok).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps a name short', async () => {
    const uploads = createUploads();
    const { upload } = unwrap(await uploads.take('x'.repeat(5_000), piecesOf(bytes)));
    expect(unwrap(await uploads.pickFile(upload, never))?.name).toHaveLength(200);
  });
});
