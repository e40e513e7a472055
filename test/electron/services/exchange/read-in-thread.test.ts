import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAnnotations } from '../../../../core/exchange/web-annotation/write-annotations.ts';
import { noWork } from '../../../../core/exchange/work.ts';
import { readInThread } from '../../../../electron/services/exchange/read-in-thread.ts';
import { bundleThread } from '../../../support/bundle-thread.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let programs = '';
let script = '';
beforeAll(async () => {
  programs = await mkdtemp(join(tmpdir(), 'attest-test-'));
  script = await bundleThread(programs, 'exchange/import-thread.ts');
}, 60_000);
afterAll(() => rm(programs, { recursive: true }));

const library = { statements: [], own: [], place: { folder: '/nowhere', key: null } };

const never = (): AbortSignal => new AbortController().signal;

describe('reading a file in a thread', () => {
  it('gives what it holds, by its path and by its bytes', async () => {
    const path = join(await temporaryFolder(), 'empty.jsonld');
    const content = Buffer.from(writeAnnotations({ ...noWork('w'), people: {} }, []));
    await writeFile(path, content);
    for (const source of [path, content]) {
      const read = await readInThread(script, { source, library, tags: [] }, never());
      expect(read).toMatchObject({
        ok: true,
        value: { format: 'web-annotation', work: { writer: 'w', highlights: {} } },
      });
    }
  });

  it('is given up at once', async () => {
    const giving = new AbortController();
    const reading = readInThread(script, { source: Buffer.from('{'), library, tags: [] }, giving.signal);
    giving.abort();
    await expect(reading).rejects.toThrow(/abort/iu);
  });

  it('refuses a file at which the thread fails, and one that it does not read to its end, in a sentence', async () => {
    const folder = await temporaryFolder();
    const [failing, silent] = [join(folder, 'failing.mjs'), join(folder, 'silent.mjs')];
    await writeFile(failing, 'throw new Error("no");');
    await writeFile(silent, '');
    for (const [program, words] of [
      [failing, /memory than there is, or is damaged/u],
      [silent, /not read to its end/u],
    ] as const) {
      const read = await readInThread(program, { source: '', library, tags: [] }, never());
      expect(read.ok ? '' : read.fault.message).toMatch(words);
    }
  });
});
