/** How many characters name a passage in a report. */
const mostCharacters = 60;

/** The first words of a quotation, on one line: what a line of the report is about. */
export function firstWords(quote: string): string {
  const line = quote
    .slice(0, 4 * mostCharacters)
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = [...line];
  const isCut = characters.length > mostCharacters || quote.length > 4 * mostCharacters;
  return isCut ? `${characters.slice(0, mostCharacters).join('')}…` : line;
}
