import { z } from 'zod';
import { Utf16Offset } from '../text/offsets.ts';

/**
 * A piece of a statement as its reader sees it: a range of the decoded text. `start` to `bodyStart` is the label the
 * document itself puts before it (a bullet, a speaker's name), empty for most. What lies between two blocks is white
 * space. Headings and furniture have no paragraph number; the cells of a table’s row are apart by tabs.
 */
export const Block = z.object({
  kind: z.enum(['heading', 'paragraph', 'speech', 'list-item', 'table-row', 'furniture']),
  start: Utf16Offset,
  bodyStart: Utf16Offset,
  end: Utf16Offset,
  paragraph: z.int().positive().nullable(),
  level: z.int().min(1).max(3).nullable(),
  /** Who speaks, as the document writes it; set on every paragraph of the turn. */
  speaker: z.string().nullable(),
});
export type Block = z.infer<typeof Block>;

/** The block at a position; of two around a gap, the later. `undefined` only for a text without blocks. */
export function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return blocks[Math.min(low, blocks.length - 1)];
}
