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
// The modifier apostrophe ʼ is a letter to Unicode, but at a word's edge it is a quotation mark.
const letter = '(?!\\u02BC)[\\p{L}\\p{N}]';
const letterOrMark = '(?!\\u02BC)[\\p{L}\\p{N}\\p{M}]';
const inside = `[${ignoredInWords}]*`;
const simpleWord = new RegExp(
  `${groupedNumber}|${letter}(?:${inside}${letterOrMark}|${inside}[${apostrophes}]${inside}${letter})*`,
  'gu',
);
const groupedDigits = new RegExp(`^${groupedNumber}$`, 'u');
const hyphenBetween = new RegExp(
  `^${inside}[-‐‑‒–﹣－](?:[^\\S\\n]*\\n[^\\S\\n]*)?$|^\\u00AD[^\\S\\n]*\\n[^\\S\\n]*$`,
  'u',
);

function keysOf(written: string): string[] {
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
 * The words of `text` in text order; a hyphenated word before its parts. Letters, digits and their marks make a word,
 * with apostrophes and invisible characters inside it. `1,486`, and `1 486` with a non-breaking space, are one word.
 */
export function wordsOf(text: string): Word[] {
  const simple = [...text.matchAll(simpleWord)].map(
    (match, index): Word => ({
      start: utf16(match.index),
      end: utf16(match.index + match[0].length),
      keys: keysOf(match[0]),
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
