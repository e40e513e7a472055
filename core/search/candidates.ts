import { Index } from 'flexsearch';
import type { Query, QueryWord } from './query.ts';
import type { Rarity } from './rank.ts';

/** Finds paragraphs, given as their numbers, by the words in them. */
export interface CandidateIndex {
  /** Numbers of all paragraphs that may match `query`, and of few others. */
  readonly candidatesFor: (query: Query) => Set<number>;
  readonly rarityOf: Rarity;
}

/** FlexSearch takes one string and splits it by the encoder: keys never hold a line break. */
const keySeparator = '\n';

function intersect(sets: readonly ReadonlySet<number>[]): Set<number> {
  const [smallest, ...others] = [...sets].sort((a, b) => a.size - b.size);
  return new Set([...(smallest ?? [])].filter((id) => others.every((other) => other.has(id))));
}

function firstAtLeast(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Indexes paragraphs by their keys; a paragraph's number is its place in `keysOfParagraphs`. FlexSearch holds the
 * postings and answers for one word at a time; several words are intersected here, because its own AND depends on
 * settings, and beginnings of words are looked up in a sorted vocabulary, because its `forward` index is inexact.
 */
export function indexCandidates(keysOfParagraphs: readonly ReadonlySet<string>[]): CandidateIndex {
  const index = new Index({
    tokenize: 'strict',
    resolution: 1,
    encode: (content: string) => content.split(keySeparator),
  });
  const frequency = new Map<string, number>();
  for (const [id, keys] of keysOfParagraphs.entries()) {
    index.add(id, [...keys].join(keySeparator));
    for (const key of keys) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  }
  const vocabulary = [...frequency.keys()].sort((a, b) => (a < b ? -1 : 1));
  const count = keysOfParagraphs.length;
  // FlexSearch reads 0 as its default of 100, and a result is the index's own array: it is only ever copied.
  const limit = Math.max(1, count);

  const lookUp = (key: string): number[] => (frequency.has(key) ? index.search(key, { limit }).map(Number) : []);
  const lookUpBeginning = (beginning: string): number[] => {
    const found: number[] = [];
    for (let at = firstAtLeast(vocabulary, beginning); vocabulary[at]?.startsWith(beginning); at += 1) {
      found.push(...lookUp(vocabulary[at] ?? ''));
    }
    return found;
  };
  const candidatesForWord = ({ parts, joined, isPrefix }: QueryWord): Set<number> => {
    const lookUpLast = isPrefix ? lookUpBeginning : lookUp;
    const asOne = lookUpLast(joined);
    if (parts.length === 1) return new Set(asOne);
    const asParts = parts.map((part, at) => new Set(at === parts.length - 1 ? lookUpLast(part) : lookUp(part)));
    return new Set([...asOne, ...intersect(asParts)]);
  };

  return {
    candidatesFor: ({ terms }) => {
      const sets: Set<number>[] = [];
      for (const word of terms.flatMap((term) => term.words)) {
        const found = candidatesForWord(word);
        if (found.size === 0) return found;
        sets.push(found);
      }
      return intersect(sets);
    },
    rarityOf: (key) => Math.log(1 + count / (frequency.get(key) ?? count)) / Math.log(1 + count),
  };
}
