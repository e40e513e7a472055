import { z } from 'zod';
import { Anchor } from '../anchoring/resolve.ts';
import { Selector } from '../anchoring/selector.ts';
import { Place } from '../statements/block.ts';

/** A passage its user marked. `tags` are tag ids, in the order they were put on; times are ISO 8601 in UTC. */
export const Highlight = z.object({
  id: z.string().min(1),
  statement: z.string().min(1),
  selector: Selector,
  tags: z.array(z.string()),
  note: z.string(),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
});
export type Highlight = z.infer<typeof Highlight>;

/** A highlight with where it stands now; `place` only where it is anchored. */
export const PlacedHighlight = z.object({
  ...Highlight.shape,
  anchor: Anchor,
  place: Place.nullable(),
});
export type PlacedHighlight = z.infer<typeof PlacedHighlight>;

/** Reading order: by statement as listed, then by position; where two start together, the longer first. */
export function inReadingOrder(statementIds: readonly string[]) {
  const rank = new Map(statementIds.map((id, index) => [id, index]));
  return (a: Highlight, b: Highlight): number =>
    (rank.get(a.statement) ?? statementIds.length) - (rank.get(b.statement) ?? statementIds.length) ||
    a.selector.start - b.selector.start ||
    b.selector.end - a.selector.end ||
    a.id.localeCompare(b.id);
}
