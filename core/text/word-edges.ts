const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const digit = /\p{N}/u;
const insideNumber = /[.,٫٬\u00a0\u2009\u202f]/u;
const apostropheOrHyphen = /['’‘ʼ＇`´\-‐‑]/u;
const besideNumber = /[:/+−\-\p{Sc}]/u;
const percent = /[%‰°\p{Sc}]/u;
/** What belongs to the character before it, whatever that is. */
const startsInside = /^(?:\p{M}|\u200d|\p{Emoji_Modifier})/u;

/** What nobody sees, and so divides no word. */
const invisible = /\p{Cf}/u;
/** How far around a place is looked, in UTF-16 units. */
const reach = 16;

/** The characters to be seen around a place in a text, from the two before it to the two after; empty past its ends. */
interface Around {
  readonly farBefore: string;
  readonly before: string;
  readonly after: string;
  readonly farAfter: string;
}

function around(text: string, index: number): Around {
  const isVisible = (character: string): boolean => !invisible.test(character);
  const before = [...text.slice(Math.max(0, index - reach), index)].filter(isVisible);
  const after = [...text.slice(index, index + reach)].filter(isVisible);
  return {
    farBefore: before.at(-2) ?? '',
    before: before.at(-1) ?? '',
    after: after[0] ?? '',
    farAfter: after[1] ?? '',
  };
}

/** Whether the sign `joiner`, which is left out, ties the word `shown` to the word `hidden` on its other side. */
function ties(joiner: string, shown: string, hidden: string): boolean {
  if (apostropheOrHyphen.test(joiner) && wordCharacter.test(shown) && wordCharacter.test(hidden)) return true;
  return digit.test(shown) && besideNumber.test(joiner);
}

/**
 * Whether a word or a number of `text` may not be cut at `index`, `shown` being the side that is shown. “12,500” and “can’t”
 * are one; a hyphen or an apostrophe that is shown beside the mark says itself that the word goes on.
 */
export function isInsideWord(text: string, index: number, shown: 'before' | 'after'): boolean {
  if (index === 0 || index === text.length) return false;
  if (startsInside.test(text.slice(index, index + 2)) || text.charAt(index - 1) === '\u200d') return true;
  const { farBefore, before, after, farAfter } = around(text, index);
  if (wordCharacter.test(before) && wordCharacter.test(after)) return !(unspaced.test(before) && unspaced.test(after));
  if (digit.test(before) && insideNumber.test(after) && digit.test(farAfter)) return true;
  if (digit.test(farBefore) && insideNumber.test(before) && digit.test(after)) return true;
  if (digit.test(before) && percent.test(after)) return shown === 'before';
  return shown === 'before' ? ties(after, before, farAfter) : ties(before, after, farBefore);
}
