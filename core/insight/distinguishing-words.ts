import { type ExcerptFilter, everyExcerpt } from '../excerpts/excerpt-filter.ts';
import { foldText } from '../excerpts/fold-text.ts';
import type { PlacedHighlight } from '../highlights/highlight.ts';
import { wordsOf } from '../search/words.ts';
import { functionWords } from './function-words.ts';
import type { InsightSources } from './insight-sources.ts';
import { markedTags } from './marked-tags.ts';

/** How often a word must stand in a tag's excerpts to be told of. */
const fewestOccurrences = 3;

/** The least log-likelihood: by chance alone, a word reaches it in one case of a hundred (chi-squared, one degree of freedom). */
const leastLikelihood = 6.63;

/** A word that is more frequent in a tag's excerpts than in the others. */
export interface DistinguishingWord {
  /** Folded as `foldText` does it. */
  readonly word: string;
  /** How often it stands in the tag's excerpts, in how many of them, and how often in the others. */
  readonly count: number;
  readonly excerpts: number;
  readonly elsewhere: number;
  /** Dunning's log-likelihood (G²) of both counts: the larger, the less it is chance. */
  readonly likelihood: number;
  /** The tag's excerpts with the word; with those where it is part of a longer one, or in the note. */
  readonly filter: ExcerptFilter;
}

/** What distinguishes a tag's excerpts. Words are counted once where excerpts overlap. */
export interface TagWords {
  /** The most telling first. */
  readonly words: readonly DistinguishingWord[];
  /** All words in the tag's excerpts, and in those that are not the tag's: nothing is compared where either is 0. */
  readonly total: number;
  readonly totalElsewhere: number;
}

interface PlacedWord {
  readonly word: string;
  /** Where it stands, as a text that is the same for overlapping highlights. */
  readonly place: string;
}

const hasLetter = /\p{L}{2}/u;
const possessive = /'s$/u;

function readWords({ id, statement, selector, anchor }: PlacedHighlight): PlacedWord[] {
  const { quote } = selector;
  // What has no place in the text overlaps nothing.
  const [source, from] = anchor.state === 'anchored' ? [`in ${statement}`, anchor.start] : [`of ${id}`, 0];
  const found = wordsOf(quote).filter(({ start, end }) => !quote.slice(start, end).includes('\n'));
  let compoundEnd = 0;
  return found.flatMap(({ start, end, span }): PlacedWord[] => {
    // A hyphenated word comes before its parts, and stands for them.
    if (start < compoundEnd) return [];
    if (span > 1) compoundEnd = end;
    const word = foldText(quote.slice(start, end)).replace(possessive, '');
    return hasLetter.test(word) ? [{ word, place: `${source} ${from + start}` }] : [];
  });
}

/** G² of `a` of `all` words here and `b` of `allElsewhere` there (P. Rayson and R. Garside, 2000). */
export function logLikelihood(a: number, all: number, b: number, allElsewhere: number): number {
  const rate = (a + b) / (all + allElsewhere);
  const part = (count: number, expected: number): number => (count === 0 ? 0 : count * Math.log(count / expected));
  return 2 * (part(a, all * rate) + part(b, allElsewhere * rate));
}

function countWords(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * Prepares, for one state of the highlights, telling what words distinguish a tag's excerpts (with those of its sub-tags)
 * from all others. Function words and numbers are not counted among the words told of, but belong to the totals.
 */
export function createWordComparison(sources: InsightSources): (tag: string) => TagWords {
  const read = new Map(sources.highlights.map((highlight) => [highlight, readWords(highlight)]));
  const members = new Map(markedTags(sources, { hasSubTags: true }).map((mark) => [mark.tag.id, mark.highlights]));
  return (tag) => {
    const own = new Set(members.get(tag) ?? []);
    const here = new Map<string, string>();
    const excerpts: string[] = [];
    for (const highlight of own) {
      const words = read.get(highlight) ?? [];
      for (const { word, place } of words) here.set(place, word);
      excerpts.push(...new Set(words.map(({ word }) => word)));
    }
    const there = new Map<string, string>();
    for (const [highlight, words] of read) {
      if (own.has(highlight)) continue;
      for (const { word, place } of words) if (!here.has(place)) there.set(place, word);
    }
    const [total, totalElsewhere] = [here.size, there.size];
    if (total === 0 || totalElsewhere === 0) return { words: [], total, totalElsewhere };
    const counts = countWords(here.values());
    const others = countWords(there.values());
    const inExcerpts = countWords(excerpts);
    const words = [...counts].flatMap(([word, count]): DistinguishingWord[] => {
      const elsewhere = others.get(word) ?? 0;
      if (count < fewestOccurrences || functionWords.has(word)) return [];
      if (count / total <= elsewhere / totalElsewhere) return [];
      const likelihood = logLikelihood(count, total, elsewhere, totalElsewhere);
      if (likelihood < leastLikelihood) return [];
      const filter = { ...everyExcerpt, tags: [tag], text: word };
      return [{ word, count, excerpts: inExcerpts.get(word) ?? 0, elsewhere, likelihood, filter }];
    });
    const order = (a: DistinguishingWord, b: DistinguishingWord): number =>
      b.likelihood - a.likelihood || b.count - a.count || (a.word < b.word ? -1 : 1);
    return { words: words.sort(order), total, totalElsewhere };
  };
}
