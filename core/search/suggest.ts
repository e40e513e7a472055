import type { Vocabulary } from './index/vocabulary.ts';
import type { Query, QueryNode, QueryWord } from './language/query.ts';

/** Words of fewer letters have too many neighbours. */
const shortest = 4;

/** From this length on two slips are allowed, below one. */
const long = 8;

/** Suggestions for one word, and words of one query that are looked at. */
const perWord = 3;
const wordsLookedAt = 3;

/**
 * How many letters must be added, left out, replaced or swapped with their neighbour to make `b` of `a`; `limit + 1` for
 * anything beyond `limit` (Damerau's distance, each letter moved once at most).
 */
function distance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? limit + 1;
}

function nearest(vocabulary: Vocabulary, key: string): string[] {
  const limit = key.length >= long ? 2 : 1;
  const found: { key: string; slips: number; frequency: number }[] = [];
  for (const term of vocabulary.inUse()) {
    const candidate = vocabulary.keyOf(term);
    if (Math.abs(candidate.length - key.length) > limit || candidate === key) continue;
    const slips = distance(key, candidate, limit);
    if (slips <= limit) found.push({ key: candidate, slips, frequency: vocabulary.frequencyOf(term) });
  }
  found.sort((a, b) => a.slips - b.slips || b.frequency - a.frequency || (a.key < b.key ? -1 : 1));
  return found.slice(0, perWord).map((each) => each.key);
}

function wordsOfNode(node: QueryNode): readonly QueryWord[] {
  if (node.kind === 'phrase') return node.words;
  return node.of.flatMap(wordsOfNode);
}

/**
 * Queries that may have been meant: `query` with one word, which no text has, replaced by one that is a slip or two away.
 * `isKnown` says whether a word stands anywhere, in any form or spelling.
 */
export function suggestQueries(
  vocabulary: Vocabulary,
  text: string,
  query: Query,
  isKnown: (word: QueryWord) => boolean,
): string[] {
  const unknown = query.all.flatMap(wordsOfNode).filter((word) => {
    const { joined, written } = word;
    return joined.length >= shortest && !/\d/u.test(joined) && text.includes(written) && !isKnown(word);
  });
  return unknown
    .slice(0, wordsLookedAt)
    .flatMap(({ joined, written }) => nearest(vocabulary, joined).map((key) => text.replace(written, () => key)));
}

/** Words that a query may have for one to be left out. */
const shortenedAtMost = 6;

/** Queries with one plain word less, where all there is are a few words; none where a mark or an operator is in it. */
export function shortenQuery(text: string, { all, none }: Query): string[] {
  const words = text.trim().split(/\s+/u);
  const isPlain = none.length === 0 && all.length === words.length && all.every((node) => node.kind === 'phrase');
  if (!isPlain || words.length < 2 || words.length > shortenedAtMost) return [];
  return words.map((_, left) => words.filter((_word, index) => index !== left).join(' '));
}
