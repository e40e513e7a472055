import { utf16 } from '../text/offsets.ts';
import type { Passage } from '../text/passage.ts';
import { apostrophes, foldWord, ignoredInWords } from './fold-word.ts';

/**
 * A word of a text, as a passage of the untouched text. `keys` are what it is found by (see `foldWord`): the whole
 * word first, then, for a possessive, the word without its ’s. A hyphenated word comes as its parts and, besides, as
 * one word of them all. `index` counts the simple words of the text from 0; `span` is how many of them this one covers.
 */
export interface Word extends Passage {
  readonly keys: readonly string[];
  readonly index: number;
  readonly span: number;
}

const groupedNumber = '\\d{1,3}(?:[,\\u00A0\\u202F\\u2009]\\d{3})+(?![\\p{L}\\p{N}])';
/** Scripts in which no space stands between words: as in these nobody can tell where one ends, each character is a word. */
const unspacedScripts = 'Han Hira Kana Bopo Yiii Thai Laoo Khmr Mymr Lana Talu Java Bali'.split(' ');
// The sign for a long vowel is of no script, and stands between letters of Katakana only.
const unspaced = `[\\p{L}&&[\\u30FC\\uFF70${unspacedScripts.map((script) => `\\p{sc=${script}}`).join('')}]]`;
// The modifier apostrophe ʼ is a letter to Unicode, but at a word's edge it is a quotation mark.
const letter = `(?!\\u02BC)[[\\p{L}\\p{N}]--${unspaced}]`;
const letterOrMark = `(?!\\u02BC)[[\\p{L}\\p{N}\\p{M}]--${unspaced}]`;
const inside = `[${ignoredInWords}]*`;
const simpleWord = new RegExp(
  `${groupedNumber}|${unspaced}(?:${inside}\\p{M})*|${letter}(?:${inside}${letterOrMark}|${inside}[${apostrophes}]${inside}${letter})*`,
  'gv',
);
const groupedDigits = new RegExp(`^${groupedNumber}$`, 'u');
const hyphenBetween = new RegExp(
  `^${inside}[-‐‑‒–﹣－](?:[^\\S\\n]*\\n[^\\S\\n]*)?$|^\\u00AD[^\\S\\n]*\\n[^\\S\\n]*$`,
  'u',
);

/** What a simple word is found by: the whole word, then, for a possessive, the word without its ’s. */
export function foldedKeysOf(written: string): string[] {
  if (groupedDigits.test(written)) return [written.replace(/\D/gu, '')];
  const key = foldWord(written);
  return key.endsWith("'s") ? [key, key.slice(0, -2)] : [key];
}

function joinParts(parts: readonly Word[]): Word[] {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last || parts.length === 1) return [];
  const lead = parts.slice(0, -1).map((part) => part.keys[0] ?? '');
  const keys = last.keys.map((key) => lead.join('') + key);
  return [{ start: first.start, end: last.end, keys, index: first.index, span: parts.length }];
}

/**
 * The words of `text` in text order; a hyphenated word before its parts. Letters, digits and their marks make a word
 * (in scripts without spaces between words, each letter with its marks),
 * with apostrophes and invisible characters inside it. `1,486`, and `1 486` with a non-breaking space, are one word.
 */
export function wordsOf(text: string): Word[] {
  const simple = [...text.matchAll(simpleWord)].map(
    (match, index): Word => ({
      start: utf16(match.index),
      end: utf16(match.index + match[0].length),
      keys: foldedKeysOf(match[0]),
      index,
      span: 1,
    }),
  );
  const words: Word[] = [];
  let parts: Word[] = [];
  for (const word of simple) {
    const previous = parts.at(-1);
    if (previous && !hyphenBetween.test(text.slice(previous.end, word.start))) {
      words.push(...joinParts(parts), ...parts);
      parts = [];
    }
    parts.push(word);
  }
  return words.concat(joinParts(parts), parts);
}

/** What is told of a text while its words are read. */
export interface WordReader {
  /** A simple word as it is written, and where; `isNameLike` where it has a capital that no sentence begins with. */
  readonly word: (written: string, start: number, isNameLike: boolean) => void;
  /** A hyphenated word: the number of its first simple word, how many it has, and its keys as one word. */
  readonly compound: (at: number, span: number, keys: readonly string[]) => void;
}

/** What stands before a word that begins a sentence, a line or a quotation. */
const beginsSentence = /[.!?…:;"“”„«»\n•*]/u;
const capital = /^\p{Lu}/u;
const hyphenLike = /[-‐‑‒–﹣－\u00AD]/u;

function joinedKeys(written: readonly string[]): string[] {
  const lead = written.slice(0, -1).map((part) => foldedKeysOf(part)[0] ?? '');
  return foldedKeysOf(written.at(-1) ?? '').map((key) => lead.join('') + key);
}

/** Reads the words of `text` as `wordsOf` finds them, without making anything of them: for indexing large texts. */
export function scanWords(text: string, reader: WordReader): void {
  let parts: string[] = [];
  let count = 0;
  let previousEnd = 0;
  const endCompound = (): void => {
    if (parts.length > 1) reader.compound(count - parts.length, parts.length, joinedKeys(parts));
    parts = [];
  };
  for (const match of text.matchAll(simpleWord)) {
    const [written] = match;
    const gap = text.slice(previousEnd, match.index);
    const isJoined = count > 0 && hyphenLike.test(gap) && hyphenBetween.test(gap);
    if (!isJoined) endCompound();
    const isFirst = count === 0 || (!isJoined && beginsSentence.test(gap));
    reader.word(written, match.index, !isFirst && capital.test(written));
    parts.push(written);
    count += 1;
    previousEnd = match.index + written.length;
  }
  endCompound();
}

/** Made once, since making it takes longer than reading a word; where it begins is set at each use. */
const wordHere = new RegExp(simpleWord, 'vy');

/** Where the simple word that begins at `start` ends. */
export function endOfWord(text: string, start: number): number {
  wordHere.lastIndex = start;
  return start + (wordHere.exec(text)?.[0].length ?? 0);
}

/** Where the first `count` simple words of `text` stand, in their order; fewer where there are no more. */
export function placesOfWords(text: string, count: number): Passage[] {
  const places: Passage[] = [];
  const word = new RegExp(simpleWord);
  while (places.length < count) {
    const match = word.exec(text);
    if (!match) break;
    places.push({ start: utf16(match.index), end: utf16(match.index + match[0].length) });
  }
  return places;
}
