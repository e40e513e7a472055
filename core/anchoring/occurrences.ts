/** How many units may be compared in finding all places of a quote: some hundredths of a second. */
const comparisonBudget = 5_000_000;

/** What a place costs beside the comparison of its quote. */
const costOfPlace = 50;

/** A long quote is looked for by its beginning, since a built-in search can take minutes in a text that repeats itself. */
const headLength = 256;

/** Where a quote stands in a text. `isComplete` is false where there are more places than can be looked at in time. */
export interface Occurrences {
  readonly starts: readonly number[];
  readonly isComplete: boolean;
}

/** The UTF-16 positions at which `quote` begins in `text`, overlapping ones included, in order. */
export function findOccurrences(text: string, quote: string): Occurrences {
  const starts: number[] = [];
  const head = quote.slice(0, headLength);
  let left = Math.max(4, Math.floor(comparisonBudget / (quote.length + costOfPlace)));
  for (let at = text.indexOf(head); at !== -1; at = text.indexOf(head, at + 1)) {
    if (left === 0) return { starts, isComplete: false };
    left -= 1;
    if (text.startsWith(quote, at)) starts.push(at);
  }
  return { starts, isComplete: true };
}
