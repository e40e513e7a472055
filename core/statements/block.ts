import { z } from 'zod';
import { Utf16Offset } from '../text/offsets.ts';
import type { Passage } from '../text/passage.ts';

/**
 * A piece of a statement as its reader sees it: a range of the decoded text. `start` to `bodyStart` is the label the
 * document itself puts before it (a bullet, a speaker's name), empty for most. What lies between two blocks is white
 * space. Headings and furniture have no paragraph number.
 */
export const Block = z.object({
  kind: z.enum(['heading', 'paragraph', 'speech', 'list-item', 'furniture']),
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

/** Where a passage stands, for citing: the paragraph number, or the kind of block where there is none. */
export const Place = z.object({
  paragraph: z.int().positive().nullable(),
  lastParagraph: z.int().positive().nullable(),
  kind: Block.shape.kind,
  /** Everybody whose words are in the passage, as the document names them, in order of appearance. */
  speakers: z.array(z.string()),
});
export type Place = z.infer<typeof Place>;

/** The place of `passage` among `blocks`. */
export function placeOf(blocks: readonly Block[], passage: Passage): Place {
  const first = blockAt(blocks, passage.start);
  const last = blockAt(blocks, passage.end - 1);
  const within = blocks.filter(({ start, end }) => start < passage.end && passage.start < end);
  return {
    paragraph: first?.paragraph ?? null,
    lastParagraph: last?.paragraph ?? null,
    kind: first?.kind ?? 'paragraph',
    speakers: [...new Set(within.flatMap(({ speaker }) => speaker ?? []))],
  };
}
