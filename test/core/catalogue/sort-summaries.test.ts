import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '../../../core/catalogue/catalogue-change.ts';
import { sortSummaries } from '../../../core/catalogue/sort-summaries.ts';
import { plainEntry } from './any-entry.ts';

const field = (value: string | null) => ({ value, basis: 'stated' as const, from: 'x' });
const { compare } = new Intl.Collator('be');
const idsOf = (entries: readonly CatalogueEntry[]): string[] => entries.map(({ id }) => id);

const added = (number: number, time: string): CatalogueEntry => ({
  ...plainEntry(number),
  own: {
    format: 'text',
    encoding: null,
    original: '',
    added: time,
    modified: '',
    versions: [{ added: '', sha256: '', name: 'a' }],
  },
});

describe('sorting statements', () => {
  it('compares names as their reader’s language does', () => {
    const entries = ['Ясь', 'Іна', 'Яна', null].map((title, at) => plainEntry(at, { title: field(title) }));
    expect(idsOf(sortSummaries(entries, 'title', 'ascending', compare))).toEqual(['s-1', 's-2', 's-0', 's-3']);
    expect(idsOf(sortSummaries(entries, 'title', 'descending', compare))).toEqual(['s-0', 's-2', 's-1', 's-3']);
  });

  it('compares dates by when they are, and has what is none last in both directions', () => {
    const dates = ['2021', null, '2020-11-05', 'long ago', '2020?', '2020-11'];
    const entries = dates.map((date, at) => plainEntry(at, { date: field(date) }));
    const ids = (direction: 'ascending' | 'descending') => idsOf(sortSummaries(entries, 'date', direction, compare));
    expect(ids('ascending')).toEqual(['s-4', 's-5', 's-2', 's-0', 's-1', 's-3']);
    expect(ids('descending')).toEqual(['s-0', 's-2', 's-5', 's-4', 's-1', 's-3']);
  });

  it('compares when statements were added, with those of the bundled collection last', () => {
    const entries = [plainEntry(0), added(1, '2026-02-01T00:00:00.000Z'), added(2, '2026-01-01T00:00:00.000Z')];
    expect(idsOf(sortSummaries(entries, 'added', 'ascending', compare))).toEqual(['s-2', 's-1', 's-0']);
    expect(idsOf(sortSummaries(entries, 'added', 'descending', compare))).toEqual(['s-1', 's-2', 's-0']);
  });

  it('does not depend on the order that they come in, and loses none', () => {
    const entries = fc
      .array(fc.option(fc.constantFrom('A', 'B', 'b'), { nil: null }), { maxLength: 9 })
      .map((all) => all.map((publisher, at) => plainEntry(at, { publisher: field(publisher) })));
    const both = entries.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(both, fc.constantFrom('ascending', 'descending'), ([all, shuffled], direction) => {
        const sorted = sortSummaries(all, 'publisher', direction, compare);
        expect(sortSummaries(shuffled, 'publisher', direction, compare)).toEqual(sorted);
        expect(idsOf(sorted).sort()).toEqual(idsOf(all).sort());
        const firstNull = sorted.findIndex(({ publisher }) => publisher.value === null);
        if (firstNull >= 0)
          expect(sorted.slice(firstNull).every(({ publisher }) => publisher.value === null)).toBe(true);
      }),
    );
  });
});
