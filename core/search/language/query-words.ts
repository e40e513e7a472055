import { type Word, wordsOf } from '../words.ts';
import type { PhraseNode, QueryWord } from './query.ts';

/** The most words, with fields counted as words, of one query. */
export const queryWordLimit = 200;
/** The longest key that is searched for whole, in UTF-16 units; no word of a language comes near it. */
const keyLimit = 256;
/** The most parts of one hyphenated word. */
const partLimit = 20;

/** What stands between words that belong together though they are no one word, as in `U.S.`, `12:30` and `and/or`; or nothing, as in 自由. */
const tightJoint = /^[.:/@_&+#=~%\\-]*$/u;

interface PlacedWord extends QueryWord {
  readonly start: number;
  readonly end: number;
}

function cutKey(key: string): string {
  const cut = key.slice(0, keyLimit);
  return /[\uD800-\uDBFF]$/u.test(cut) ? cut.slice(0, -1) : cut;
}

function placedWordsOf(segment: string, isOpen: boolean): PlacedWord[] {
  const words = wordsOf(segment);
  const found: PlacedWord[] = [];
  let covered = 0;
  for (const [at, word] of words.entries()) {
    const key = word.keys[0] ?? '';
    if (word.index < covered || (word.span > 1 && (word.span > partLimit || key.length > keyLimit))) continue;
    // One more than can be used tells that there are more.
    if (found.length > queryWordLimit) break;
    covered = word.index + word.span;
    const partsFrom = word.span === 1 ? at : at + 1;
    const parts = words.slice(partsFrom, partsFrom + word.span).map((part: Word) => part.keys[0] ?? '');
    const isLong = key.length > keyLimit;
    const joined = isLong ? cutKey(key) : key;
    found.push({
      written: segment.slice(word.start, word.end),
      parts: isLong ? [joined] : parts,
      joined,
      isPrefix: isLong || segment[word.end] === '*' || (isOpen && word.end === segment.length),
      start: word.start,
      end: word.end,
    });
  }
  return found;
}

const bare = ({ written, parts, joined, isPrefix }: PlacedWord): QueryWord => ({ written, parts, joined, isPrefix });

/**
 * The words of one stretch of a query. A `*` after a word makes it the beginning of one, and so does the end of the
 * stretch with `isOpen`. A word of more than 256 units is searched by its beginning of that length; a hyphenated one of
 * more than 20 parts by its parts.
 */
export function queryWordsOf(segment: string, isOpen: boolean): QueryWord[] {
  return placedWordsOf(segment, isOpen).map(bare);
}

/** The phrases that a stretch without spaces and quotation marks holds: mostly one, of one word. */
export function plainPhrasesOf(chunk: string, isOpen: boolean): PhraseNode[] {
  const phrases: QueryWord[][] = [];
  let end = 0;
  for (const word of placedWordsOf(chunk, isOpen)) {
    const phrase = phrases.at(-1);
    if (phrase && tightJoint.test(chunk.slice(end, word.start))) phrase.push(bare(word));
    else phrases.push([bare(word)]);
    end = word.end;
  }
  return phrases.map((words) => ({ kind: 'phrase', words, isExact: false }));
}
