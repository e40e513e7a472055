import { Index } from 'flexsearch';
import type { Term } from './vocabulary.ts';

/** The numbers of the units in which a term stands: a list for each impact, from the highest down. */
export type Postings = readonly (readonly number[] | undefined)[];

/**
 * How many impacts are told apart. FlexSearch keeps a list for each “resolution”; the score of a word, which ours is,
 * chooses the list.
 */
const impacts = 6;

/** BM25: how soon more of the same word counts no more, and how much a long unit counts against it. */
const saturation = 1.2;
const lengthPenalty = 0.75;

/** Words of a unit of usual length. Fixed, so that a unit's impact does not change as others come. */
const usualLength = 60;

/** A heading or an item of a list is not the better for being shorter than this. */
const shortLength = 40;

/** The part of BM25 that a word's number in one unit makes, from 0 to 2.2. */
function frequencyPart(count: number, words: number): number {
  const length = Math.max(words, shortLength);
  return (
    (count * (saturation + 1)) / (count + saturation * (1 - lengthPenalty + (lengthPenalty * length) / usualLength))
  );
}

const highest = saturation + 1;

/** The impact of a word that stands `count` times among `length` words: 0 for the highest. */
export function impactOf(count: number, length: number): number {
  return Math.min(impacts - 1, Math.floor(impacts * (1 - frequencyPart(count, length) / highest)));
}

/** What an impact is worth, between 0 and 2.2. */
export const impactWorth: readonly number[] = Array.from(
  { length: impacts },
  (_, impact) => highest * (1 - (impact + 0.5) / impacts),
);

/** Saved lists: those of all terms one after the other, those of one term from the highest impact down. */
export interface SavedPostings {
  /** Where each list ends in `units`: `impacts` of them for each term. The first begins at 0. */
  readonly ends: Uint32Array;
  readonly units: Uint32Array;
}

/** What FlexSearch's `strict` index keeps: for each word a list for each score. Its version is pinned; a test watches it. */
type FlexMap = Map<string, (number[] | undefined)[]>;

/** FlexSearch wants words; the number of a term is one that is short. */
const wordFor = (term: Term): string => term.toString(36);

/**
 * Posting lists, kept by FlexSearch (`strict`, our own words and scores). It is asked for the lists of one word at a
 * time; its own ways to combine words, beginnings and phrases are not used, since they are inexact. The lists of a saved
 * index are handed to it when they are first needed.
 */
export class PostingLists {
  readonly #index: Index;
  #words: readonly string[] = [];
  #impacts: readonly number[] = [];
  #saved: SavedPostings | null = null;
  /** Terms of the saved index that FlexSearch has been handed already. */
  readonly #handed = new Set<Term>();

  constructor() {
    this.#index = new Index({
      tokenize: 'strict',
      resolution: impacts,
      // The words are handed over as they are, each with its impact.
      encode: () => [...this.#words],
      score: (_words: string[], _word: string, at: number) => this.#impacts[at] ?? 0,
    });
  }

  /** Adds a unit with its terms, and the impact of each. Units come in the order of their numbers. */
  add(unit: number, terms: readonly Term[], termImpacts: readonly number[]): void {
    if (terms.length === 0) return;
    for (const term of terms) this.#hand(term);
    this.#words = terms.map(wordFor);
    this.#impacts = termImpacts;
    // What is indexed is what `encode` gives; the text only must not be empty.
    this.#index.add(unit, '.');
  }

  /** The lists of a term, from the highest impact down. They are the index's own: never to be changed. */
  of(term: Term): Postings {
    this.#hand(term);
    return this.#map.get(wordFor(term)) ?? [];
  }

  /** All lists of the first `size` terms. */
  save(size: number): SavedPostings {
    const ends = new Uint32Array(size * impacts);
    let total = 0;
    for (let term = 0; term < size; term += 1) {
      const lists = this.#look(term);
      for (let impact = 0; impact < impacts; impact += 1) {
        total += lists[impact]?.length ?? 0;
        ends[term * impacts + impact] = total;
      }
    }
    const units = new Uint32Array(total);
    for (let term = 0; term < size; term += 1) {
      for (const [impact, list] of this.#look(term).entries()) {
        const at = term * impacts + impact;
        if (list) units.set(list, at === 0 ? 0 : ends[at - 1]);
      }
    }
    return { ends, units };
  }

  static load(saved: SavedPostings): PostingLists {
    const lists = new PostingLists();
    lists.#saved = saved;
    return lists;
  }

  get #map(): FlexMap {
    // Not in its types, but what its own export reads and fills.
    return (this.#index as unknown as { readonly map: FlexMap }).map;
  }

  /** The lists of a term wherever they are, without having FlexSearch keep them: all of them would take many times the memory. */
  #look(term: Term): readonly (Uint32Array | readonly number[] | undefined)[] {
    return this.#waiting(term) ?? this.#map.get(wordFor(term)) ?? [];
  }

  /** The lists of a term that is saved, and has not been handed to FlexSearch; `null` for others. */
  #waiting(term: Term): (Uint32Array | undefined)[] | null {
    const saved = this.#saved;
    if (!saved || (term + 1) * impacts > saved.ends.length || this.#handed.has(term)) return null;
    const lists: (Uint32Array | undefined)[] = [];
    for (let impact = 0; impact < impacts; impact += 1) {
      const at = term * impacts + impact;
      const start = at === 0 ? 0 : (saved.ends[at - 1] ?? 0);
      const end = saved.ends[at] ?? start;
      if (end > start) lists[impact] = saved.units.subarray(start, end);
    }
    return lists;
  }

  #hand(term: Term): void {
    const lists = this.#waiting(term);
    if (!lists) return;
    this.#handed.add(term);
    const own = lists.map((list) => list && Array.from(list));
    if (own.length > 0) this.#map.set(wordFor(term), own);
  }
}
