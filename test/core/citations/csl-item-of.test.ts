import { describe, expect, it } from 'vitest';
import { CslItem } from '../../../core/citations/csl-item.ts';
import { type CitedRecord, cslItemOf } from '../../../core/citations/csl-item-of.ts';
import { readBundledStatements } from '../../support/bundled-statements.ts';

const stated = <Value>(value: Value) => ({ value, basis: 'stated' as const, from: 'Line 1.' });
const inferred = <Value>(value: Value) => ({ value, basis: 'inferred' as const, from: 'The text.' });

const record: CitedRecord = {
  id: 'one',
  file: 'one.txt',
  title: stated('A title'),
  kind: stated('news report'),
  publisher: stated('A paper'),
  people: stated([{ name: 'Danila Galperovich', role: 'reporter', as: 'author' }]),
  place: stated('Minsk'),
  date: stated('2020-11-06'),
  language: inferred('en'),
};

const authorsNamed = (name: string, as: 'author' | 'issuer' = 'author') =>
  cslItemOf({ ...record, people: stated([{ name, role: '', as }]) }).author;

describe('a record in CSL-JSON', () => {
  it('has the fields of a news report', () => {
    expect(cslItemOf(record)).toEqual({
      id: 'one',
      type: 'article-newspaper',
      title: 'A title',
      author: [{ family: 'Galperovich', given: 'Danila' }],
      'container-title': 'A paper',
      'publisher-place': 'Minsk',
      language: 'en',
      issued: { 'date-parts': [[2020, 11, 6]] },
    });
  });

  it.each([
    ['press statement', 'report'],
    ['joint statement', 'report'],
    ['press briefing transcript', 'speech'],
  ] as const)('takes a %s for a %s, and keeps its kind', (kind, type) => {
    expect(cslItemOf({ ...record, kind: stated(kind) })).toMatchObject({ type, genre: kind, publisher: 'A paper' });
  });

  it('never makes authors of those who speak in a transcript', () => {
    const people = stated([
      { name: 'Michael Carpenter', role: '', as: 'speaker' as const },
      { name: 'Moderator', role: '', as: 'moderator' as const },
    ]);
    expect(cslItemOf({ ...record, people })).not.toHaveProperty('author');
  });

  it.each([
    'Human Rights Watch',
    'Amnesty International',
    "RFE/RL's Belarus Service",
    'Juan García Márquez',
    'Viasna',
    'Rosa von Praunheim',
  ])('does not take the name %s apart', (name) => {
    expect(authorsNamed(name)).toEqual([{ literal: name }]);
  });

  it.each([
    ['Danila Galperovich', 'Danila', 'Galperovich'],
    ['George W. Bush', 'George W.', 'Bush'],
    ['Святлана Ціханоўская', 'Святлана', 'Ціханоўская'],
    ['J. O’Brien-Smith', 'J.', 'O’Brien-Smith'],
  ])('takes %s apart', (name, given, family) => {
    expect(authorsNamed(name)).toEqual([{ family, given }]);
  });

  it('takes no issuer for a person, nor an author that is the publisher', () => {
    expect(authorsNamed('Danila Galperovich', 'issuer')).toEqual([{ literal: 'Danila Galperovich' }]);
    expect(authorsNamed('A paper')).toEqual([{ literal: 'A paper' }]);
  });

  it.each([
    ['2023', { 'date-parts': [[2023]] }],
    ['2023-05?', { 'date-parts': [[2023, 5]], circa: true }],
    ['2020/..', { literal: '2020/..' }],
  ])('has the date %s', (edtf, issued) => {
    expect(cslItemOf({ ...record, date: stated(edtf) }).issued).toEqual(issued);
  });

  it('leaves out a place that was inferred, and says in its note what else was', () => {
    const item = cslItemOf({
      ...record,
      place: inferred('Washington, D.C.'),
      title: inferred('[A supplied title]'),
      date: inferred('2023?'),
    });
    expect(item).not.toHaveProperty('publisher-place');
    expect(item.note).toBe('Title supplied. Date inferred.');
  });

  it('of a record that says next to nothing has the name of the file in brackets for a title', () => {
    const silent = inferred(null);
    const item = cslItemOf({
      id: 'one',
      file: 'one.txt',
      title: silent,
      kind: silent,
      publisher: silent,
      people: silent,
      place: silent,
      date: silent,
      language: silent,
    });
    expect(item).toEqual({ id: 'one', type: 'document', title: '[one.txt]', note: 'Title supplied.' });
  });

  it('fits its schema for every bundled statement', async () => {
    const bundled = await readBundledStatements();
    expect(bundled).toHaveLength(5);
    for (const { record } of bundled) expect(CslItem.parse(cslItemOf(record))).toEqual(cslItemOf(record));
  });
});
