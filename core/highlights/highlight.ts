import { z } from 'zod';
import { Anchor } from '../anchoring/resolve.ts';
import { Selector } from '../anchoring/selector.ts';
import { Place } from '../statements/place.ts';

/**
 * A passage its user marked. `tags` are tag ids, in the order they were put on; times are ISO 8601 in UTC. `orphan`: its
 * user looked for the words, did not find them and kept it all the same; no place is looked for any more.
 */
export const Highlight = z.object({
  id: z.string().min(1),
  statement: z.string().min(1),
  selector: Selector,
  tags: z.array(z.string()),
  note: z.string(),
  /** The note is for its user alone: it is in no export. */
  isNotePrivate: z.boolean(),
  orphan: z.boolean(),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
});
export type Highlight = z.infer<typeof Highlight>;

/** How oneself is called among people; the others are called by the ids of their workspaces, whoever is not known by nothing. */
export const oneself = 'self';

/** A highlight with where it stands now; `place` only where it is anchored. */
export const PlacedHighlight = z.object({
  ...Highlight.shape,
  anchor: Anchor,
  place: Place.nullable(),
  /** Who made it, then who else put a tag on it or wrote its note; left out where that was oneself alone. */
  people: z.array(z.string()).min(1).optional(),
});
export type PlacedHighlight = z.infer<typeof PlacedHighlight>;

/** The position a highlight is sorted by: where it stands now, else where it stood when it was marked. */
function positionOf({ anchor, selector }: PlacedHighlight): { readonly start: number; readonly end: number } {
  return anchor.state === 'anchored' ? anchor : selector;
}

/** Reading order: by statement as listed, then by position; where two start together, the longer first. */
export function inReadingOrder(statementIds: readonly string[]) {
  const rank = new Map(statementIds.map((id, index) => [id, index]));
  return (a: PlacedHighlight, b: PlacedHighlight): number => {
    const [first, second] = [positionOf(a), positionOf(b)];
    return (
      (rank.get(a.statement) ?? statementIds.length) - (rank.get(b.statement) ?? statementIds.length) ||
      first.start - second.start ||
      second.end - first.end ||
      (a.id < b.id ? -1 : 1)
    );
  };
}
