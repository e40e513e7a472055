const longest = 60;

/** The first words of a text, in one line, by which it can be told from others in a report. */
export function firstWords(text: string): string {
  const line = text
    .slice(0, 4 * longest)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const characters = [...line];
  const isWhole = characters.length <= longest && text.length <= 4 * longest;
  return isWhole ? line : `${characters.slice(0, longest).join('').trimEnd()}…`;
}

/** `text` without its end, where it is longer than `limit` UTF-16 units; never half a character. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
