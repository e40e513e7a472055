import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { initialTags } from '../../../core/tags/tag.ts';
import { LocalSearcher } from '../../../electron/services/search/local-searcher.ts';
import type { SearchFile } from '../../../electron/services/search/searcher.ts';
import { readSearchFile } from '../../../electron/store/search-file.ts';
import { findPlaintext } from '../../../electron/store/vault/folder-files.ts';
import { statementOf } from '../../core/search/statements-for-search.ts';
import { byId } from '../../support/library-of.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const many = Array.from({ length: 120 }, (_, at) =>
  statementOf(
    `s${at}`,
    `Statement number ${at} on Tsikhanouskaya.\n\n${`Ill-treatment and torture of word${at}. `.repeat(40)}`,
  ),
);
const request = { limit: 500, typing: false, spellings: true };

async function hitsOf(searcher: LocalSearcher, query: string): Promise<string[]> {
  const { hits } = await searcher.search({ ...request, query });
  return hits.map((hit) => JSON.stringify(hit)).sort();
}

/** A searcher whose index is there. */
async function built(statements: typeof many, file: SearchFile | null): Promise<LocalSearcher> {
  const searcher = new LocalSearcher(byId(statements), file);
  while ((await searcher.search({ ...request, query: 'x' })).building) await wait(5);
  return searcher;
}

describe('the searcher', () => {
  it('answers while it indexes, and says how far it is', async () => {
    const searcher = new LocalSearcher(byId(many), null);
    const first = await searcher.search({ ...request, query: 'torture' });
    expect(first.building?.total).toBe(many.length);
    expect(first.building?.done).toBeLessThan(many.length);
    await searcher.close();
  });

  it('reads the index that was saved, and answers as one that was made anew', async () => {
    const path = join(await temporaryFolder(), 'search', 'statements.index');
    const file = { path, mayWrite: true };
    const first = await built(many, file);
    await first.close();
    const saved = await readFile(path);
    const again = await built(many, file);
    for (const query of ['torture', 'Tikhanovskaya', '"treatment and torture"', 'word7*', 'ill-treatment word99']) {
      expect(await hitsOf(again, query)).toEqual(await hitsOf(first, query));
    }
    await again.close();
    expect(await readFile(path)).toEqual(saved);
    expect(await readSearchFile(path)).not.toBeNull();
  });

  it('saves the index of an encrypted workspace sealed, and reads it with the same key only', async () => {
    const folder = await temporaryFolder();
    const seal = { dataKey: randomBytes(32), vaultId: 'ab'.repeat(16), folder, generation: 3 };
    const file = { path: join(folder, 'search', 'statements.index'), mayWrite: true, seal };
    await (await built(many, file)).close();
    const saved = await readFile(file.path);
    expect(await findPlaintext(folder)).toEqual([]);
    expect(saved.includes('tsikhanouskaya') || saved.includes('torture')).toBe(false);
    const again = await built(many, file);
    expect(await hitsOf(again, 'torture')).not.toEqual([]);
    await again.close();
    expect((await readFile(file.path)).equals(saved)).toBe(true);
    await (await built(many, { ...file, seal: { ...seal, dataKey: randomBytes(32) } })).close();
    expect((await readFile(file.path)).equals(saved)).toBe(false);
  });

  it('takes in what has come, gone and changed since', async () => {
    const path = join(await temporaryFolder(), 'search', 'statements.index');
    const file = { path, mayWrite: true };
    await (await built(many, file)).close();
    const changed = [...many.slice(2), statementOf('s1', 'Another text.'), statementOf('new', 'A new text.')];
    const searcher = await built(changed, file);
    const fresh = await built(changed, null);
    for (const query of ['torture', 'another OR new', 'number', 'word1', 'word0']) {
      expect(await hitsOf(searcher, query)).toEqual(await hitsOf(fresh, query));
    }
    await searcher.close();
    const last = await built(changed, { path, mayWrite: false });
    expect(await hitsOf(last, 'another OR new')).toEqual(await hitsOf(fresh, 'another OR new'));
    await last.close();
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    [
      'with a bit flipped',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 1 : byte))),
    ],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('{"format":"other"}')],
  ])('throws away an index that is %s', async (_what, damage) => {
    const path = join(await temporaryFolder(), 'search', 'statements.index');
    await (await built(many, { path, mayWrite: true })).close();
    const whole = await readFile(path);
    await writeFile(path, damage(whole));
    const again = await built(many, { path, mayWrite: true });
    expect((await again.search({ ...request, query: 'torture' })).total).toBe(many.length);
    await again.close();
    expect(await readFile(path)).toEqual(whole);
  });

  it('follows notes and tags from the first moment on', async () => {
    const searcher = new LocalSearcher(byId(many.slice(0, 3)), null);
    const note = { id: 'h', statement: 's1', passage: null, tags: [], note: 'Mind the gap' };
    searcher.tell({ put: [note], removed: [], tags: initialTags, statements: [] });
    const found = await searcher.search({ ...request, query: 'gap OR elections' });
    expect(found.notes.map(({ highlight }) => highlight)).toEqual(['h']);
    expect(found.tags.map(({ path }) => path)).toEqual(['elections']);
    await searcher.close();
  });

  it('reads no text of a saved index before a hit of it is shown', async () => {
    const path = join(await temporaryFolder(), 'statements.index');
    await (await built(many, { path, mayWrite: true })).close();
    const read: string[] = [];
    const watched = many.map((statement) => ({
      ...statement,
      get text() {
        read.push(statement.summary.id);
        return statement.text;
      },
    }));
    const searcher = await built(watched, { path, mayWrite: false });
    expect(read).toEqual([]);
    expect(await hitsOf(searcher, 'word7')).toEqual(await hitsOf(await built(many, null), 'word7'));
    expect([...new Set(read)]).toEqual(['s7']);
  });

  it('gives no hit in a text that is found otherwise than it was indexed: it finds what stands there now', async () => {
    const path = join(await temporaryFolder(), 'statements.index');
    await (await built(many, { path, mayWrite: true })).close();
    let sha256 = many[7]?.sha256 ?? '';
    const changed = statementOf('s7', 'Nothing of it is left but word8 and a garden.');
    const found = many.map((statement, at) =>
      at === 7
        ? {
            ...statement,
            get text() {
              sha256 = changed.sha256;
              return changed.text;
            },
            get sha256() {
              return sha256;
            },
            get blocks() {
              return sha256 === changed.sha256 ? changed.blocks : statement.blocks;
            },
          }
        : statement,
    );
    const searcher = await built(found, { path, mayWrite: false });
    expect(await hitsOf(searcher, 'word7')).toEqual([]);
    expect((await searcher.search({ ...request, query: 'garden' })).hits.map(({ statement }) => statement)).toEqual([
      's7',
    ]);
  });

  it('takes what is said of a statement otherwise without indexing its words again', async () => {
    const [first] = many;
    if (!first) throw new Error('There are no statements.');
    const publisher = { value: 'Viasna', basis: 'stated', from: 'Its letterhead.' } as const;
    const statements = byId(many);
    const searcher = await built(many, null);
    const retold = new Map(statements);
    const live = new LocalSearcher(retold, null);
    while ((await live.search({ ...request, query: 'x' })).building) await wait(5);
    retold.set('s0', { ...first, summary: { ...first.summary, publisher } });
    live.tell({ put: [], removed: [], tags: null, statements: [{ id: 's0', statement: null }] });
    while ((await live.search({ ...request, query: 'x' })).building) await wait(5);
    expect((await live.search({ ...request, query: 'word0 publisher:viasna' })).total).toBe(1);
    expect(await hitsOf(live, 'torture')).toEqual(await hitsOf(searcher, 'torture'));
  });
});
