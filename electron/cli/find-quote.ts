import { apostrophes } from '../../core/search/fold-word.ts';
import { wordsOf } from '../../core/search/words.ts';
import { utf16 } from '../../core/text/offsets.ts';
import type { Passage } from '../../core/text/passage.ts';

function exactOccurrences(text: string, quote: string): Passage[] {
  const found: Passage[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    found.push({ start: utf16(at), end: utf16(at + quote.length) });
  }
  return found;
}

const isQuotationMark = new RegExp(`["“”„‟«»${apostrophes}‚]`, 'u');
const isDash = /\p{Pd}/u;

function isSameMark(a: string, b: string): boolean {
  return a === b || [isQuotationMark, isDash].some((mark) => mark.test(a) && mark.test(b));
}

/** How far the text from `from` on, in steps of `step`, has the punctuation of `marks`; spaces in `marks` are skipped. */
function reachOver(text: string, from: number, step: 1 | -1, marks: string): number {
  let at = from;
  for (const mark of marks.replace(/\s/gu, '')) {
    if (!isSameMark(text.charAt(step === 1 ? at : at - 1), mark)) break;
    at += step;
  }
  return at;
}

function foldedOccurrences(text: string, quote: string): Passage[] {
  const wanted = wordsOf(quote).filter(({ span }) => span === 1);
  const words = wordsOf(text).filter(({ span }) => span === 1);
  const leading = [...quote.slice(0, wanted[0]?.start)].reverse().join('');
  const trailing = quote.slice(wanted.at(-1)?.end);
  return words.flatMap((first, at) => {
    const last = words[at + wanted.length - 1];
    if (!last || !wanted.every(({ keys }, offset) => words[at + offset]?.keys[0] === keys[0])) return [];
    const start = reachOver(text, first.start, -1, leading);
    const end = reachOver(text, last.end, 1, trailing);
    return [{ start: utf16(start), end: utf16(end) }];
  });
}

/**
 * Where `quote` stands in `text`, in text order: to the letter, or, where it does so nowhere, word for word without
 * regard to case, accents, spaces, dashes and the shape of quotation marks. The passages are of the untouched text.
 */
export function findQuote(text: string, quote: string): Passage[] {
  if (quote === '') return [];
  const exact = exactOccurrences(text, quote);
  return exact.length > 0 || wordsOf(quote).length === 0 ? exact : foldedOccurrences(text, quote);
}
