import { z } from 'zod';
import { Utf16Offset, utf16 } from './offsets.ts';

/** A range of a statement's decoded text: UTF-16 offsets, end exclusive. */
export const Passage = z.object({ start: Utf16Offset, end: Utf16Offset });
export type Passage = z.infer<typeof Passage>;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const graphemes = (text: string): Intl.Segments => segmenter.segment(text);

/** How far around a position graphemes are looked for: longer clusters do not occur in writing. */
const graphemeReach = 64;

function clusterAround(text: string, index: number): Passage {
  const from = Math.max(0, index - graphemeReach);
  const window = text.slice(from, index + graphemeReach);
  const cluster = graphemes(window).containing(index - from);
  if (!cluster) return { start: utf16(index), end: utf16(index) };
  return { start: utf16(from + cluster.index), end: utf16(from + cluster.index + cluster.segment.length) };
}

/**
 * The passage a person means by a selection: white space at both ends left out, and never half a character (an end
 * inside a surrogate pair or combining sequence moves outward). `null` where nothing but white space is left.
 */
export function trimPassage(text: string, selected: Passage): Passage | null {
  let start: number = Math.max(0, Math.min(selected.start, selected.end));
  let end: number = Math.min(text.length, Math.max(selected.start, selected.end));
  if (start >= end) return null;
  if (start > 0) start = clusterAround(text, start).start;
  if (end < text.length) {
    const cluster = clusterAround(text, end);
    if (cluster.start < end) end = cluster.end;
  }
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return start < end ? { start: utf16(start), end: utf16(end) } : null;
}
