import { z } from 'zod';

/** Where a page begins in the text of its statement, in UTF-16 units, and what the document calls the page. */
export const PageStart = z.object({ start: z.int().nonnegative(), label: z.string() });
export type PageStart = z.infer<typeof PageStart>;

/** Which page a position of the text is on, counted from 0; `pages` are in the order of the document. Of pages without text, the last. */
export function pageAt(pages: readonly PageStart[], position: number): number {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
