/** Texts as one, as far as that may be long. */
export interface JoinedText {
  readonly text: string;
  /** How long it would be whole, in UTF-16 units. */
  readonly length: number;
  /** How many texts there were that say anything. */
  readonly count: number;
}

/** Those of `parts` that say anything, an empty line between them; the first as it is where it is the only one. */
export function joinTexts(parts: readonly string[], limit: number): JoinedText {
  const said = parts.filter((part) => part.trim() !== '');
  const [first = ''] = parts;
  if (said.length === 0) return { text: cutText(first, limit), length: first.length, count: 0 };
  const length = said.reduce((sum, part) => sum + part.length, 2 * (said.length - 1));
  let text = said[0] ?? '';
  // What is cut off is never put together: many long texts would make one that no memory holds.
  for (const part of said.slice(1)) if (text.length <= limit) text += `\n\n${part}`;
  return { text: cutText(text, limit), length, count: said.length };
}

/** `text` without its end, where it is longer than `limit` UTF-16 units; never half a character. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
