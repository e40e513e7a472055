import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '../../../core/catalogue/catalogue-change.ts';
import {
  type ChosenFacets,
  type FacetName,
  type FacetValue,
  facetNames,
  facetsOf,
  filterSummaries,
} from '../../../core/catalogue/facets.ts';
import { Person } from '../../../core/statements/catalogue.ts';
import { plainEntry } from './any-entry.ts';

const field = <Value>(value: Value | null) => ({ value, basis: 'stated' as const, from: 'x' });
const oneOf = <Value>(...values: Value[]) => fc.option(fc.constantFrom(...values), { nil: null }).map(field);
const name = fc.constantFrom('Anna', 'Ціханоўская', '__proto__');

const collection = fc
  .array(
    fc.record({
      publisher: oneOf('A', 'B', 'constructor'),
      kind: oneOf('law' as const, 'speech' as const),
      date: oneOf('2020', '2020-11?', '2021-01-02~', '2020-12/2021-01', 'long ago', '2020/..', '20XX'),
      language: oneOf('en', 'be'),
      people: fc
        .option(
          fc.array(fc.record({ name, role: fc.constant(''), as: fc.constantFrom(...Person.shape.as.options) }), {
            minLength: 1,
            maxLength: 3,
          }),
          { nil: null },
        )
        .map(field),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((fields, at) => plainEntry(at, fields)));

const values = (...all: string[]) => fc.subarray<FacetValue>([...all, null]);
const choice: fc.Arbitrary<ChosenFacets> = fc.record(
  {
    publisher: values('A', 'constructor'),
    kind: values('law'),
    year: values('2020', '2021'),
    language: values('en'),
    speaker: values('Anna', '__proto__'),
  },
  { requiredKeys: [] },
);

const years: Readonly<Record<string, string[]>> = {
  '2020': ['2020'],
  '2020-11?': ['2020'],
  '2021-01-02~': ['2021'],
  '2020-12/2021-01': ['2020', '2021'],
};

function naiveValues(entry: CatalogueEntry, facet: FacetName): FacetValue[] {
  if (facet === 'year') return years[entry.date.value ?? ''] ?? [null];
  if (facet !== 'speaker') return [entry[facet].value];
  const people = entry.people.value?.filter(({ as }) => as === 'speaker' || as === 'author') ?? [];
  return people.length === 0 ? [null] : [...new Set(people.map((person) => person.name))];
}

const naiveFilter = (entries: readonly CatalogueEntry[], chosen: ChosenFacets): CatalogueEntry[] =>
  entries.filter((entry) =>
    facetNames.every((facet) => {
      const wanted = chosen[facet] ?? [];
      return wanted.length === 0 || naiveValues(entry, facet).some((value) => wanted.includes(value));
    }),
  );

describe('facets', () => {
  it('leave and count what a naive filter does', () => {
    fc.assert(
      fc.property(collection, choice, (entries, chosen) => {
        expect(filterSummaries(entries, chosen)).toEqual(naiveFilter(entries, chosen));
        const counts = facetsOf(entries, chosen);
        for (const facet of facetNames) {
          const left = naiveFilter(entries, { ...chosen, [facet]: [] });
          const all = new Set(entries.flatMap((entry) => naiveValues(entry, facet)));
          const expected = [...all].map((value): [FacetValue, number] => [
            value,
            left.filter((entry) => naiveValues(entry, facet).includes(value)).length,
          ]);
          expect(new Map(counts[facet])).toEqual(new Map(expected));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('count an uncertain date in its year, and an unknown one as none', () => {
    const entries = ['2023?', '2023-05', '199X/2020', '', null].map((date, at) =>
      plainEntry(at, { date: field(date) }),
    );
    expect([...facetsOf(entries).year]).toEqual([
      ['2023', 2],
      [null, 3],
    ]);
  });

  it('are counted over ten thousand statements', () => {
    const entries = Array.from({ length: 10_000 }, (_, at) =>
      plainEntry(at, { publisher: field(`P ${at % 500}`), date: field(`${1990 + (at % 30)}-05-01`) }),
    );
    const { publisher } = facetsOf(entries, { year: ['1990', '1991'], publisher: ['P 1'] });
    expect([...publisher.values()].reduce((sum, count) => sum + count, 0)).toBe(668);
  });
});
