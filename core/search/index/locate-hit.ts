import { utf16 } from '../../text/offsets.ts';
import type { Passage } from '../../text/passage.ts';
import { sentencesAround } from '../../text/sentences.ts';
import type { Match, NoteHit, Tier } from '../search-result.ts';
import { shortestOf, shortestWithAll } from '../shortest-stretch.ts';
import { surroundingsOf } from '../surroundings.ts';
import { endOfWord, placesOfWords } from '../words.ts';
import { type MatchedPhrase, type MatchedWord, worse } from './match.ts';

/** What of a hit is about its words: where they stand in the text, and how they were read. */
export type LocatedHit = Omit<NoteHit, 'highlight' | 'statement'> & Passage;

/** A phrase with its place in the text. */
interface Placed extends MatchedPhrase {
  readonly start: number;
  readonly end: number;
}

function matchesOf(
  words: readonly { readonly first: number; readonly next: number; readonly tier: Tier }[],
  placeOf: (word: { first: number; next: number }) => Passage,
): Match[] {
  const all = words.map((word) => ({ ...placeOf(word), tier: word.tier }));
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Match[] = [];
  for (const match of all) if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match);
  return kept;
}

function readingsOf(
  words: readonly MatchedWord[],
  wordAt: (word: MatchedWord) => string,
): { asked: string; found: string; tier: Tier }[] {
  const readings = new Map<string, { asked: string; found: string; tier: Tier }>();
  for (const word of words) {
    if (word.tier === 'exact') continue;
    const found = wordAt(word);
    const key = JSON.stringify([word.asked, found.toLowerCase()]);
    if (!readings.has(key)) readings.set(key, { asked: word.asked, found, tier: word.tier });
  }
  return [...readings.values()];
}

/** The words in a row of which each follows the one before, one of each node: side by side in the query's order. */
function sideBySide([head = [], ...others]: readonly (readonly Placed[])[]): Placed[] {
  let ways = head;
  for (const places of others) {
    ways = ways.flatMap((way) =>
      places
        .filter(({ first }) => first === way.next)
        .map((place) => ({ ...place, start: way.start, first: way.first, words: [...way.words, ...place.words] })),
    );
  }
  return ways as Placed[];
}

/** Where simple words stand in a block, by their numbers: as the index has it, or, far into a long block, counted. */
function placeWords(
  body: string,
  startOf: (index: number) => number | null,
): (words: { first: number; next: number }) => { start: number; end: number } {
  let counted: readonly Passage[] = [];
  const count = (index: number): Passage => {
    if (counted.length <= index) counted = placesOfWords(body, Number.POSITIVE_INFINITY);
    return counted[index] ?? { start: utf16(0), end: utf16(0) };
  };
  const endOf = (index: number): number => {
    const start = startOf(index);
    return start === null ? count(index).end : endOfWord(body, start);
  };
  return ({ first, next }) => ({ start: startOf(first) ?? count(first).start, end: endOf(next - 1) });
}

/**
 * A hit in the text it is in: `block` is the unit, `byNode` the places of each node of the query in it, `startOf` where a
 * word of it begins by its number, as far as the index knows. Every position given is of the untouched text.
 */
export function locateHit(
  text: string,
  block: { readonly start: number; readonly end: number },
  byNode: readonly (readonly MatchedPhrase[])[],
  startOf: (index: number) => number | null,
): LocatedHit {
  const body = text.slice(block.start, block.end);
  const words = byNode.flat().flatMap((phrase) => phrase.words);
  const inBody = placeWords(body, startOf);
  const placeOf = (numbers: { first: number; next: number }): Passage => {
    const { start, end } = inBody(numbers);
    return { start: utf16(block.start + start), end: utf16(block.start + end) };
  };
  const needed = byNode.map((phrases) =>
    phrases.reduce<Tier>((best, { tier }) => (worse(best, tier) === best ? tier : best), 'variant'),
  );
  // The hit is where the very words stand, where they do.
  const placed = byNode.map((phrases, node) =>
    phrases.filter(({ tier }) => tier === needed[node]).map((phrase) => ({ ...phrase, ...placeOf(phrase) })),
  );
  const stretch = shortestOf(sideBySide(placed)) ?? shortestWithAll(placed);
  const start = utf16(stretch?.start ?? block.start);
  // Where no words are asked for, the first sentence stands for the block.
  const end = utf16(stretch?.end ?? block.start + sentencesAround(body, { start: utf16(0), end: utf16(1) }).end);
  return {
    start,
    end,
    exact: text.slice(start, end),
    ...surroundingsOf(text, { start: utf16(block.start), end: utf16(block.end) }, { start, end }),
    matches: matchesOf(words, placeOf),
    places: matchesOf(byNode.flat(), placeOf),
    tier: needed.reduce(worse, 'exact'),
    // What else is marked beside the very words is not why the hit is here.
    readings: readingsOf(
      placed.flat().flatMap((phrase) => phrase.words),
      (word) => {
        const place = placeOf(word);
        return text.slice(place.start, place.end);
      },
    ),
  };
}
