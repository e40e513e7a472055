import type { Block } from '../../core/statements/block.ts';
import type { PageStart } from '../../core/statements/page-start.ts';

/** The pages of a statement that has none. */
export const noPages: readonly PageStart[] = [];

/**
 * Which pages begin in each block, by where it starts: in the block that a page begins in, or, where that is furniture, folded away, in the
 * first after it that is none and is on the page too. A page without text begins nowhere.
 */
export function pagesInBlocks(
  blocks: readonly Block[],
  pages: readonly PageStart[],
): ReadonlyMap<number, readonly PageStart[]> {
  const inBlocks = new Map<number, PageStart[]>();
  let at = 0;
  for (const [index, { start, label }] of pages.entries()) {
    const next = pages[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    while (at < blocks.length && (blocks[at]?.end ?? 0) <= start) at += 1;
    let found = at;
    while (blocks[found]?.kind === 'furniture') found += 1;
    const later = blocks[found];
    const block = later && later.start < next ? later : blocks[at];
    if (!block || block.start >= next || next <= start) continue;
    const page = { start: Math.max(start, block.start), label };
    inBlocks.set(block.start, [...(inBlocks.get(block.start) ?? []), page]);
  }
  return inBlocks;
}
