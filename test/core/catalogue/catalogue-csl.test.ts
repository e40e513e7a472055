import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueEntry, CatalogueReading } from '../../../core/catalogue/catalogue-change.ts';
import { readCatalogueCsl } from '../../../core/catalogue/read-catalogue-csl.ts';
import { writeCatalogueCsl } from '../../../core/catalogue/write-catalogue-csl.ts';
import { inEnglish } from '../../../core/sentence.ts';
import { readBundledStatements } from '../../support/bundled-statements.ts';
import { anyFields, entryOf, plainEntry } from './any-entry.ts';

function take(list: unknown, entries: readonly CatalogueEntry[]): CatalogueReading {
  const read = readCatalogueCsl(list, entries);
  if (!read.ok) throw new Error(read.fault.message);
  return read.value;
}

const said = ({ lines }: CatalogueReading): string[] => lines.map(({ sentence }) => inEnglish(sentence));

/** What an item that finds statement 1 changes of it. */
const changedBy = (item: object, entry = plainEntry(1)) => take([{ id: 's-1', ...item }], [entry]).changes[0]?.fields;

const stated = <Value>(value: Value) => ({ value, basis: 'stated', from: 'CSL-JSON of the catalogue.' });

describe('the catalogue as CSL-JSON', () => {
  it('changes nothing of the bundled statements that it was written from', async () => {
    const entries = (await readBundledStatements()).map(({ record }) => record);
    expect(take(JSON.parse(writeCatalogueCsl(entries)), entries)).toEqual({
      changes: [],
      unchanged: entries.length,
      lines: [],
    });
  });

  it('changes nothing of any other that it was written from, whatever the text', () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        const entry = entryOf(1, fields);
        const reading = take(JSON.parse(writeCatalogueCsl([entry])), [entry]);
        expect(reading).toEqual({ changes: [], unchanged: 1, lines: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('maps what Zotero exports, all of it stated', () => {
    const item = {
      id: 'http://zotero.org/users/1/items/ABC',
      type: 'webpage',
      title: 'Title 1',
      'container-title': 'Вясна',
      publisher: 'A server',
      'publisher-place': 'Vilnius',
      genre: 'Letter',
      language: 'be_by',
      author: [{ family: 'Gogh', given: 'Ян', 'non-dropping-particle': 'van' }, { literal: 'A body' }],
      issued: { 'date-parts': [['2021', 3]], circa: 1 },
      accessed: { 'date-parts': [['2024', 1, 2]] },
    };
    const { changes, lines } = take([item], [plainEntry(1), plainEntry(2)]);
    expect(lines).toEqual([]);
    expect(changes).toEqual([
      {
        id: 's-1',
        fields: {
          kind: stated('letter'),
          publisher: stated('Вясна'),
          people: stated([
            { name: 'Anna Bo', role: 'envoy', as: 'speaker' },
            { name: 'Ян van Gogh', role: 'author', as: 'author' },
            { name: 'A body', role: 'author', as: 'author' },
          ]),
          place: stated('Vilnius'),
          date: stated('2021-03?'),
          language: stated('be-BY'),
        },
      },
    ]);
  });

  it('keeps what the catalogue knows of an author', () => {
    const people = [
      { name: 'C D', role: 'reporter', as: 'author' as const },
      { name: 'A body', role: 'issuing body', as: 'issuer' as const },
    ];
    const entry = plainEntry(1, { people: { value: people, basis: 'inferred', from: 'x' } });
    expect(changedBy({ author: [{ given: 'C', family: 'D' }, { literal: 'A body' }] }, entry)).toBeUndefined();
    expect(changedBy({ author: [{ literal: 'A body' }] }, entry)?.people).toEqual(stated(people.slice(1)));
  });

  it.each([
    [{ 'date-parts': [[2020]] }, '2020'],
    [{ 'date-parts': [[2020, 11, 6]] }, '2020-11-06'],
    [
      {
        'date-parts': [
          [2020, 11],
          [2021, 2],
        ],
      },
      '2020-11/2021-02',
    ],
    [{ literal: '2020-11-06?' }, '2020-11-06?'],
    [{ raw: '1999' }, '1999'],
  ])('reads the date %j as EDTF', (issued, edtf) => {
    expect(changedBy({ issued })?.date).toEqual(stated(edtf));
  });

  it.each([
    ['issued', { 'date-parts': [[2020, 2, 30]] }],
    ['issued', { 'date-parts': [[2020]], season: 3 }],
    ['issued', { literal: 'last spring' }],
    ['issued', { 'date-parts': [['MMXX']] }],
    ['issued', 'x'],
    ['language', 'English'],
    ['genre', 'Press release'],
    ['title', { deep: [] }],
    ['title', 'x'.repeat(30_000)],
    ['author', [{ family: 7 }]],
    ['author', [{}]],
  ])('leaves out the %s %j alone and says so', (key, value) => {
    const reading = take([{ id: 's-1', 'publisher-place': 'Hrodna', [key]: value }], [plainEntry(1)]);
    expect(said(reading)).toEqual([
      `The “${key}” of work 1 was not taken, because the catalogue cannot hold what it says.`,
    ]);
    expect(reading.changes[0]?.fields).toEqual({ place: stated('Hrodna') });
  });

  it('does not take the name of the file for a title', () => {
    const entry = plainEntry(1, { title: { value: null, basis: 'inferred', from: 'It has none.' } });
    expect(changedBy({ title: '[1.txt]' }, entry)).toBeUndefined();
    expect(changedBy({ title: 'One' }, entry)).toEqual({ title: stated('One') });
  });

  it('says which works have no statement of their own', () => {
    const twins = [plainEntry(1), { ...plainEntry(1), id: 's-2' }];
    const list = [{ title: 'Title 1' }, { title: 'title 1' }, null, 'x', [], { id: 's-2' }, { id: 's-2' }, { id: 7 }];
    expect(said(take(list, twins))).toEqual([
      'Work 1 was left out: several statements have its title. Give it the id of one of them.',
      ...[2, 3, 4, 5].map((n) => `Work ${n} was left out: there is no statement with its id or its title.`),
      'Work 7 was left out: work 6 is the same statement.',
      'Work 8 was left out: there is no statement with its id or its title.',
    ]);
  });

  it('has nothing inherited: __proto__ is a name like others', () => {
    const list: unknown = JSON.parse(
      '[{"id":"__proto__"},{"__proto__":{"id":"s-1","title":"Stolen"}},{"id":"s-1","issued":{"__proto__":{"raw":"1999"}},"author":[{"__proto__":{"literal":"X"}}]}]',
    );
    const reading = take(list, [plainEntry(1)]);
    expect(reading.changes).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
  });

  it.each([{}, 'x', null, 7, { items: [] }, Array.from({ length: 100_001 }, () => 0)])(
    'refuses what is no list',
    (list) => {
      const read = readCatalogueCsl(list, [plainEntry(1)]);
      expect(read.ok ? 'taken' : read.fault.code).toBe('invalid');
    },
  );
});
