import { type ExcerptFilter, everyExcerpt } from '../excerpts/excerpt-filter.ts';
import type { PlacedHighlight } from '../highlights/highlight.ts';
import type { InsightSources } from './insight-sources.ts';
import { largestTags, type MarkedTag, markedTags, type TagChoice } from './marked-tags.ts';

/** How much of the matrix is wanted: the tags with most highlights. */
export interface TagPairsChoice extends TagChoice {
  readonly limit: number;
}

/** Two tags on the same highlights; `filter` lets just these through. */
export interface TagPair {
  /** The numbers of the two among the tags, counted from 0; `column` is the lower. */
  readonly row: number;
  readonly column: number;
  readonly one: MarkedTag;
  readonly other: MarkedTag;
  readonly count: number;
  readonly filter: ExcerptFilter;
}

/** Which tags occur together. A tag and one above it are no pair: whatever has the one counts for the other. */
export interface TagPairs {
  /** The tags that occur with another. */
  readonly tags: readonly MarkedTag[];
  /** Those with a highlight at least, row by row. */
  readonly pairs: readonly TagPair[];
  /** Pairs of a tag and one above it, which have no count. */
  readonly kin: readonly { readonly row: number; readonly column: number }[];
  /** The largest count of all pairs, those that are not wanted too; 0 without pairs. */
  readonly most: number;
  readonly moreTags: number;
}

const areKin = (a: MarkedTag, b: MarkedTag): boolean => a.line.includes(b.tag.id) || b.line.includes(a.tag.id);

function tagsByHighlight(tags: readonly MarkedTag[]): Map<PlacedHighlight, number[]> {
  const found = new Map<PlacedHighlight, number[]>();
  tags.forEach(({ highlights }, index) => {
    for (const highlight of highlights) {
      const known = found.get(highlight);
      if (known) known.push(index);
      else found.set(highlight, [index]);
    }
  });
  return found;
}

function pairsOf(tags: readonly MarkedTag[]): TagPair[] {
  const counts = new Map<number, number>();
  for (const together of tagsByHighlight(tags).values()) {
    together.forEach((row, index) => {
      for (const column of together.slice(0, index)) {
        const key = row * tags.length + column;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    });
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .flatMap(([key, count]): TagPair[] => {
      const [row, column] = [Math.floor(key / tags.length), key % tags.length];
      const [one, other] = [tags[column], tags[row]];
      if (!one || !other || areKin(one, other)) return [];
      const filter: ExcerptFilter = { ...everyExcerpt, tags: [one.tag.id, other.tag.id], match: 'all' };
      return [{ row, column, one, other, count, filter }];
    });
}

/** Counts the highlights that each two tags are on together. */
export function tagPairsOf(sources: InsightSources, choice: TagPairsChoice): TagPairs {
  const marked = markedTags(sources, choice);
  const every = pairsOf(marked);
  const partners = new Set(every.flatMap(({ one, other }) => [one, other]));
  const paired = marked.filter((mark) => partners.has(mark));
  const tags = largestTags(paired, choice.limit);
  const kin = tags.flatMap((other, row) =>
    tags.slice(0, row).flatMap((one, column) => (areKin(one, other) ? [{ row, column }] : [])),
  );
  const most = every.reduce((largest, { count }) => Math.max(largest, count), 0);
  return { tags, pairs: pairsOf(tags), kin, most, moreTags: paired.length - tags.length };
}
