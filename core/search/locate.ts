import type { Passage } from '../text/passage.ts';
import { type Occurrence, occurrencesOf } from './occurrences.ts';
import type { Query, QueryTerm } from './query.ts';
import { type Stretch, shortestOf, shortestWithAll } from './shortest-stretch.ts';
import type { Word } from './words.ts';

/** Where all terms of a query stand in one text. `byTerm` runs parallel to the query's terms. */
export interface Location {
  /** The shortest stretch with every term in it; the phrase, where the terms stand side by side in the query's order. */
  readonly stretch: Stretch;
  readonly isPhrase: boolean;
  readonly byTerm: readonly (readonly Occurrence[])[];
  /** Every matching word, in text order, none inside another. */
  readonly matches: readonly Passage[];
}

function outermost(passages: readonly Passage[]): Passage[] {
  const kept: Passage[] = [];
  for (const { start, end } of [...passages].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= (kept.at(-1)?.end ?? 0)) kept.push({ start, end });
  }
  return kept;
}

/** Finds the terms of `query` in a text, given its words as `groupWords` has them; `null` unless all are there. */
export function locateQuery(groups: readonly (readonly Word[])[], query: Query): Location | null {
  const byTerm: Occurrence[][] = [];
  for (const term of query.terms) {
    const occurrences = occurrencesOf(groups, term.words);
    if (occurrences.length === 0) return null;
    byTerm.push(occurrences);
  }
  const sideBySide = occurrencesOf(
    groups,
    query.terms.flatMap((term: QueryTerm) => term.words),
  );
  const phrase = shortestOf(sideBySide);
  const stretch = phrase ?? shortestWithAll(byTerm);
  if (!stretch) return null;
  const { start, end, first, next } = stretch;
  const words = byTerm.flatMap((occurrences) => occurrences.flatMap((occurrence) => occurrence.words));
  return { stretch: { start, end, first, next }, isPhrase: phrase !== undefined, byTerm, matches: outermost(words) };
}
