import { z } from 'zod';
import { splitsSurrogatePair, Utf16Offset } from '../text/offsets.ts';
import type { Passage } from '../text/passage.ts';

/**
 * A highlighted passage, described so that it can be found again: the exact words, what stands before and after them,
 * the position, and the SHA-256 of the bytes it was taken from. After the W3C TextQuoteSelector and
 * TextPositionSelector, but with positions in UTF-16.
 */
export const Selector = z.object({
  quote: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  start: Utf16Offset,
  end: Utf16Offset,
  source: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type Selector = z.infer<typeof Selector>;

/** UTF-16 units of context kept on either side. */
const contextLength = 32;

/** Describes `passage` of `text`, which was decoded from bytes with SHA-256 `source`. */
export function describePassage(text: string, passage: Passage, source: string): Selector {
  let before = Math.max(0, passage.start - contextLength);
  let after = Math.min(text.length, passage.end + contextLength);
  if (splitsSurrogatePair(text, before)) before += 1;
  if (splitsSurrogatePair(text, after)) after -= 1;
  return {
    quote: text.slice(passage.start, passage.end),
    prefix: text.slice(before, passage.start),
    suffix: text.slice(passage.end, after),
    start: passage.start,
    end: passage.end,
    source,
  };
}
