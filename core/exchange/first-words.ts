/** How many characters name something in a report. */
const mostCharacters = 60;

/** The first words of a text, in one line: what a line of a report is about. */
export function firstWords(text: string): string {
  const line = text
    .slice(0, 4 * mostCharacters)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const characters = [...line];
  const isWhole = characters.length <= mostCharacters && text.length <= 4 * mostCharacters;
  return isWhole ? line : `${characters.slice(0, mostCharacters).join('').trimEnd()}…`;
}
