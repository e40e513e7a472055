import type { PlacedHighlight } from '../highlights/highlight.ts';
import type { StatementSummary } from '../statements/statement.ts';
import type { Tag } from '../tags/tag.ts';
import { inTreeOrder } from '../tags/tag-tree.ts';
import { compareDates } from './date-span.ts';
import type { ExcerptGrouping } from './excerpt-filter.ts';

/**
 * Highlights that stand together. `value` is what they have in common: the id of a statement or of a tag, or an EDTF
 * date; `null` for those without a tag or a date, and where they are not grouped. `key` tells the groups of one
 * grouping apart.
 */
export interface ExcerptGroup {
  readonly key: string;
  readonly of: ExcerptGrouping;
  readonly value: string | null;
  readonly highlights: readonly PlacedHighlight[];
}

/** What groups are ordered by: the records of the collection in its order, and all tags. */
export interface GroupingSources {
  readonly summaries: readonly StatementSummary[];
  readonly tags: readonly Tag[];
}

/** Those that `order` lists, in its order, then the others by name, `null` last. */
function byRank(order: readonly string[]): (a: string | null, b: string | null) => number {
  const rank = new Map(order.map((value, index) => [value, index]));
  const rankOf = (value: string | null): number =>
    value === null ? order.length + 1 : (rank.get(value) ?? order.length);
  return (a, b) => rankOf(a) - rankOf(b) || ((a ?? '') < (b ?? '') ? -1 : 1);
}

function byDate(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareDates(a, b);
}

/**
 * Puts highlights together by `groupBy`: statements in the order of the collection, tags in the order of the tree (one
 * with several tags stands under each), dates as time goes; those without come last. Within a group they keep the order
 * they come in. There are no empty groups.
 */
export function groupHighlights(
  highlights: readonly PlacedHighlight[],
  groupBy: ExcerptGrouping,
  { summaries, tags }: GroupingSources,
): ExcerptGroup[] {
  if (groupBy === 'none') return highlights.length === 0 ? [] : [{ key: 'none', of: 'none', value: null, highlights }];
  const dates = new Map(summaries.map(({ id, date }) => [id, date.value]));
  const valuesOf = ({ statement, tags: ids }: PlacedHighlight): readonly (string | null)[] => {
    if (groupBy === 'statement') return [statement];
    if (groupBy === 'date') return [dates.get(statement) ?? null];
    return ids.length === 0 ? [null] : ids;
  };
  const groups = new Map<string | null, PlacedHighlight[]>();
  for (const highlight of highlights) {
    for (const value of valuesOf(highlight)) {
      const group = groups.get(value);
      if (group) group.push(highlight);
      else groups.set(value, [highlight]);
    }
  }
  const order = groupBy === 'tag' ? inTreeOrder(tags).map(({ tag }) => tag.id) : summaries.map(({ id }) => id);
  const compare = groupBy === 'date' ? byDate : byRank(order);
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([value, members]) => ({
      key: value === null ? groupBy : `${groupBy}:${value}`,
      of: groupBy,
      value,
      highlights: members,
    }));
}
