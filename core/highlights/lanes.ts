import type { Passage } from '../text/passage.ts';

/** One line under a passage: `lane` 0 is the nearest to the words, and no two in one lane touch the same character. */
export interface Laned<Item extends Passage> {
  readonly item: Item;
  readonly lane: number;
}

/**
 * Gives overlapping passages lanes of their own, so that each stays visible at any depth. Longer passages get the outer
 * lanes where they start together. Greedy over `items` sorted by start: as few lanes as the deepest overlap.
 */
export function assignLanes<Item extends Passage>(items: readonly Item[]): Laned<Item>[] {
  const laneEnds: number[] = [];
  return [...items]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((item) => {
      const free = laneEnds.findIndex((end) => end <= item.start);
      const lane = free === -1 ? laneEnds.length : free;
      laneEnds[lane] = item.end;
      return { item, lane };
    });
}
