/** Format characters that stand inside words without being read: soft hyphen, joiners, direction marks, word joiner. */
export const ignoredInWords = '\\u00AD\\u061C\\u200C-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF';

/** What is typed and printed for an apostrophe inside a word. */
export const apostrophes = "'’‘ʼ＇`´";

const plainAscii = /^[a-z0-9]+$/u;
const isMark = /\p{M}/u;
const isLatinOrGreek = /[\p{Script=Latin}\p{Script=Greek}\p{N}]/u;
const isCyrillic = /\p{Script=Cyrillic}/u;
const isUnread = new RegExp(`[${ignoredInWords}\\u034F\\uFE00-\\uFE0F\\u20DD-\\u20E4]`, 'u');
const isApostrophe = new RegExp(`[${apostrophes}]`, 'u');

/** Letters that Unicode does not take apart into a base letter and a mark. */
const baseLetters: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['đ', 'd'],
  ['ø', 'o'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ς', 'σ'],
]);

const breve = '\u0306';
const diaeresis = '\u0308';
const acute = '\u0301';

/** Whether `mark` makes another letter of `base`, as in й, ў, ї, ѓ and ќ, rather than an accent that may be left out. */
function distinguishes(base: string, mark: string): boolean {
  if (isLatinOrGreek.test(base)) return false;
  if (!isCyrillic.test(base)) return true;
  if (mark === acute) return base === 'г' || base === 'к';
  return mark === breve || (mark === diaeresis && base !== 'е');
}

/**
 * The key that a word is looked up by: what remains of it when Unicode form, case, accents of Latin and Greek letters,
 * stress marks, the shape of apostrophes, invisible characters and the grouping of digits are left aside. `ё` counts
 * as `е`; `й`, `ў` and `ї` stay letters of their own. Folding a key gives the same key.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (plainAscii.test(lower)) return lower;
  let folded = '';
  let base = '';
  for (const character of word.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (isUnread.test(character)) continue;
    if (isMark.test(character)) {
      if (distinguishes(base, character)) folded += character;
      continue;
    }
    base = character;
    folded += isApostrophe.test(character) ? "'" : (baseLetters.get(character) ?? character);
  }
  return folded.normalize('NFC');
}
