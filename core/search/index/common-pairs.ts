/** Words that stand in so many paragraphs that two of them side by side are worth a posting list of their own. */
const commonWords: ReadonlySet<string> = new Set(
  `a an and are as at be been by for from had has have he her his in is it its not of on or our she should that the their
  they this to was we were which who will with would you
  в во для за и из к как на не о об от по с со что это а
  ад да з і й па не пра што ў у як гэта
  до та про що із від або`.split(/\s+/u),
);

/** Before the key of a pair, so that it is no word, and begins with none. */
const mark = '\u0001';

/** The key of two words side by side, folded; `null` where not both are common. */
export function pairKey(first: string, second: string): string | null {
  return commonWords.has(first) && commonWords.has(second) ? `${mark}${first} ${second}` : null;
}

/** Whether a key is that of a pair, and not of a word. */
export const isPairKey = (key: string): boolean => key.startsWith(mark);
