import { z } from 'zod';
import { Block } from '../statements/block.ts';
import { Utf16Offset } from '../text/offsets.ts';
import { Passage } from '../text/passage.ts';

/**
 * One paragraph that matches. `start` to `end` is the shortest stretch that holds all the words once; `matches` are the
 * words themselves, all of them, in text order. `before` and `after` are the paragraph's text around the stretch.
 */
export const SearchHit = z.object({
  statement: z.string(),
  kind: Block.shape.kind,
  paragraph: z.int().positive().nullable(),
  start: Utf16Offset,
  end: Utf16Offset,
  exact: z.string(),
  before: z.string(),
  after: z.string(),
  matches: z.array(Passage),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** The hits of a query, best first; `total` counts all, also those past the limit. */
export const SearchResult = z.object({
  query: z.string(),
  total: z.int().nonnegative(),
  hits: z.array(SearchHit),
});
export type SearchResult = z.infer<typeof SearchResult>;
