import type { Window } from './match-windows.ts';
import type { Selector } from './selector.ts';

/** Units on either side of an end of the passage that must stand in the text for the end to be found there. */
const hintLength = 20;
/** More places than this for one end say nothing. */
const mostPlaces = 16;
/** How much longer or shorter than the quote a passage between two ends may be. */
const longest = 2.5;
const shortest = 0.4;

function placesOf(text: string, hint: string, offset: number): number[] {
  if (hint.length < hintLength) return [];
  const places: number[] = [];
  for (let at = text.indexOf(hint); at !== -1; at = text.indexOf(hint, at + 1)) {
    if (places.length === mostPlaces) return [];
    places.push(at + offset);
  }
  return places;
}

/**
 * Passages of `text` that begin and end as the quote does, or where its context ends and begins, however much was put in
 * or taken out between: what comparing character by character does not find.
 */
export function matchEnds(
  text: string,
  { prefix, quote, suffix }: Pick<Selector, 'prefix' | 'quote' | 'suffix'>,
): Window[] {
  const starts = [
    ...placesOf(text, prefix.slice(-hintLength), hintLength),
    ...placesOf(text, quote.slice(0, hintLength), 0),
  ];
  const ends = [
    ...placesOf(text, suffix.slice(0, hintLength), 0),
    ...placesOf(text, quote.slice(-hintLength), hintLength),
  ];
  const off = (start: number, end: number): number => Math.abs(end - start - quote.length);
  return [...new Set(starts)].flatMap((start) => {
    const plausible = ends.filter(
      (end) => end - start >= shortest * quote.length && end - start <= longest * quote.length,
    );
    const [best] = plausible.sort((a, b) => off(start, a) - off(start, b));
    return best === undefined ? [] : { start, end: best };
  });
}
