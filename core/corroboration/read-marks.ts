import { foldWord } from '../search/fold-word.ts';
import { frequentWords } from '../search/names/common-words.ts';
import { nameKeysOf } from '../search/names/name-key.ts';
import { stemKeysOf } from '../search/stems/stem-keys.ts';
import { foldedKeysOf, scanWords } from '../search/words.ts';
import { isKindred, kindredKeysOf } from './kindred-words.ts';
import { readKnownBodies } from './known-bodies.ts';
import { dateKeysOf, readDates, type WrittenDate } from './read-dates.ts';
import { readNumbers, type WrittenNumber } from './read-numbers.ts';
import { smallWords } from './small-words.ts';

interface Place {
  /** UTF-16 units of the statement's text. */
  readonly start: number;
  readonly end: number;
  /** What it is found by; two marks mean the same where they have a key in common. */
  readonly keys: readonly string[];
  /** What it is counted as, so that nothing counts twice: its group of kindred words, or its first key. */
  readonly id: string;
}

/** A word, or the name of a state or organisation, that says what a sentence is about. */
export interface WordMark extends Place {
  readonly kind: 'word';
  readonly isName: boolean;
  /** Whether it is one of the frequent words of the language. */
  readonly isFrequent: boolean;
}

/** A number. `counted` are keys of the words after it: what it counts. */
export interface NumberMark extends Place {
  readonly kind: 'number';
  readonly number: WrittenNumber;
  readonly counted: readonly string[];
}

export interface DateMark extends Place {
  readonly kind: 'date';
  readonly date: WrittenDate;
}

/** Something in a sentence that could be said elsewhere too. */
export type Mark = WordMark | NumberMark | DateMark;

/** A word of any kind as it is written, for comparing the wording. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly isSmall: boolean;
}

/** What is read of a stretch of text. Both lists are in text order. */
export interface Reading {
  readonly marks: readonly Mark[];
  readonly tokens: readonly Token[];
}

/** Words after a number that may be what it counts. */
const countedReach = 3;

/** What is known of a word without its surroundings. */
interface KnownWord {
  readonly key: string;
  readonly keys: readonly string[];
  /** Those of the word where it is a name. */
  readonly keysOfName: readonly string[];
  readonly id: string;
  readonly isSmall: boolean;
  readonly isFrequent: boolean;
  readonly isCapitalised: boolean;
}

const capital = /^\p{Lu}/u;
const digit = /\p{N}/u;

function knowWord(written: string): KnownWord {
  const folded = foldedKeysOf(written);
  const key = folded.at(-1) ?? foldWord(written);
  const stems = stemKeysOf(key);
  const keys = stems.length > 0 ? [...stems, ...kindredKeysOf(stems)] : [key];
  const isCapitalised = capital.test(written);
  const nameKeys = isCapitalised ? nameKeysOf(written) : [];
  return {
    key,
    keys,
    keysOfName: nameKeys.length > 0 ? [...keys, ...nameKeys] : keys,
    id: keys.find(isKindred) ?? keys[0] ?? key,
    isSmall: smallWords.has(key) || (key.length === 1 && !digit.test(key)),
    isFrequent: frequentWords.has(key),
    isCapitalised,
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const overlaps = (taken: readonly Stretch[], start: number, end: number): boolean =>
  taken.some((other) => other.start < end && start < other.end);

/** Keys of the words that may be what a number that ends at `end` counts: the few that come after it. */
function countedAfter(words: readonly WordMark[], tokens: readonly Token[], end: number): string[] {
  const first = tokens.findIndex((token) => token.start >= end);
  if (first < 0) return [];
  const last = tokens[Math.min(tokens.length, first + countedReach) - 1]?.end ?? end;
  return words.filter((word) => word.start >= end && word.end <= last).flatMap(({ keys }) => keys);
}

/**
 * Reads what sentences say. Words are read once and remembered, and so is which words occur in small letters: a capital
 * at the beginning of a sentence then tells a name from another word.
 */
export class MarkReader {
  readonly #words = new Map<string, KnownWord>();
  readonly #inSmallLetters = new Set<string>();

  /** Learns which words of `text` are written small. To be called for every text before the first is read. */
  learn(text: string): void {
    scanWords(text, {
      word: (written) => {
        const { key, isCapitalised } = this.#know(written);
        if (!isCapitalised) this.#inSmallLetters.add(key);
      },
      compound: () => undefined,
    });
  }

  /** What `text` says from `start` up to `end`, which should be a sentence or a part of one. */
  read(text: string, start: number, end: number): Reading {
    const body = text.slice(start, end);
    const dates = readDates(body);
    const isFree = (found: Stretch): boolean => !overlaps(dates, found.start, found.end);
    const numbers = readNumbers(body).filter(isFree);
    const bodies = readKnownBodies(body).filter(isFree);
    const { words, tokens } = this.#readWords(body, start, [...dates, ...numbers, ...bodies]);
    const marks: Mark[] = words.slice();
    for (const { start: from, end: to, key } of bodies) {
      const id = `^${key}`;
      marks.push({
        kind: 'word',
        start: start + from,
        end: start + to,
        keys: [id],
        id,
        isName: true,
        isFrequent: false,
      });
    }
    for (const date of dates) {
      const keys = dateKeysOf(date);
      marks.push({ kind: 'date', start: start + date.start, end: start + date.end, keys, id: keys[0] ?? '', date });
    }
    for (const number of numbers) {
      const place = { start: start + number.start, end: start + number.end };
      const id = `#${number.kind}:${number.value}`;
      marks.push({ kind: 'number', ...place, keys: [id], id, number, counted: countedAfter(words, tokens, place.end) });
    }
    return { marks: marks.length > words.length ? marks.sort((a, b) => a.start - b.start) : marks, tokens };
  }

  #readWords(body: string, start: number, taken: readonly Stretch[]): { words: WordMark[]; tokens: Token[] } {
    const tokens: Token[] = [];
    const words: WordMark[] = [];
    scanWords(body, {
      word: (written, at, isNameLike) => {
        const { key, keys, keysOfName, id, isSmall, isFrequent, isCapitalised } = this.#know(written);
        const end = at + written.length;
        tokens.push({ start: start + at, end: start + end, key, isSmall });
        if (isSmall || (taken.length > 0 && overlaps(taken, at, end))) return;
        const isName = isNameLike || (isCapitalised && !this.#inSmallLetters.has(key));
        const own = isName ? keysOfName : keys;
        words.push({ kind: 'word', start: start + at, end: start + end, keys: own, id, isName, isFrequent });
      },
      compound: () => undefined,
    });
    return { words, tokens };
  }

  #know(written: string): KnownWord {
    const known = this.#words.get(written);
    if (known) return known;
    const made = knowWord(written);
    this.#words.set(written, made);
    return made;
  }
}
