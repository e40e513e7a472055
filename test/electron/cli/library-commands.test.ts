import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openReader, runAttest } from './run-attest.ts';

const first =
  '👩‍👩‍👧 On 9 August the polls closed.\n\nThe detainees were beaten with truncheons.\n\nNobody was charged with anything in the two years that followed.';

/** A workspace with a statement of one’s own in it, and two highlights. */
async function workspaceWithOwn() {
  const workspace = await temporaryFolder();
  const folder = await temporaryFolder();
  const letter = join(folder, 'letter.txt');
  await writeFile(letter, first);
  const attest = (...args: string[]) => runAttest(workspace, args);
  const added = JSON.parse((await attest('--json', 'add', letter)).out);
  const id: string = added.files[0].statement;
  for (const quote of ['beaten with truncheons', 'Nobody was charged with anything in the two years that followed.']) {
    expect((await attest('highlight', id, '--quote', quote)).code).toBe(0);
  }
  const files = async (kind: 'originals' | 'texts'): Promise<string[]> => {
    const names = await readdir(join(workspace, 'statements', kind), { recursive: true, withFileTypes: true });
    return names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  };
  return { workspace, folder, letter, id, attest, files };
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

describe('attest verify', () => {
  it('is well for statements of one’s own as they were added, with their paragraphs', async () => {
    const { attest } = await workspaceWithOwn();
    const { code, out } = await attest('verify');
    expect([code, out]).toEqual([
      0,
      'Sources: 6 of 6 as catalogued.\nFiles: 7 of 7 as they were left.\nHighlights: 2 of 2 at their words.',
    ]);
    const listed = JSON.parse((await attest('--json', 'highlights')).out);
    expect(listed.map(({ paragraph, fixity }: { paragraph: number; fixity: string }) => [paragraph, fixity])).toEqual([
      [2, 'verified'],
      [3, 'verified'],
    ]);
  });

  it('finds a text that was changed, with the highlights that it had, and marks them wherever they are given', async () => {
    const { attest, files, folder, id } = await workspaceWithOwn();
    await edit((await files('texts'))[0] ?? '', 'truncheons', 'flowers');
    const { code, out, error } = await attest('verify');
    expect(code).toBe(1);
    expect(out).toMatch(/^letter\.txt: changed, catalogued with SHA-256 [0-9a-f]{64}\n/u);
    expect(out).toContain(`${id}: highlight`);
    expect(error).toContain('1 of 6 sources and 1 of 2 highlights');
    const listed = await attest('highlights');
    expect(listed.out).toContain('(needs-review, source changed)\n  “beaten with truncheons”');
    expect(listed.out).toContain('(source changed)\n  “Nobody was charged');
    for (const extension of ['md', 'csv', 'html', 'docx', 'json']) {
      const path = join(folder, `out.${extension}`);
      const exported = await attest('export', path);
      expect(exported.out + exported.error).toContain('Excerpt 2 is from a statement whose text has changed');
      if (extension !== 'docx') expect(await readFile(path, 'utf8')).toMatch(/Source changed|[",]changed[",]/u);
    }
  });

  it('names an original that was changed and a text that is missing', async () => {
    const { attest, files } = await workspaceWithOwn();
    await edit((await files('originals'))[0] ?? '', 'polls', 'Polls');
    const changed = JSON.parse((await attest('--json', 'verify')).out);
    expect(changed.files).toMatchObject({ checked: 7, faults: 1, lines: [{ file: 'original', fixity: 'changed' }] });
    expect((await attest('verify')).out).toMatch(
      /^changed: the original of “.*” \(letter\.txt, added .*\), kept with SHA-256/u,
    );
    await rm((await files('texts'))[0] ?? '');
    const { code, out } = await attest('verify');
    expect([code, out.includes('letter.txt: missing')]).toEqual([1, true]);
  });

  it('reads quotations back that were taken from an earlier version', async () => {
    const { attest, folder, letter, id } = await workspaceWithOwn();
    await writeFile(letter, first.replace('truncheons', 'batons'));
    expect((await attest('add', letter, '--version-of', id)).code).toBe(0);
    const path = join(folder, 'out.json');
    const exported = await attest('export', path);
    expect(exported.out + exported.error).toContain('needs review');
    const { code, out } = await attest('verify', path);
    expect([code, out]).toEqual([0, expect.stringContaining('Quotations: 2, of these 2 exact.')]);
  });
});

describe('attest export-catalogue and import-catalogue', () => {
  it('carry the catalogue into a table and back', async () => {
    const { attest, folder, id } = await workspaceWithOwn();
    const path = join(folder, 'catalogue.csv');
    expect((await attest('export-catalogue', path)).out).toBe(`The catalogue of 6 statements was written to ${path}`);
    const unchanged = await attest('import-catalogue', path);
    expect(unchanged.out).toBe('catalogue.csv: 0 statements changed, 6 as the catalogue has them already.');
    await writeFile(path, `id,publisher\n${id},Весна\nnone,X\n`);
    const taken = JSON.parse((await attest('--json', 'import-catalogue', path)).out);
    expect(taken).toMatchObject({ changed: 1, unchanged: 0, lines: [{ outcome: 'refused' }] });
    expect((await attest('show', id)).out).toContain('publisher: Весна (stated: CSV of the catalogue.)');
    const csl = join(folder, 'works.json');
    await attest('export-catalogue', csl, '--statement', id);
    expect(JSON.parse(await readFile(csl, 'utf8'))).toMatchObject([{ id, publisher: 'Весна' }]);
  });

  it('of which the second has the Attest that is open take it, whose reader sees it', async () => {
    const { workspace, attest, folder, id } = await workspaceWithOwn();
    const path = join(folder, 'catalogue.csv');
    await writeFile(path, `id,publisher\n${id},Весна\n`);
    const reader = await openReader(workspace);
    try {
      const types: string[] = [];
      reader.subscribe(({ type }) => types.push(type));
      const taken = await attest('import-catalogue', path);
      expect([taken.code, taken.out]).toEqual([
        0,
        'catalogue.csv: 1 statement changed, 0 as the catalogue has them already.',
      ]);
      expect(types).toContain('changed');
      const gone = await attest('import-catalogue', join(folder, 'gone.csv'));
      expect([gone.code, gone.error]).toEqual([1, expect.stringContaining('It is not there any more')]);
    } finally {
      await reader.close();
    }
    expect((await attest('show', id)).out).toContain('publisher: Весна');
  });

  it('refuse a file of another kind, and one that is not there, in one sentence', async () => {
    const { attest, folder } = await workspaceWithOwn();
    expect(await attest('export-catalogue', join(folder, 'x.pdf'))).toMatchObject({ code: 2, out: '' });
    const gone = await attest('import-catalogue', join(folder, 'gone.csv'));
    expect([gone.code, gone.error]).toEqual([1, 'attest: It is not there any more: it was moved, renamed or deleted.']);
  });
});
