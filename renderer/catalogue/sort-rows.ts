import { sortSummaries } from '../../core/catalogue/sort-summaries.ts';
import type { StatementKind } from '../../core/statements/catalogue.ts';
import type { StatementSummary } from '../../core/statements/statement.ts';
import type { HighlightCounts } from '../library/count-highlights.ts';
import type { RowOrder } from './catalogue-place.ts';

/** What rows are sorted with: the words of the interface’s language, and their order. */
export interface SortWords {
  readonly compareNames: (a: string, b: string) => number;
  readonly wordKind: (kind: StatementKind) => string;
  readonly nameLanguage: (tag: string) => string;
}

function wordIn(summary: StatementSummary, by: 'kind' | 'language', words: SortWords): string | null {
  if (by === 'kind') return summary.kind.value && words.wordKind(summary.kind.value);
  return summary.language.value && words.nameLanguage(summary.language.value);
}

/**
 * Statements in the order of a column. Those that it says nothing of come last in either direction; what is alike stands as it stood in
 * `summaries`.
 */
export function sortRows(
  summaries: readonly StatementSummary[],
  { by, direction }: RowOrder,
  words: SortWords,
  counts: HighlightCounts['byStatement'],
): readonly StatementSummary[] {
  const sign = direction === 'ascending' ? 1 : -1;
  if (by === 'highlights') {
    const countOf = ({ id }: StatementSummary): number => counts.get(id)?.count ?? 0;
    return summaries.toSorted((a, b) => sign * (countOf(a) - countOf(b)));
  }
  if (by !== 'kind' && by !== 'language') return sortSummaries(summaries, by, direction, words.compareNames);
  // There are few different ones: each is put in its place once, and not at every comparison.
  const named = new Map(
    [...new Set(summaries.map((summary) => summary[by].value))].map((value) => [
      value,
      summaries.find((summary) => summary[by].value === value),
    ]),
  );
  const ranks = new Map(
    [...named]
      .map(([value, summary]) => ({ value, word: summary ? wordIn(summary, by, words) : null }))
      .sort((a, b) =>
        a.word === null || b.word === null
          ? Number(a.word === null) - Number(b.word === null)
          : sign * words.compareNames(a.word, b.word),
      )
      .map(({ value }, rank) => [value, rank]),
  );
  return summaries.toSorted((a, b) => (ranks.get(a[by].value) ?? 0) - (ranks.get(b[by].value) ?? 0));
}

/**
 * `summaries` as they stood in `before`, those that were not there at the end: what is nearly in order already is sorted in a fraction of the
 * time.
 */
export function asBefore(
  summaries: readonly StatementSummary[],
  before: readonly StatementSummary[],
): readonly StatementSummary[] {
  if (before.length === 0) return summaries;
  const all = new Map(summaries.map((summary) => [summary.id, summary]));
  const known = before.flatMap(({ id }) => {
    const summary = all.get(id);
    all.delete(id);
    return summary ?? [];
  });
  return [...known, ...all.values()];
}
