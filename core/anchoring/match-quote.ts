import search from 'approx-string-match';
import { matchEnds } from './match-ends.ts';
import { findWindows, type Window } from './match-windows.ts';
import type { Selector } from './selector.ts';
import { foldTypography, sharedLength } from './typography.ts';

type Parts = Pick<Selector, 'prefix' | 'quote' | 'suffix'>;

/** Shorter quotes, once changed, could be any word. */
const shortestQuote = 4;
/** Longer quotes are found by their first and last words: comparing them whole takes minutes in a text of 1 MB. */
const longestQuote = 1024;
const endLength = 256;
const mostErrors = 256;
/** Texts up to this size are looked at from end to end for quotes up to that one; others where snippets point. */
const wholeTextLimit = 64_000;
const wholeQuoteLimit = 128;
const stretchLength = 4096;

/** Near an end that is not clear, how far the context may be away, and how much of it must be there. */
const alignReach = 24;
const alignLeast = 6;

function wholeText(text: string, quote: string): Window[] {
  if (text.length > wholeTextLimit || quote.length > wholeQuoteLimit) return [];
  const windows: Window[] = [];
  for (let start = 0; start < text.length; start += stretchLength) {
    windows.push({ start, end: Math.min(text.length, start + stretchLength + 2 * quote.length) });
  }
  return windows;
}

function searchWindow(text: string, { start, end }: Window, quote: string): Window | null {
  const errors = Math.min(mostErrors, Math.floor(quote.length / 2));
  const found = search(text.slice(start, end), quote, errors);
  // Neighbouring ends often cost the same; the length of the quote decides.
  const awayFrom = (match: Window): number => Math.abs(match.end - match.start - quote.length);
  const best = found.reduce<Window | null>((a, b) => (a && awayFrom(a) <= awayFrom(b) ? a : b), null);
  return best && { start: start + best.start, end: start + best.end };
}

function align(text: string, at: number, context: string, step: 1 | -1): number | null {
  let best = { at: -1, shared: Math.min(alignLeast, context.length) - 1 };
  for (let distance = 0; distance <= alignReach; distance += 1) {
    for (const place of distance === 0 ? [at] : [at - distance, at + distance]) {
      if (place < 0 || place > text.length) continue;
      const shared = sharedLength(text, place, context, step);
      if (shared > best.shared) best = { at: place, shared };
    }
  }
  return best.at === -1 || context === '' ? null : best.at;
}

const isInsideWord = (text: string, at: number): boolean => /^[\p{L}\p{M}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));

function toWordEnd(text: string, at: number, step: 1 | -1): number {
  let place = at;
  while (place > 0 && place < text.length && Math.abs(place - at) < alignReach && isInsideWord(text, place))
    place += step;
  return place;
}

function alignEnds(text: string, { start, end }: Window, { prefix, quote, suffix }: Parts): Window {
  const whole = prefix + quote + suffix;
  const toEnd = (at: number, then: number, step: 1 | -1): number =>
    isInsideWord(whole, then) ? at : toWordEnd(text, at, step);
  const first = align(text, start, prefix, -1) ?? toEnd(start, prefix.length, -1);
  const last = align(text, end, suffix, 1) ?? toEnd(end, prefix.length + quote.length, 1);
  return first < last ? { start: first, end: last } : { start, end };
}

function matchShort(text: string, selector: Parts): Window[] {
  const { quote } = selector;
  const slack = Math.min(mostErrors, Math.floor(quote.length / 2)) + 32;
  return [...findWindows(text, selector, slack), ...wholeText(text, quote)].flatMap(
    (window) => searchWindow(text, window, quote) ?? [],
  );
}

function matchLong(text: string, { prefix, quote, suffix }: Parts): Window[] {
  const heads = matchShort(text, { prefix, quote: quote.slice(0, endLength), suffix: '' });
  const tails = matchShort(text, { prefix: '', quote: quote.slice(-endLength), suffix });
  const off = (start: number, end: number): number => Math.abs(end - start - quote.length);
  const fits = (start: number, end: number): boolean => off(start, end) <= quote.length / 2;
  const fromHeads = heads.map(({ start }) => {
    const ends = tails.map(({ end }) => end).filter((end) => fits(start, end));
    return { start, end: ends.sort((a, b) => off(start, a) - off(start, b))[0] ?? start + quote.length };
  });
  const fromTails = tails.map(({ end }) => ({ start: Math.max(0, end - quote.length), end }));
  return [...fromHeads, ...fromTails.filter(({ end }) => !fromHeads.some((match) => match.end === end))].map(
    ({ start, end }) => ({ start, end: Math.min(end, text.length) }),
  );
}

/**
 * Places in `text` where the words are nearly those of the quote: at most `min(256, length / 2)` characters changed,
 * added or missing, typography not counted; or where it begins and ends as the quote or its context does. Ends are moved to where the context stands, else to the end of a word. In
 * no order, with repetitions; where nothing is near, none. The time is bounded for any text and any quote: windows are
 * picked by unchanged snippets, and of a quote over 1,024 units only the first and the last 256 are looked for.
 */
export function matchQuote(text: string, selector: Selector): Window[] {
  if (selector.quote.length < shortestQuote) return [];
  const folded = foldTypography(text);
  const plain = {
    prefix: foldTypography(selector.prefix),
    quote: foldTypography(selector.quote),
    suffix: foldTypography(selector.suffix),
  };
  const matches = plain.quote.length > longestQuote ? matchLong(folded, plain) : matchShort(folded, plain);
  return [...matchEnds(folded, plain), ...matches.map((match) => alignEnds(folded, match, plain))];
}
