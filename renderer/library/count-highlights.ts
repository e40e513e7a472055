import type { PlacedHighlight } from '../../core/highlights/highlight.ts';

/** How many highlights a statement has, and which tags they bear. */
export interface HighlightCount {
  readonly count: number;
  /** Ids, each once, as they first come. */
  readonly tags: readonly string[];
}

/** What is marked, by statement and by tag. */
export interface HighlightCounts {
  readonly byStatement: ReadonlyMap<string, HighlightCount>;
  /** How many highlights each tag is on. */
  readonly byTag: ReadonlyMap<string, number>;
}

/** Counts the highlights of each statement and of each tag, in one walk over all of them. */
export function countHighlights(highlights: readonly PlacedHighlight[]): HighlightCounts {
  const byStatement = new Map<string, { count: number; readonly tags: string[] }>();
  const byTag = new Map<string, number>();
  for (const { statement, tags } of highlights) {
    let own = byStatement.get(statement);
    if (!own) {
      own = { count: 0, tags: [] };
      byStatement.set(statement, own);
    }
    own.count += 1;
    for (const tag of tags) {
      byTag.set(tag, (byTag.get(tag) ?? 0) + 1);
      if (!own.tags.includes(tag)) own.tags.push(tag);
    }
  }
  return { byStatement, byTag };
}
