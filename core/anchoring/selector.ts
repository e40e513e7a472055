import { z } from 'zod';
import { splitsSurrogatePair, Utf16Offset, utf16 } from '../text/offsets.ts';
import type { Passage } from '../text/passage.ts';
import { findOccurrences } from './occurrences.ts';
import { sharedLength } from './typography.ts';

/**
 * A highlighted passage, described so that it can be found again: the exact words, what stands before and after them,
 * the position, and the SHA-256 of the bytes it was taken from. After the W3C TextQuoteSelector and
 * TextPositionSelector, but with positions in UTF-16. A stored position that is none (negative, a fraction, missing) is
 * read as 0, which the quote then contradicts: one damaged record must not make a whole workspace unreadable.
 */
export const Selector = z.object({
  quote: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  /** Whether the quote stood only once in the source. */
  isUnique: z.boolean(),
  start: Utf16Offset.catch(utf16(0)),
  end: Utf16Offset.catch(utf16(0)),
  source: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type Selector = z.infer<typeof Selector>;

/** UTF-16 units of context kept on either side, where the text has as many: about eight words. */
export const contextLength = 48;

/** The most that is kept of either side, where less does not tell the passage from others with the same words. */
const contextLimit = 256;

/** What is kept of a side that does not tell them apart at any length, so that its length says as much. */
const vagueLength = 32;

/**
 * The units of `side` that are kept: as many as it takes for the quote and this side alone to stand nowhere else in the
 * text, and `vagueLength` where no number is enough.
 */
function keptLength(text: string, edges: readonly number[], side: string, step: 1 | -1): number {
  let longest = 0;
  for (const edge of edges) {
    longest = Math.max(longest, sharedLength(text, edge, side, step));
    if (longest + 2 > side.length) return Math.min(vagueLength, side.length);
  }
  return Math.min(side.length, Math.max(contextLength, longest + 2));
}

/**
 * Whether the quote and this side of its context stood only once in the source: what makes it safe to follow a passage
 * into other bytes by one side of it. True of a selector from `describePassage`; a side where the source ends is too
 * short to tell.
 */
export function isTelling(side: string): boolean {
  return side.length >= contextLength - 1;
}

/** Whether the source began or ended with this side of the context. */
export function endsSource(side: string): boolean {
  return side.length < vagueLength - 1;
}

/** Describes `passage` of `text`, which was decoded from bytes with SHA-256 `source`. */
export function describePassage(text: string, passage: Passage, source: string): Selector {
  const { start, end } = passage;
  const quote = text.slice(start, end);
  const { starts, isComplete } = findOccurrences(text, quote);
  const others = starts.filter((other) => other !== start);
  const widestBefore = text.slice(Math.max(0, start - contextLimit), start);
  const widestAfter = text.slice(end, end + contextLimit);
  const ends = others.map((other) => other + quote.length);
  let before = start - (isComplete ? keptLength(text, others, widestBefore, -1) : Math.min(vagueLength, start));
  let after = end + (isComplete ? keptLength(text, ends, widestAfter, 1) : vagueLength);
  if (splitsSurrogatePair(text, before)) before += 1;
  if (splitsSurrogatePair(text, after)) after -= 1;
  return {
    quote,
    prefix: text.slice(before, start),
    suffix: text.slice(end, after),
    isUnique: isComplete && others.length === 0,
    start,
    end,
    source,
  };
}
