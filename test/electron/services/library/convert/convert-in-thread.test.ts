import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { convertFile } from '../../../../../electron/services/library/convert/convert-file.ts';
import { ThreadConverter } from '../../../../../electron/services/library/convert/convert-in-thread.ts';
import { bundleThread } from '../../../../support/bundle-thread.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { sampleSources } from '../sample-sources.ts';

let programs = '';
let script = '';
beforeAll(async () => {
  programs = await mkdtemp(join(tmpdir(), 'attest-test-'));
  script = await bundleThread(programs, 'library/convert/convert-thread.ts');
}, 120_000);
afterAll(() => rm(programs, { recursive: true }));

function converter(program = script, limits = { timeMs: 60_000, memory: 1024 }): ThreadConverter {
  const made = new ThreadConverter(program, limits);
  onTestFinished(() => made.close());
  return made;
}

const text = (words: string) => ({ name: 'a.txt', bytes: Buffer.from(words) });

/** A program that does as the text it is sent says. */
const obedient = `
import { parentPort } from 'node:worker_threads';
const fill = [];
parentPort.on('message', ({ file }) => {
  const words = Buffer.from(file.bytes).toString();
  if (words === 'throw') throw new Error('no');
  if (words === 'leave') process.exit(3);
  if (words === 'hang') for (;;);
  if (words === 'fill') for (;;) fill.push(new Array(100_000).fill({}));
  parentPort.postMessage({ ok: true, value: { text: words } });
});`;

async function writeObedient(): Promise<string> {
  const path = join(await temporaryFolder(), 'obedient.mjs');
  await writeFile(path, obedient);
  return path;
}

const wordsOf = async (converted: ReturnType<ThreadConverter['convert']>): Promise<string> => {
  const result = await converted;
  return result.ok ? result.value.text : result.fault.message;
};

describe('converting files in a thread', () => {
  it('gives of every format what converting gives', async () => {
    const { convert } = converter();
    for (const [name, { bytes, words }] of Object.entries(await sampleSources())) {
      const here = await convertFile({ name, bytes });
      expect(await convert({ name, bytes }, {}), name).toEqual(here);
      expect(here.ok && here.value.text, name).toContain(words);
    }
  });

  it('refuses in the same words, and reads in the encoding that was chosen', async () => {
    const { convert } = converter();
    const empty = { name: 'a.txt', bytes: new Uint8Array() };
    expect(await convert(empty, {})).toEqual(await convertFile(empty));
    const converted = await convert({ name: 'a.txt', bytes: Uint8Array.of(0xcf, 0xd0) }, { encoding: 'koi8-r' });
    expect(converted).toMatchObject({ ok: true, value: { text: 'оп', encoding: { name: 'koi8-r' } } });
  });

  it('answers each of many that are asked for at once with its own', async () => {
    const { convert } = converter();
    const all = Array.from({ length: 30 }, (_, at) => wordsOf(convert(text(`Number ${at}.`), {})));
    expect(await Promise.all(all)).toEqual(Array.from({ length: 30 }, (_, at) => `Number ${at}.`));
  });

  it('refuses the one file at which the thread ends, and reads the next in a new one', async () => {
    const { convert } = converter(await writeObedient(), { timeMs: 60_000, memory: 32 });
    for (const death of ['throw', 'leave', 'fill']) {
      expect(await wordsOf(convert(text(death), {})), death).toMatch(/more memory than there is, or is damaged/u);
      expect(await wordsOf(convert(text('alive'), {}))).toBe('alive');
    }
  });

  it('refuses the one file that takes too long', async () => {
    const { convert } = converter(await writeObedient(), { timeMs: 1_500, memory: 64 });
    expect(await wordsOf(convert(text('hang'), {}))).toMatch(/more than 1 minute to be read/u);
    expect(await wordsOf(convert(text('alive'), {}))).toBe('alive');
  });

  it('is given up at once, with what waits behind it', async () => {
    const { convert, close } = converter(await writeObedient());
    const giving = new AbortController();
    const hanging = convert(text('hang'), {}, giving.signal);
    const next = wordsOf(convert(text('alive'), {}));
    giving.abort(new Error('given up'));
    await expect(hanging).rejects.toThrow('given up');
    expect(await next).toBe('alive');
    const endless = new AbortController();
    const before = convert(text('hang'), {}, endless.signal);
    const behind = convert(text('alive'), {}, giving.signal);
    await expect(behind).rejects.toThrow('given up');
    endless.abort(new Error('it too'));
    await expect(before).rejects.toThrow('it too');
    const closing = convert(text('hang'), {});
    const waiting = convert(text('alive'), {});
    const ends = Promise.allSettled([closing, waiting]);
    await close();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
