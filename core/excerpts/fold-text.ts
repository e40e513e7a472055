import { apostrophes, foldWord, ignoredInWords } from '../search/fold-word.ts';

const notAscii = /[^\0-\x7F]/u;
const unread = new RegExp(`[${ignoredInWords}]`, 'gu');
const runWithMore = /\S*[^\0-\x7F]\S*/gu;
const otherApostrophes = new RegExp(`[${apostrophes}]`, 'gu');
const otherQuotes = /[“”„‟«»‹›‚‛″]/gu;
const otherHyphens = /[‐‑‒–—―−]/gu;

/**
 * What two texts are compared by where somebody looks for words as they type: `foldWord` for every run of characters,
 * and all double quotation marks, all apostrophes and all hyphens and dashes alike.
 */
export function foldText(text: string): string {
  if (!notAscii.test(text)) return text.toLowerCase().replaceAll('`', "'");
  // Most texts have nothing beyond ASCII but these.
  const plain = text.replace(otherApostrophes, "'").replace(otherQuotes, '"').replace(otherHyphens, '-');
  if (!notAscii.test(plain)) return plain.toLowerCase();
  const read = plain.replace(unread, '').toLowerCase();
  return read.replace(runWithMore, (run) => foldWord(run).replace(otherHyphens, '-').replace(otherQuotes, '"'));
}
