import { describe, expect, it } from 'vitest';
import type { StatementSummary } from '../../../core/statements/statement.ts';
import { columns } from '../../../renderer/catalogue/catalogue-place.ts';
import { asBefore, sortRows } from '../../../renderer/catalogue/sort-rows.ts';

const said = <Value>(value: Value) => ({ value, basis: 'stated' as const, from: 'Itself.' });

function summary(id: string, part: Partial<StatementSummary> = {}): StatementSummary {
  return {
    id,
    file: `${id}.txt`,
    bytes: 1,
    sha256: 'a'.repeat(64),
    title: said(id),
    kind: said(null),
    publisher: said(null),
    people: said(null),
    place: said(null),
    date: said(null),
    language: said(null),
    rights: said(null),
    fixity: 'verified',
    words: 1,
    ...part,
  };
}

const words = {
  compareNames: (a: string, b: string) => a.localeCompare(b),
  wordKind: (kind: string) => ({ letter: 'A letter', law: 'Z law' })[kind] ?? kind,
  nameLanguage: (tag: string) => ({ be: 'Zulu', ru: 'Afar' })[tag] ?? tag,
};
const ids = (rows: readonly StatementSummary[]): string => rows.map(({ id }) => id).join('');

describe('rows', () => {
  it('are sorted by the words that are shown, and not by those that are kept', () => {
    const rows = [
      summary('a', { kind: said('law'), language: said('be') }),
      summary('b', { kind: said('letter'), language: said('ru') }),
    ];
    for (const by of ['kind', 'language'] as const) {
      expect(ids(sortRows(rows, { by, direction: 'ascending' }, words, new Map()))).toBe('ba');
      expect(ids(sortRows(rows, { by, direction: 'descending' }, words, new Map()))).toBe('ab');
    }
  });

  it('of which nothing is said come last in either direction', () => {
    const rows = [summary('a'), summary('b', { kind: said('law') }), summary('c')];
    for (const direction of ['ascending', 'descending'] as const) {
      expect(ids(sortRows(rows, { by: 'kind', direction }, words, new Map()))).toBe('bac');
    }
  });

  it('are sorted by the number of their highlights', () => {
    const counts = new Map([
      ['b', { count: 10, tags: [] }],
      ['c', { count: 9, tags: [] }],
    ]);
    const rows = [summary('a'), summary('b'), summary('c')];
    expect(ids(sortRows(rows, { by: 'highlights', direction: 'descending' }, words, counts))).toBe('bca');
  });

  it('stay all there, whatever the column', () => {
    const rows = [summary('b', { kind: said('law') }), summary('a'), summary('c', { language: said('be') })];
    for (const by of columns) {
      const sorted = sortRows(rows, { by, direction: 'ascending' }, words, new Map());
      expect(sorted.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    }
  });
});

describe('rows as they stood before', () => {
  it('are all there, each once and as it is now, and the new ones last', () => {
    const now = [summary('a', { words: 2 }), summary('new'), summary('b', { words: 2 })];
    const rows = asBefore(now, [summary('b'), summary('gone'), summary('a')]);
    expect(rows.map(({ id, words: count }) => [id, count])).toEqual([
      ['b', 2],
      ['a', 2],
      ['new', 1],
    ]);
  });
});
