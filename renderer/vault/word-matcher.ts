import { type Match, type Matcher, MatcherBaseClass, type MatchOptions } from '@zxcvbn-ts/core';
import { onCyrillicKeys } from './passphrase-readings.ts';

/** What a word that somebody thought of is worth, and each letter beyond those of a word of common length; in bits. */
const wordBits = 10;
const furtherBits = 2;
const commonLength = 6;

/** Words within a run of letters: `ЖывеБеларусь` has two. */
const runs = /\p{Lu}?[\p{Ll}\p{Lo}\p{M}'’]{3,}|\p{Lu}{4,}/gu;

/** Scripts in which a sign is more than a letter, or words stand without anything between them: their runs say nothing. */
const ofSyllables = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Up to this length one vowel makes a word of any letters; beyond, it must look like one. */
const shortLength = 7;
const mostConsonants = 4;

function isSpeakable(letters: string, vowel: RegExp): boolean {
  const kinds = letters.replaceAll(/[\p{M}'’]/gu, '').replaceAll(vowel, 'a');
  const vowels = kinds.split('a').length - 1;
  if ([...kinds].length <= shortLength) return vowels > 0;
  const share = vowels / [...kinds].length;
  const longest = Math.max(...kinds.split('a').map((consonants) => [...consonants].length));
  return share >= 0.28 && share <= 0.7 && longest <= mostConsonants;
}

/**
 * Whether a run of letters may be a word of a language that no dictionary here knows. Latin letters are looked at: many are
 * chosen by chance by a program. In other alphabets a person has typed them.
 */
function isWordlike(run: string): boolean {
  const plain = run.toLowerCase();
  if (ofSyllables.test(plain)) return false;
  if (!/^[\p{Script=Latin}\p{M}'’]+$/u.test(plain)) return true;
  const spoken = plain.normalize('NFD').replaceAll(/shch|zh|sh|ch|kh|ts|sz|cz/gu, 'c');
  return isSpeakable(spoken, /[aeiouy]/gu) || isSpeakable(onCyrillicKeys(plain), /[аеёиоуыэюя]/gu);
}

/** The guesses that a word of an unknown language takes at most, by its length. */
function guessesOfWord(word: string): number {
  const further = Math.max(0, [...word].length - commonLength);
  const ofCapitals = /\p{Lu}/u.test(word) ? 1 : 0;
  return 2 ** (wordBits + further * furtherBits + ofCapitals);
}

class WordMatching extends MatcherBaseClass {
  match({ password }: MatchOptions): Match[] {
    return [...password.matchAll(runs)]
      .filter(([run]) => isWordlike(run))
      .map((found) => {
        const [token] = found;
        return { pattern: 'word', i: found.index, j: found.index + token.length - 1, token };
      });
  }
}

/**
 * Words of the languages that zxcvbn has no dictionary of, and with it all of another script than the Latin: without this it
 * would take their letters for letters chosen by chance.
 */
export const wordMatcher: Matcher = {
  Matching: WordMatching,
  scoring: ({ token }) => guessesOfWord(token),
  feedback: ({ translations }, _, isSoleMatch) => ({
    warning: isSoleMatch === true ? translations.warnings.wordByItself : null,
    suggestions: [],
  }),
};
