import type { Tier } from '../search-result.ts';
import type { Compound } from './corpus.ts';
import type { ExpandedWord, Reading, Readings } from './expand.ts';
import type { Term } from './vocabulary.ts';

/** The words of a unit as numbers. */
export interface UnitWords {
  readonly tokens: Uint32Array;
  readonly compounds: readonly Compound[];
}

/** A word of a query where it stands: from simple word `first` up to `next`. */
export interface MatchedWord {
  readonly asked: string;
  readonly first: number;
  readonly next: number;
  readonly tier: Tier;
}

/** A phrase where it stands, with its words; `weight` is that of its least word. */
export interface MatchedPhrase {
  readonly first: number;
  readonly next: number;
  readonly weight: number;
  readonly tier: Tier;
  readonly words: readonly MatchedWord[];
}

interface Step {
  readonly next: number;
  readonly reading: Reading;
}

/** More words than a phrase has: beyond, no earlier phrase reaches. */
const longestPhrase = 200;

const tiers: readonly Tier[] = ['exact', 'stem', 'variant'];

/** The worse of two tiers. */
export const worse = (a: Tier, b: Tier): Tier => (tiers.indexOf(a) > tiers.indexOf(b) ? a : b);

function readParts(tokens: Uint32Array, at: number, parts: readonly Readings[]): Reading | null {
  let worst: Reading | null = null;
  for (const [index, readings] of parts.entries()) {
    const place = at + index;
    const reading = place < tokens.length ? readings.get(tokens[place] ?? 0) : undefined;
    if (!reading) return null;
    if (!worst || reading.weight < worst.weight) worst = reading;
  }
  return worst;
}

/** Every way in which `word` stands at `at`. */
function stepsAt({ tokens, compounds }: UnitWords, at: number, { parts, whole }: ExpandedWord): Step[] {
  const steps: Step[] = [];
  const reading = at < tokens.length ? whole.get(tokens[at] ?? 0) : undefined;
  if (reading) steps.push({ next: at + 1, reading });
  for (const compound of compounds) {
    const compoundReading = compound.at === at ? whole.get(compound.term) : undefined;
    if (compoundReading) steps.push({ next: at + compound.span, reading: compoundReading });
  }
  if (parts.length === 1) return steps;
  const asParts = readParts(tokens, at, parts);
  return asParts ? [...steps, { next: at + parts.length, reading: asParts }] : steps;
}

/** The ways in which a phrase stands at `first`, one for each place where it may end. */
function phrasesAt(unit: UnitWords, first: number, words: readonly ExpandedWord[]): MatchedPhrase[] {
  let ways: MatchedPhrase[] = [{ first, next: first, weight: 1, tier: 'exact', words: [] }];
  for (const word of words) {
    const byNext = new Map<number, MatchedPhrase>();
    for (const way of ways) {
      for (const { next, reading } of stepsAt(unit, way.next, word)) {
        const weight = Math.min(way.weight, reading.weight);
        if ((byNext.get(next)?.weight ?? 0) >= weight) continue;
        const matched = { asked: word.written, first: way.next, next, tier: reading.tier };
        const tier = worse(way.tier, reading.tier);
        byNext.set(next, { first, next, weight, tier, words: [...way.words, matched] });
      }
    }
    ways = [...byNext.values()];
    if (ways.length === 0) return [];
  }
  return ways;
}

/** Everywhere that one simple word stands. */
function findWord({ tokens }: UnitWords, { written, whole }: ExpandedWord): MatchedPhrase[] {
  const found: MatchedPhrase[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    const reading = whole.get(tokens[first] ?? 0);
    if (!reading) continue;
    const { weight, tier } = reading;
    const next = first + 1;
    found.push({ first, next, weight, tier, words: [{ asked: written, first, next, tier }] });
  }
  return found;
}

/** Everywhere that a phrase stands in a unit, by where it begins, then by where it ends. */
export function findPhrase(unit: UnitWords, words: readonly ExpandedWord[]): MatchedPhrase[] {
  const found: MatchedPhrase[] = [];
  const [head] = words;
  if (!head) return found;
  const { tokens, compounds } = unit;
  const { parts, whole } = head;
  const isCompound = compounds.some(({ term }) => whole.has(term));
  if (words.length === 1 && parts.length === 1 && !isCompound) return findWord(unit, head);
  for (let first = 0; first < tokens.length; first += 1) {
    const token = tokens[first] ?? 0;
    if (!isCompound && !whole.has(token) && !parts[0]?.has(token)) continue;
    const ways = phrasesAt(unit, first, words);
    if (ways.length > 1) ways.sort((a, b) => a.next - b.next);
    found.push(...ways);
  }
  return found;
}

/** A word of a simple phrase: the one term that it is, or all that it may stand for. */
export type SimpleWord = Term | Readings;

/** `readings` as the one term that they are, where they are one and exact. */
export function simplify(readings: Readings): SimpleWord {
  const [first] = readings;
  return readings.size === 1 && first && first[1].weight === 1 ? first[0] : readings;
}

/**
 * How often a phrase of simple words stands between `start` and `end` of `tokens`, and the weight and tier of the best.
 * The quick way: no word is hyphenated anywhere, and nothing is made for a unit in which it does not stand.
 */
export function countSimplePhrase(
  tokens: Uint32Array,
  start: number,
  end: number,
  words: readonly SimpleWord[],
): { readonly count: number; readonly weight: number; readonly tier: Tier } {
  let count = 0;
  let best = 0;
  let bestTier: Tier = 'exact';
  const last = end - words.length;
  places: for (let at = start; at <= last; at += 1) {
    let weight = 1;
    let tier: Tier = 'exact';
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index] ?? 0;
      const token = tokens[at + index] ?? 0;
      if (typeof word === 'number') {
        if (word !== token) continue places;
        continue;
      }
      const reading = word.get(token);
      if (!reading) continue places;
      if (reading.weight < weight) ({ weight, tier } = reading);
    }
    count += 1;
    if (weight > best) [best, bestTier] = [weight, tier];
  }
  return { count, weight: best, tier: bestTier };
}

/** Part of a chain of phrases: which parts it has so far, as bits, and all of them. */
interface Chain {
  readonly mask: number;
  readonly phrases: readonly MatchedPhrase[];
}

/**
 * Where one of each of `parts` stands, in any order, with at most `distance` words between one and the next: for each
 * place where such a chain ends, the shortest.
 */
export function findNear(parts: readonly (readonly MatchedPhrase[])[], distance: number): MatchedPhrase[] {
  const all = parts.flatMap((phrases, part) => phrases.map((phrase) => ({ phrase, bit: 1 << part })));
  all.sort((a, b) => a.phrase.first - b.phrase.first || a.phrase.next - b.phrase.next);
  const whole = 2 ** parts.length - 1;
  // For each phrase, the chains that end in it: of those with the same parts, the one that began last.
  const chains: Map<number, Chain>[] = [];
  const found: MatchedPhrase[] = [];
  for (const [index, { phrase, bit }] of all.entries()) {
    const here = new Map<number, Chain>([[bit, { mask: bit, phrases: [phrase] }]]);
    for (let before = index - 1; before >= 0; before -= 1) {
      const previous = all[before]?.phrase;
      if (!previous || phrase.first - previous.first > distance + longestPhrase) break;
      const gap = phrase.first - previous.next;
      if (gap < 0 || gap > distance) continue;
      for (const chain of chains[before]?.values() ?? []) {
        if (chain.mask & bit) continue;
        const mask = chain.mask | bit;
        const known = here.get(mask);
        const start = chain.phrases[0]?.first ?? 0;
        if (!known || (known.phrases[0]?.first ?? 0) < start)
          here.set(mask, { mask, phrases: [...chain.phrases, phrase] });
      }
    }
    chains.push(here);
    const complete = here.get(whole);
    if (complete) found.push(asOne(complete.phrases));
  }
  return found;
}

function asOne(phrases: readonly MatchedPhrase[]): MatchedPhrase {
  return {
    first: Math.min(...phrases.map(({ first }) => first)),
    next: Math.max(...phrases.map(({ next }) => next)),
    weight: Math.min(...phrases.map(({ weight }) => weight)),
    tier: phrases.reduce<Tier>((tier, phrase) => worse(tier, phrase.tier), 'exact'),
    words: phrases.flatMap(({ words }) => words),
  };
}
