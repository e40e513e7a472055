import type { ExcerptGroup } from '../../core/excerpts/group-highlights.ts';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';

/** One row of the list of excerpts. `key` is unique in the list: grouped by tag, an excerpt stands in it several times. */
export type ExcerptRow =
  | { readonly kind: 'heading'; readonly key: string; readonly group: ExcerptGroup }
  | {
      readonly kind: 'excerpt';
      readonly key: string;
      readonly group: ExcerptGroup;
      readonly highlight: PlacedHighlight;
      /** Its number among the excerpts of the list, from 1. */
      readonly position: number;
    };

/** The rows of an excerpt. */
export type ExcerptItem = Extract<ExcerptRow, { kind: 'excerpt' }>;

/** The groups as rows, one under the other: a heading for each, unless everything is one group without a name. */
export function listExcerptRows(groups: readonly ExcerptGroup[]): ExcerptRow[] {
  const rows: ExcerptRow[] = [];
  let position = 0;
  for (const group of groups) {
    if (group.of !== 'none') rows.push({ kind: 'heading', key: group.key, group });
    for (const highlight of group.highlights) {
      position += 1;
      rows.push({ kind: 'excerpt', key: `${group.key} ${highlight.id}`, group, highlight, position });
    }
  }
  return rows;
}

/** The excerpts among `rows` from the one with key `from` to the one with key `to`, in either direction, both included. */
export function excerptsBetween(rows: readonly ExcerptRow[], from: string, to: string): ExcerptItem[] {
  const [first, last] = [from, to].map((key) => rows.findIndex((row) => row.key === key)).sort((a, b) => a - b);
  if (first === undefined || last === undefined || first === -1) return [];
  return rows.slice(first, last + 1).filter((row) => row.kind === 'excerpt');
}

/**
 * The row of the excerpt that is `steps` excerpts on from row `at` (backwards where negative), the first or last where
 * there are not as many; -1 where there is no excerpt.
 */
export function stepThroughExcerpts(rows: readonly ExcerptRow[], at: number, steps: number): number {
  const direction = Math.sign(steps);
  let found = rows[at]?.kind === 'excerpt' ? at : -1;
  let left = Math.abs(steps);
  for (let index = at + direction; left > 0 && index >= 0 && index < rows.length; index += direction) {
    if (rows[index]?.kind !== 'excerpt') continue;
    found = index;
    left -= 1;
  }
  return found;
}
