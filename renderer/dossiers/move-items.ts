import { moveItems } from '../../core/dossiers/arrange-items.ts';
import type { DossierItem } from '../../core/dossiers/dossier.ts';

/** Where some items go together: `at` is the index that the first of them gets among the others. */
export interface Move {
  readonly items: readonly string[];
  readonly at: number;
}

function moveUnlessSame(items: readonly DossierItem[], ids: ReadonlySet<string>, at: number): Move | null {
  const after = moveItems(items, ids, at);
  if (after.every(({ id }, index) => id === items[index]?.id)) return null;
  return { items: items.flatMap(({ id }) => (ids.has(id) ? [id] : [])), at };
}

const countOthers = (items: readonly DossierItem[], ids: ReadonlySet<string>): number =>
  items.filter(({ id }) => !ids.has(id)).length;

/**
 * The move that takes the items of `ids` one step up (-1) or down (1) together, past the next of the others; `null` where
 * they are at the end already. Items that stood apart stand together afterwards.
 */
export function stepMove(items: readonly DossierItem[], ids: ReadonlySet<string>, by: 1 | -1): Move | null {
  const isMoved = ({ id }: DossierItem): boolean => ids.has(id);
  const edge = by === 1 ? items.findLastIndex(isMoved) : items.findIndex(isMoved);
  if (edge === -1) return null;
  const at = countOthers(items.slice(0, edge), ids) + by;
  return moveUnlessSame(items, ids, Math.max(0, Math.min(countOthers(items, ids), at)));
}

/** The move that puts the items of `ids` before the one that stands at `index` now; `null` where that changes nothing. */
export function dropMove(items: readonly DossierItem[], ids: ReadonlySet<string>, index: number): Move | null {
  return moveUnlessSame(items, ids, countOthers(items.slice(0, index), ids));
}
