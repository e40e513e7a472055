import type { DossierItem } from './dossier.ts';

/** `items` with `more` among them, the first at index `at`; past the end means last. */
export function insertItems(items: readonly DossierItem[], more: readonly DossierItem[], at: number): DossierItem[] {
  return [...items.slice(0, at), ...more, ...items.slice(at)];
}

/** `items` with those of `ids` together, in the order they stand in, from index `at` among the others. */
export function moveItems(items: readonly DossierItem[], ids: ReadonlySet<string>, at: number): DossierItem[] {
  const moved = items.filter(({ id }) => ids.has(id));
  const others = items.filter(({ id }) => !ids.has(id));
  return insertItems(others, moved, at);
}
