import { type Word, wordsOf } from './words.ts';

/**
 * One word of a query. It matches `parts`, folded, one after the other, or the single word `joined`: they differ only
 * for a hyphenated word. With `isPrefix` the last part, and `joined`, may be the beginning of a longer word.
 */
export interface QueryWord {
  readonly parts: readonly string[];
  readonly joined: string;
  readonly isPrefix: boolean;
}

/** Words that must stand side by side in this order: one for a plain word, several for a phrase. */
export interface QueryTerm {
  readonly words: readonly QueryWord[];
}

/** All of `terms` must match. None where the query holds no word. */
export interface Query {
  readonly terms: readonly QueryTerm[];
}

const quotationMark = /["“”„‟«»″＂]/u;

function queryWordsOf(segment: string, isOpen: boolean): QueryWord[] {
  const words = wordsOf(segment);
  const found: QueryWord[] = [];
  let covered = 0;
  for (const [at, word] of words.entries()) {
    if (word.index < covered) continue;
    covered = word.index + word.span;
    const partsFrom = word.span === 1 ? at : at + 1;
    const parts = words.slice(partsFrom, partsFrom + word.span).map((part: Word) => part.keys[0] ?? '');
    const isPrefix = segment[word.end] === '*' || (isOpen && word.end === segment.length);
    found.push({ parts, joined: word.keys[0] ?? '', isPrefix });
  }
  return found;
}

/**
 * Reads a query: words, `"exact phrases"` in straight or curly quotation marks, `begin*`. A mark that is never closed
 * opens a phrase to the end. With `typing`, a word at the very end counts as the beginning of one. Anything is a query;
 * one of punctuation only has no terms. A term that is said twice counts once.
 */
export function parseQuery(query: string, typing: boolean): Query {
  const segments = query.split(quotationMark);
  const terms = new Map<string, QueryTerm>();
  for (const [index, segment] of segments.entries()) {
    const isPhrase = index % 2 === 1;
    const words = queryWordsOf(segment, typing && index === segments.length - 1);
    const found = isPhrase ? [words] : words.map((word) => [word]);
    for (const sequence of found) {
      if (sequence.length > 0) terms.set(JSON.stringify(sequence), { words: sequence });
    }
  }
  return { terms: [...terms.values()] };
}
