import { dateKeyOf } from '../excerpts/date-span.ts';
import type { StatementSummary } from '../statements/statement.ts';

export type SummaryOrder = 'title' | 'date' | 'publisher' | 'added';

/** What of a summary its place in an order follows from. */
export type SortedSummary = Pick<StatementSummary, 'id' | 'title' | 'date' | 'publisher' | 'own'>;

type Compare = (a: string, b: string) => number;

const byCode: Compare = (a, b) => (a < b ? -1 : Number(a > b));

function keyOf({ title, date, publisher, own }: SortedSummary, order: SummaryOrder): string | null {
  if (order === 'added') return own?.added ?? null;
  // What is no date has no place among dates.
  if (order === 'date') return date.value === null ? null : dateKeyOf(date.value);
  return { title, publisher }[order].value;
}

/**
 * Statements in an order, `compareNames` being that of their reader's language. Those without a title, date, publisher or time of their
 * being added come last in either direction, and what is alike stands by its id.
 */
export function sortSummaries<Summary extends SortedSummary>(
  summaries: readonly Summary[],
  order: SummaryOrder,
  direction: 'ascending' | 'descending',
  compareNames: Compare,
): Summary[] {
  const compare = order === 'date' || order === 'added' ? byCode : compareNames;
  const sign = direction === 'ascending' ? 1 : -1;
  return summaries
    .map((summary) => ({ summary, key: keyOf(summary, order) }))
    .sort((a, b) => {
      const known = a.key === null || b.key === null ? Number(a.key === null) - Number(b.key === null) : null;
      return (known ?? sign * compare(a.key ?? '', b.key ?? '')) || byCode(a.summary.id, b.summary.id);
    })
    .map(({ summary }) => summary);
}
