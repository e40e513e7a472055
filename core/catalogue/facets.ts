import { dateSpanOf } from '../excerpts/date-span.ts';
import type { StatementSummary } from '../statements/statement.ts';

/** What statements are sorted out by. */
export const facetNames = ['publisher', 'kind', 'year', 'language', 'speaker'] as const;
export type FacetName = (typeof facetNames)[number];

/** A value of a facet; `null` for the statements that have none. */
export type FacetValue = string | null;

/** How many statements have each value of each facet. A value that only statements have which the other facets leave out is there, with 0. */
export type FacetCounts = Readonly<Record<FacetName, ReadonlyMap<FacetValue, number>>>;

/** The values that are chosen; none of a facet is as good as all of it. */
export type ChosenFacets = Readonly<Partial<Record<FacetName, readonly FacetValue[]>>>;

/** What of a summary the facets read. */
export type FacetedSummary = Pick<StatementSummary, 'publisher' | 'kind' | 'date' | 'language' | 'people'>;

/** The longest span of which every year counts, in years; of a longer one it is not known in which it was. */
const mostYears = 10;

function readYears(edtf: string | null): readonly FacetValue[] {
  const span = edtf === null ? null : dateSpanOf(edtf);
  if (span === null) return [null];
  const [first, last] = [Number(span.first.slice(0, 4)), Number(span.last.slice(0, 4))];
  if (last < first || last - first >= mostYears) return [null];
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at).padStart(4, '0'));
}

/** What has been read, for as long as the summary is there: each choice counts all of them again. */
const known = new WeakMap<FacetedSummary, readonly FacetValue[]>();

function yearsOf(summary: FacetedSummary): readonly FacetValue[] {
  const years = known.get(summary) ?? readYears(summary.date.value);
  known.set(summary, years);
  return years;
}

function speakersOf({ people }: FacetedSummary): readonly FacetValue[] {
  const names = (people.value ?? []).flatMap(({ as, name }) => (as === 'speaker' || as === 'author' ? name : []));
  return names.length === 0 ? [null] : [...new Set(names)];
}

/** The values that a statement has, each once. */
const valuesOf: Readonly<Record<FacetName, (summary: FacetedSummary) => readonly FacetValue[]>> = {
  publisher: ({ publisher }) => [publisher.value],
  kind: ({ kind }) => [kind.value],
  year: yearsOf,
  language: ({ language }) => [language.value],
  speaker: speakersOf,
};

/** Tells of a facet and the values that a statement has there whether it is among those chosen. */
function prepareChoice(chosen: ChosenFacets): (name: FacetName, values: readonly FacetValue[]) => boolean {
  const sets = new Map(facetNames.map((name) => [name, new Set(chosen[name])]));
  return (name, values) => {
    const wanted = sets.get(name);
    return wanted === undefined || wanted.size === 0 || values.some((value) => wanted.has(value));
  };
}

/**
 * Counts the statements of each value, in one pass: in each facet those that the choice in the others leaves. A date that is
 * uncertain counts in its year, one of several years in each of them.
 */
export function facetsOf(summaries: readonly FacetedSummary[], chosen: ChosenFacets = {}): FacetCounts {
  const isChosen = prepareChoice(chosen);
  const counts: Record<FacetName, Map<FacetValue, number>> = {
    publisher: new Map(),
    kind: new Map(),
    year: new Map(),
    language: new Map(),
    speaker: new Map(),
  };
  for (const summary of summaries) {
    const all = facetNames.map((name) => ({ name, values: valuesOf[name](summary) }));
    const missed = all.filter(({ name, values }) => !isChosen(name, values));
    for (const { name, values } of all) {
      const more = missed.length === 0 || (missed.length === 1 && missed[0]?.name === name) ? 1 : 0;
      for (const value of values) counts[name].set(value, (counts[name].get(value) ?? 0) + more);
    }
  }
  return counts;
}

/** The statements that have one of the values chosen, in every facet in which some are, in the order given. */
export function filterSummaries<Summary extends FacetedSummary>(
  summaries: readonly Summary[],
  chosen: ChosenFacets,
): Summary[] {
  const isChosen = prepareChoice(chosen);
  const used = facetNames.filter((name) => (chosen[name]?.length ?? 0) > 0);
  return summaries.filter((summary) => used.every((name) => isChosen(name, valuesOf[name](summary))));
}
