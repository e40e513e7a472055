/** The most UTF-16 units of a selection that are looked for: nobody means a whole paragraph. */
const limit = 200;

/** Selected text as a query for exactly these words: one word as it is, several in quotation marks; `null` for none. */
export function selectionQuery(text: string): string | null {
  const words = text
    .replace(/["“”„‟″＂«»]/gu, ' ')
    .trim()
    .replace(/\s+/gu, ' ');
  if (words.length > limit || !/[\p{L}\p{N}]/u.test(words)) return null;
  return /^[\p{L}\p{M}\p{N}]+$/u.test(words) ? words : `"${words}"`;
}
