/** The most characters of a query that a sentence or a button repeats. */
const limit = 80;

/** A query as the interface names it: on one line, and cut where it is long. */
export function shortenQuery(query: string): string {
  // No need to look at all of a very long one.
  const characters = [
    ...query
      .slice(0, limit * 4)
      .replace(/\s+/gu, ' ')
      .trim(),
  ];
  return characters.length > limit ? `${characters.slice(0, limit).join('')}…` : characters.join('');
}
