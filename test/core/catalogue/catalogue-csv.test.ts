import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueColumns } from '../../../core/catalogue/catalogue-cells.ts';
import type { CatalogueEntry, CatalogueReading } from '../../../core/catalogue/catalogue-change.ts';
import { readCatalogueCsv } from '../../../core/catalogue/read-catalogue-csv.ts';
import { writeCatalogueCsv } from '../../../core/catalogue/write-catalogue-csv.ts';
import { inEnglish } from '../../../core/sentence.ts';
import { readBundledStatements } from '../../support/bundled-statements.ts';
import { anyFields, entryOf, plainEntry } from './any-entry.ts';

function take(text: string, entries: readonly CatalogueEntry[]): CatalogueReading {
  const read = readCatalogueCsv(text, entries);
  if (!read.ok) throw new Error(read.fault.message);
  return read.value;
}

const said = ({ lines }: CatalogueReading): string[] => lines.map(({ sentence }) => inEnglish(sentence));

/** What is said of a table whose only row is about statement 1. */
const saidOf = (columns: string, cells: string): string[] =>
  said(take(`id,${columns}\ns-1,${cells}\n`, [plainEntry(1)]));

describe('the catalogue as CSV', () => {
  it('says of what it was written from that nothing changes, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(anyFields, { minLength: 1, maxLength: 4 }), (all) => {
        const entries = all.map((fields, at) => entryOf(at, fields));
        expect(take(writeCatalogueCsv(entries), entries)).toEqual({ changes: [], unchanged: all.length, lines: [] });
      }),
      { numRuns: 150 },
    );
  });

  it('makes of any other catalogue the very one that was written', () => {
    fc.assert(
      fc.property(anyFields, anyFields, (written, other) => {
        const [entry, base] = [entryOf(1, written), entryOf(1, other)];
        const { changes, lines } = take(writeCatalogueCsv([entry]), [base]);
        expect(lines).toEqual([]);
        expect({ ...base, ...changes[0]?.fields }).toEqual(entry);
      }),
      { numRuns: 150 },
    );
  });

  it('is a table that spreadsheets take for UTF-8, with a row for each statement', async () => {
    const entries = (await readBundledStatements()).map(({ record }) => record);
    const text = writeCatalogueCsv(entries);
    expect(text.startsWith(`\ufeff${catalogueColumns.join(',')}\r\n`)).toBe(true);
    expect(text).not.toMatch(/(?:^|,)[=+@-]/mu);
    expect(take(text, entries)).toEqual({ changes: [], unchanged: entries.length, lines: [] });
  });

  it('finds a statement by the SHA-256 of its file, as it was imported, where no id does', () => {
    const original = 'a'.repeat(64);
    const own: CatalogueEntry = {
      ...plainEntry(1),
      own: {
        format: 'pdf',
        encoding: null,
        original,
        added: '',
        modified: '',
        versions: [{ added: '', sha256: '', name: 'a.pdf' }],
      },
    };
    const { changes } = take(`sha256,title\n${original.toUpperCase()},New\n`, [own, plainEntry(2)]);
    expect(changes).toEqual([
      { id: 's-1', fields: { title: { value: 'New', basis: 'stated', from: 'CSV of the catalogue.' } } },
    ]);
    expect(writeCatalogueCsv([own])).toContain(`s-1,1.txt,${original},`);
  });

  it('changes the fields that a table has columns for, and no other', () => {
    const { changes } = take('id,kind,rights basis,people\ns-1,Law,inferred,"Author|C D|\n speaker | Ё | e \\| f"\n', [
      plainEntry(1),
    ]);
    const from = 'CSV of the catalogue.';
    const value = [
      { name: 'C D', role: '', as: 'author' },
      { name: 'Ё', role: 'e | f', as: 'speaker' },
    ];
    expect(changes[0]?.fields).toEqual({
      kind: { value: 'law', basis: 'stated', from },
      rights: { value: 'Public domain', basis: 'inferred', from: 'Line 1.' },
      people: { value, basis: 'stated', from },
    });
  });

  it('empties a field whose cell is empty, and never takes back the id, the file and the SHA-256', () => {
    const { changes } = take('id,file,sha256,place\ns-1,other.txt,ffff,\n', [plainEntry(1)]);
    expect(changes).toEqual([
      { id: 's-1', fields: { place: { value: null, basis: 'stated', from: 'CSV of the catalogue.' } } },
    ]);
  });

  it('says in which row and column what is wrong, and leaves the row out whole', () => {
    expect(saidOf('title,kind', 'New,novel')).toEqual([
      expect.stringMatching(
        /^Row 2 was left out: “novel” in the column “kind” is none of .+: press statement, .+ other\.$/u,
      ),
    ]);
    expect(saidOf('title basis', 'maybe')).toEqual([
      'Row 2 was left out: “maybe” in the column “title basis” is none of those that there are: stated, inferred.',
    ]);
    expect(saidOf('people', 'singer | A | b')).toEqual([
      expect.stringMatching(/^Row 2 .+“people”.+speaker, author, /u),
    ]);
    expect(saidOf('people', 'Anna Bo')).toHaveLength(1);
    expect(saidOf('title', 'x'.repeat(20_001))).toEqual([
      'Row 2 was left out: its column “title” has more than 20000 characters.',
    ]);
    expect(take('id,title,kind\ns-1,New,novel\n', [plainEntry(1)]).changes).toEqual([]);
  });

  it.each(['yesterday', '05.11.2020', '2020-13', '2020-02-30', '2021/2020', '20', '2020-11-05T10:00'])(
    'takes %s for no date',
    (date) => {
      expect(saidOf('date', date)).toEqual([expect.stringContaining(`“${date}” in the column “date” is no date`)]);
    },
  );

  it.each(['English', 'x', 'en-', 'e n'])('takes %s for no language', (language) => {
    expect(saidOf('language', language)).toEqual([expect.stringContaining('is no language tag')]);
  });

  it('writes a language tag as it is usually written', () => {
    expect(take('id,language\ns-1,be_by\n', [plainEntry(1)]).changes[0]?.fields.language?.value).toBe('be-BY');
  });

  it('says of a row without a statement of its own why it was left out', () => {
    const twin = { ...plainEntry(2), sha256: plainEntry(1).sha256 };
    const table = `id,sha256,title\nx,,A\n,${twin.sha256},B\ns-1,,C\ns-1,,D\n,,\n`;
    const reading = take(table, [plainEntry(1), twin]);
    expect(said(reading)).toEqual([
      'Row 2 was left out: there is no statement with its id or its SHA-256.',
      'Row 3 was left out: several statements have its SHA-256. Give it the id of one of them.',
      'Row 5 was left out: row 4 is about the same statement.',
    ]);
    expect(reading.lines.map(({ item }) => item)).toEqual(['A', 'B', 'D']);
    expect(reading.changes.map(({ id }) => id)).toEqual(['s-1']);
  });

  it('reads a table with semicolons, names columns that are none of it, and is not misled by odd names', () => {
    const reading = take('ID;Colour;__proto__;TITLE\nconstructor;red;x;y\ns-1;red;x;Нова\n', [plainEntry(1)]);
    expect(reading.changes[0]?.fields.title?.value).toBe('Нова');
    expect(reading.lines.map(({ item }) => item)).toEqual(['colour', '__proto__', 'y']);
  });

  it.each(['', 'title\nA\n', 'id,id\ns-1,s-1\n', 'id,title\ns-1,"open\n', '\u0000\u0001PK'])('refuses %j', (text) => {
    const read = readCatalogueCsv(text, [plainEntry(1)]);
    expect(read.ok ? 'taken' : read.fault.code).toBe('invalid');
  });

  it('reads ten thousand statements in time', () => {
    const entries = Array.from({ length: 10_000 }, (_, at) => plainEntry(at));
    const text = writeCatalogueCsv(entries).replaceAll('Minsk', 'Brest');
    const { changes } = take(text, entries);
    expect(changes).toHaveLength(10_000);
    expect(changes.at(-1)?.fields.place?.value).toBe('Brest');
  });
});
