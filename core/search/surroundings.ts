import { splitsSurrogatePair } from '../text/offsets.ts';
import type { Passage } from '../text/passage.ts';

/** The most UTF-16 units of text given on either side of a hit. */
const reach = 80;

const isSpace = (character: string): boolean => /\s/u.test(character);

function cutBefore(text: string, from: number, to: number): number {
  let cut = to - reach;
  if (cut <= from) return from;
  if (!isSpace(text.charAt(cut - 1))) {
    const gap = text.slice(cut, to).search(/\s/u);
    if (gap === -1) return splitsSurrogatePair(text, cut) ? cut + 1 : cut;
    cut += gap;
  }
  while (cut < to && isSpace(text.charAt(cut))) cut += 1;
  return cut;
}

function cutAfter(text: string, from: number, to: number): number {
  let cut = from + reach;
  if (cut >= to) return to;
  if (!isSpace(text.charAt(cut))) {
    let gap = cut;
    while (gap > from && !isSpace(text.charAt(gap - 1))) gap -= 1;
    if (gap === from) return splitsSurrogatePair(text, cut) ? cut - 1 : cut;
    cut = gap;
  }
  while (cut > from && isSpace(text.charAt(cut - 1))) cut -= 1;
  return cut;
}

/**
 * The untouched text of `block` on either side of `hit`, both passages of `text`: at most 80 UTF-16 units each, cut
 * between words, or, inside a word longer than that, between characters.
 */
export function surroundingsOf(text: string, block: Passage, hit: Passage): { before: string; after: string } {
  return {
    before: text.slice(cutBefore(text, block.start, hit.start), hit.start),
    after: text.slice(hit.end, cutAfter(text, hit.end, block.end)),
  };
}
