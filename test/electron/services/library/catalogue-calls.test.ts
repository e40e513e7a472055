import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../../../core/sentence.ts';
import { createCatalogueCalls } from '../../../../electron/services/library/catalogue-calls.ts';
import { refusal, take } from '../../../core/workspace/small-workspace.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { type Desk, openDesk } from './library-desk.ts';

const callsOf = (desk: Desk, source: string | Buffer | null = null) =>
  createCatalogueCalls({
    ...desk,
    pickFile: async () => ({ ok: true, value: source === null ? null : { source, name: 'catalogue' } }),
  }).calls;

async function imported(desk: Desk, source: string | Buffer) {
  const taken = take(await callsOf(desk, source).importCatalogue({ upload: null }));
  if (taken.outcome !== 'taken') throw new Error('It was cancelled.');
  return { ...taken, lines: taken.lines.map(({ outcome, sentence }) => `${outcome}: ${inEnglish(sentence)}`) };
}

async function exported(desk: Desk, format: 'csv' | 'csl-json', statements: string[] | null = null): Promise<string> {
  take(await callsOf(desk).exportCatalogue({ format, statements }));
  return Buffer.from(desk.saved.at(-1)?.content ?? []).toString();
}

async function deskWithTwo() {
  const desk = await openDesk(await temporaryFolder());
  const a = await desk.add('a.txt', 'They beat him, “катаванні” 👩‍👩‍👧.');
  const b = await desk.add('b.txt', '=1+1 and other words.');
  return { desk, a, b };
}

describe('the catalogue of the library', () => {
  it('is written for all, or for those that are chosen, and changes nothing when it comes back', async () => {
    const { desk, a, b } = await deskWithTwo();
    const before = JSON.stringify(desk.store.workspace);
    for (const format of ['csv', 'csl-json'] as const) {
      const text = await exported(desk, format);
      expect(desk.saved.at(-1)).toMatchObject({ count: 7, beside: null });
      expect(desk.saved.at(-1)?.suggestedName).toMatch(/^attest-catalogue-\d{4}-\d\d-\d\d\.(?:csv|csl\.json)$/u);
      expect(await imported(desk, Buffer.from(text))).toMatchObject({
        statements: 0,
        changed: null,
        unchanged: 7,
        lines: [],
      });
      const one = await exported(desk, format, [b]);
      expect([one.includes(b), one.includes(a), desk.saved.at(-1)?.count]).toEqual([true, false, 1]);
    }
    expect(JSON.stringify(desk.store.workspace)).toBe(before);
  });

  it('is taken from a table in one step that can be undone, and bundled statements stay as they are', async () => {
    const { desk, a } = await deskWithTwo();
    const bundled = desk.library.summaries[0]?.id ?? '';
    const path = join(await temporaryFolder(), 'каталог.csv');
    await writeFile(path, `\ufeffid,publisher,date\r\n${a},Весна,2020-08-09\r\n${bundled},Nobody,\r\nnone,X,\r\n`);
    const taken = await imported(desk, path);
    expect(taken).toMatchObject({ statements: 1, unchanged: 0, changed: { summary: { kind: 'edit-catalogue' } } });
    expect(taken.lines).toEqual([
      'refused: What the catalogue says of a bundled statement stays as it is.',
      expect.stringMatching(/^refused: Row 4 was left out/u),
    ]);
    expect(desk.library.summary(a)).toMatchObject({ publisher: { value: 'Весна' }, date: { value: '2020-08-09' } });
    expect(desk.library.summary(bundled)?.publisher.value).not.toBe('Nobody');
    take(await desk.annotations.undo({}));
    expect(desk.library.summary(a)?.publisher.value).toBeNull();
  });

  it('is taken from CSL-JSON', async () => {
    const { desk, a } = await deskWithTwo();
    const list = [{ id: a, type: 'report', title: 'On the beatings', publisher: 'Viasna' }];
    const taken = await imported(desk, Buffer.from(JSON.stringify(list)));
    expect(taken).toMatchObject({ statements: 1, lines: [] });
    expect(desk.library.summary(a)).toMatchObject({
      title: { value: 'On the beatings', basis: 'stated' },
      publisher: { value: 'Viasna' },
    });
  });

  it('is refused in one sentence where the file is none, is no text in UTF-8, too large, or has gone', async () => {
    const { desk } = await deskWithTwo();
    const before = JSON.stringify(desk.store.workspace);
    const refused = async (source: string | Buffer): Promise<string> =>
      refusal(await callsOf(desk, source).importCatalogue({ upload: null }));
    expect(await refused(Buffer.from('a,b\n1,2\n'))).toMatch(/names its columns/u);
    expect(await refused(Buffer.from('{"id": 1}'))).toMatch(/no list of works/u);
    expect(await refused(Buffer.from('[{"id": 1}'))).not.toBe('');
    expect(await refused(Buffer.from([0xcf, 0xf0, 0xe8, 0xe2]))).toMatch(/UTF-8/u);
    expect(await refused(Buffer.alloc(64 * 1024 * 1024 + 1))).toMatch(/65 MiB, at most 64/u);
    expect(await refused(join(desk.folder, 'gone.csv'))).toMatch(/not there any more/u);
    expect(take(await callsOf(desk).importCatalogue({ upload: null }))).toEqual({ outcome: 'cancelled' });
    expect(JSON.stringify(desk.store.workspace)).toBe(before);
  });
});
