import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTags } from '../../../../core/exchange/fold-tags.ts';
import type { Incoming } from '../../../../core/exchange/incoming.ts';
import { parseCsv } from '../../../../core/exchange/taguette/parse-csv.ts';
import { readCodebookCsv } from '../../../../core/exchange/taguette/read-codebook-csv.ts';
import { writeCodebookCsv, writeHighlightsCsv } from '../../../../core/exchange/taguette/write-taguette-csv.ts';
import { noWork, type TagRecord, type Work } from '../../../../core/exchange/work.ts';
import { writeTable } from '../../../../core/export/csv.ts';
import { inEnglish } from '../../../../core/sentence.ts';
import { checkTagName, initialTags, tagNameKey } from '../../../../core/tags/tag.ts';
import { inTreeOrder } from '../../../../core/tags/tag-tree.ts';
import { hardText } from '../../../support/hard-text.ts';
import { threeWorkspaces, workOf } from '../any-work.ts';

function take(text: string): Incoming {
  const read = readCodebookCsv(text);
  if (!read.ok) throw new Error(read.fault.message);
  return read.value;
}

const pathsOf = (work: Work): [string, string][] =>
  inTreeOrder([...foldTags(work.tags).values()], (a, b) => (a < b ? -1 : 1)).map(({ path, tag }) => [
    path,
    tag.description,
  ]);

const said = ({ lines }: Incoming, outcome: string): string[] =>
  lines.filter((line) => line.outcome === outcome).map(({ sentence }) => inEnglish(sentence));

const tagRecord = (name: string, parent: string | null, description: string): TagRecord => ({
  lives: 1,
  since: '',
  fields: {
    name: { value: name, at: '' },
    parent: { value: parent, at: '' },
    description: { value: description, at: '' },
  },
});

describe('parseCsv', () => {
  it('ends in time where long paths full of dots lie under each other', () => {
    const path = (at: number): string => `${'a.'.repeat(990)}${at}`;
    const rows = Array.from({ length: 1_500 }, (_, at) => `${path(at)},${path(at + 1)}`);
    expect(Object.keys(take(`tag,parent\n${rows.join('\n')}`).work.tags).length).toBeGreaterThan(0);
  });

  it('reads every table that is written, cell by cell', () => {
    const cell = fc.oneof(hardText, fc.constantFrom('"', '""', ',', ';', '\t', '\n', 'a "b" c', ' x '));
    // A row of empty cells, or of one, says nothing; and a cell that could run as a formula is written with an apostrophe.
    const table = fc
      .array(
        fc.array(
          cell.filter((text) => !/^'*[=+\-@\t\r]/u.test(text)),
          { minLength: 3, maxLength: 3 },
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((rows) => [['a', 'b', 'c'], ...rows]);
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseCsv(writeTable(rows).slice(1), 100)).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  it('knows semicolons and tabs, and any end of line', () => {
    expect(parseCsv('tag;description\ra;"b;c"\r\n\r\nd;e\n', 10)).toEqual([
      ['tag', 'description'],
      ['a', 'b;c'],
      ['d', 'e'],
    ]);
    expect(parseCsv('tag\tdescription\na\tb, c', 10)).toEqual([
      ['tag', 'description'],
      ['a', 'b, c'],
    ]);
  });

  it('gives nothing of a table that is damaged or beyond all use', () => {
    expect(parseCsv('a,"b', 10)).toBeNull();
    expect(parseCsv('a\n'.repeat(20), 10)).toBeNull();
    expect(parseCsv(','.repeat(2_000), 10)).toBeNull();
    expect(parseCsv('x'.repeat(2_000_000), 10)).toBeNull();
  });
});

describe('a codebook as CSV', () => {
  it('comes back as it was written: paths and descriptions, counts beside them', () => {
    const name = hardText
      .map((text) => checkTagName(text))
      .filter((checked) => checked.ok)
      .map((checked) => (checked.ok ? checked.value : ''));
    const dotted = fc.constantFrom('a', 'a.b', 'a.b.c', 'U.S.', '-1', "'=x", 'a , b;');
    const books = fc.uniqueArray(fc.tuple(fc.oneof(name, dotted), hardText), {
      selector: ([text]) => tagNameKey(text),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(books, fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }), (book, parents) => {
        const records = book.map(([text, description], at): [string, TagRecord] => {
          const parent = parents[at] ?? 0;
          return [`tag ${at}`, tagRecord(text, parent < at ? `tag ${parent}` : null, description)];
        });
        const work = { ...noWork('w'), tags: Object.fromEntries(records) };
        expect(pathsOf(take(writeCodebookCsv(work)).work)).toEqual(pathsOf(work));
      }),
      { numRuns: 100 },
    );
  });

  it('counts what is tagged, and writes a row of highlights for every tag', () => {
    fc.assert(
      fc.property(threeWorkspaces, ([anna]) => {
        const work = workOf(anna);
        const book = parseCsv(writeCodebookCsv(work).slice(1), 1_000) ?? [];
        const rows = parseCsv(writeHighlightsCsv(work).slice(1), 10_000) ?? [];
        expect(rows[0]).toEqual(['id', 'document', 'tag', 'content']);
        const counted = book.slice(1).reduce((sum, [, , count]) => sum + Number(count), 0);
        expect(rows.slice(1).filter(([, , tag]) => tag !== '')).toHaveLength(counted);
        expect(new Set(rows.slice(1).map(([id]) => id)).size).toBe(Object.keys(anna.highlights).length);
      }),
      { numRuns: 30 },
    );
  });

  it('is the same tag for everybody who has one of its path', () => {
    const { work } = take('name,description\nTorture,\nDetention/Conditions,Cells\n');
    expect(Object.keys(work.tags)).toEqual(expect.arrayContaining([initialTags[0]?.id, initialTags[1]?.id]));
    expect(pathsOf(work)).toEqual([
      ['Detention', ''],
      ['Detention/Conditions', 'Cells'],
      ['Torture', ''],
    ]);
    expect(work.tags[initialTags[1]?.id ?? '']?.fields).not.toHaveProperty('description');
  });

  it('finds one’s own tags by their paths, and renames none', () => {
    const tag = (id: string, name: string, parent: string | null) =>
      ({ id, name, parent, colour: 'blue', shortcut: null, description: '' }) as const;
    const [initial] = initialTags;
    const own = [tag('one', 'Prisons', null), tag('two', 'food', 'one'), tag(initial?.id ?? '', 'renamed', null)];
    const read = readCodebookCsv('tag,description\nprisons/Food,Of it\ntorture,\n', own);
    const tags = read.ok ? read.value.work.tags : {};
    expect(tags['one']?.fields).toEqual({ name: { value: 'Prisons', at: '' }, parent: { value: null, at: '' } });
    expect(tags['two']?.fields).toMatchObject({ name: { value: 'food' }, description: { value: 'Of it' } });
    expect(Object.keys(tags)).toHaveLength(3);
    expect(Object.keys(tags)).not.toContain(initial?.id);
  });

  it('has dots part levels only where what stands before is a tag, and knows the parents of later versions', () => {
    expect(pathsOf(take('tag\npeople\npeople.officials\nU.S. policy\n').work).map(([path]) => path)).toEqual([
      'U.S. policy',
      'people',
      'people/officials',
    ]);
    expect(pathsOf(take('tag,parent\nb,a\na,\nc,b\nx,x\n').work).map(([path]) => path)).toEqual(
      expect.arrayContaining(['a', 'a/b', 'a/b/c']),
    );
  });

  it('says what it changed and what it left out', () => {
    const long = 'x'.repeat(150);
    const incoming = take(`tag,description\n${long},\n\u200b,\n,lost\nbell\u0007,${'d'.repeat(20_000)}\n`);
    expect(said(incoming, 'changed')).toEqual([
      expect.stringContaining('is called'),
      expect.stringContaining('is called “bell”'),
      expect.stringContaining('was cut after 10000'),
    ]);
    expect(said(incoming, 'refused')).toEqual([
      expect.stringContaining('no name that can be kept'),
      expect.stringContaining('Row 4'),
    ]);
    const deep = take(`tag\n${Array.from({ length: 30 }, (_, at) => at).join('/')}\n`);
    expect(said(deep, 'changed')).toHaveLength(1);
    expect(Object.keys(take('tag\n__proto__\nconstructor\n').work.tags)).toHaveLength(2);
  });

  it('does not read tables without one column of tags', () => {
    for (const text of ['', 'a,b\n1,2\n', 'tag,name\na,b\n', 'Tag,PATH\na,b\n']) {
      expect(readCodebookCsv(text)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    }
  });
});
