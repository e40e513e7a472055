/** What the name of a selection says of the passage: its words or the first of them. */
export interface NamedQuote {
  readonly words: string;
  /** Whether it ends in dots, which stand for the rest. */
  readonly isCut: boolean;
}

/** Less than this could be any word, and less than that how anything begins. */
const shortestQuote = 4;
const shortestBeginning = 8;

const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** What `name` quotes; `null` where it is empty, or plainly something else: a GUID, two positions. */
export function readName(name: string): NamedQuote | null {
  const words = name.trim();
  const isLabel =
    /^\d+\s*[,;:–-]\s*\d+$/u.test(words) || /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/iu.test(words);
  if (words.length < shortestQuote || isLabel) return null;
  const dots = ['…', '...'].find((end) => words.endsWith(end));
  if (dots === undefined) return { words, isCut: false };
  const cut = words.slice(0, -dots.length).trimEnd();
  return cut.length < shortestBeginning ? null : { words: cut, isCut: true };
}

/** How the name of a selection, as it is written, quotes the passage: all of it, or how it begins; `null` where it does not. */
export function quotes(passage: string, name: string): 'all' | 'beginning' | null {
  const said = fold(name);
  if (said === '') return null;
  // White space can make the passage longer than what is said of it, but not without end.
  const reach = 2 * name.length + 64;
  if (passage.length <= reach && fold(passage) === said) return 'all';
  const named = readName(name);
  if (named === null) return null;
  const words = fold(named.words);
  // Names are cut, with dots and without.
  return words.length >= shortestBeginning && fold(passage.slice(0, reach)).startsWith(words) ? 'beginning' : null;
}
