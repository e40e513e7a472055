import { inReadingOrder, type PlacedHighlight } from '../../core/highlights/highlight.ts';

/** Highlights that come together and are more than this part of all are put in order with them; fewer find their places one by one. */
const many = 0.1;

/** `highlights` in reading order, in whatever order they come: by statement as listed, then by position. */
export function orderHighlights(
  highlights: readonly PlacedHighlight[],
  statementIds: readonly string[],
): PlacedHighlight[] {
  // Sorting within statements takes far fewer comparisons than sorting all of them.
  const byStatement = new Map<string, PlacedHighlight[]>(statementIds.map((id) => [id, []]));
  const others: PlacedHighlight[] = [];
  for (const highlight of highlights) (byStatement.get(highlight.statement) ?? others).push(highlight);
  const compare = inReadingOrder([]);
  const ordered: PlacedHighlight[] = [];
  for (const list of [...byStatement.values(), others]) {
    if (list.length > 1) list.sort(compare);
    for (const highlight of list) ordered.push(highlight);
  }
  return ordered;
}

/**
 * `highlights`, which are in reading order, with those of `put` in their places and without those that have gone; the same list where
 * nothing is different.
 */
export function updateHighlights(
  highlights: PlacedHighlight[],
  put: readonly PlacedHighlight[],
  removed: readonly string[],
  statementIds: readonly string[],
): PlacedHighlight[] {
  if (put.length === 0 && removed.length === 0) return highlights;
  const gone = new Set([...removed, ...put.map(({ id }) => id)]);
  const kept = highlights.filter(({ id }) => !gone.has(id));
  if (put.length > kept.length * many) return orderHighlights([...kept, ...put], statementIds);
  const compare = inReadingOrder(statementIds);
  const updated: PlacedHighlight[] = [];
  let from = 0;
  for (const highlight of [...put].sort(compare)) {
    let low = from;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = kept[middle];
      if (other && compare(other, highlight) < 0) low = middle + 1;
      else high = middle;
    }
    for (; from < low; from += 1) {
      const before = kept[from];
      if (before) updated.push(before);
    }
    updated.push(highlight);
  }
  for (; from < kept.length; from += 1) {
    const after = kept[from];
    if (after) updated.push(after);
  }
  return updated;
}
