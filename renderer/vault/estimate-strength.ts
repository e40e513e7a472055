import { type TranslationKeys, ZxcvbnFactory, type ZxcvbnResult } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { joinWords, passphraseReadings, withoutRepetition } from './passphrase-readings.ts';
import { wordMatcher } from './word-matcher.ts';

/** How long guessing would take; `common` is no use at all. */
export type Strength = 'common' | 'weak' | 'fair' | 'strong';

/** What is easy to guess in a passphrase, and what can be done about it, as zxcvbn names it. */
export type Warning = keyof TranslationKeys['warnings'];
export type Suggestion = keyof TranslationKeys['suggestions'];

/** How well a passphrase withstands guessing. */
export interface Estimate {
  readonly strength: Strength;
  /** How many guesses find it, about, by somebody who knows how people choose. */
  readonly guesses: number;
  /** How long that takes ten thousand computers with one guess a second each. */
  readonly seconds: number;
  readonly warning: Warning | null;
  readonly suggestions: readonly Suggestion[];
}

/** By somebody with means: a guess costs one computer about a second (`chooseCost`), and ten thousand work together. */
const guessesPerSecond = 10_000;

const year = 365 * 24 * 60 * 60;
/** Found in two minutes, in a year, and in a thousand years. */
const limits = { common: 1e6, weak: year * guessesPerSecond, fair: 1000 * year * guessesPerSecond } as const;

/** Nothing beyond is looked at: it takes long, and what stands before decides. */
const longestEstimated = 128;

/** What our users' surroundings put on everybody's mind, and the program's own words. */
const nearby = `attest passphrase encryption workspace correcthorsebatterystaple жывебеларусь живебеларусь zhyviebelarus
  zhivebelarus zyviebielarus пагоня pahonia жывевечна живевечно славаукраїні героямслава slavaukraini heroiamslava беларусь
  belarus украина україна ukraine россия russia минск мінск minsk солнышко люблю`.split(/\s+/u);

const zxcvbn = new ZxcvbnFactory(
  {
    dictionary: {
      ...common,
      ...english,
      // Under the name that its own measure goes by: it is in the order of the alphabet, not of use.
      diceware: common['diceware-common'],
      'diceware-common': [],
      'passwords-nearby': nearby,
    },
    graphs: adjacencyGraphs,
    // Of what takes longest the part that hardly ever matters.
    l33tMaxSubstitutions: 10,
    maxLength: longestEstimated,
  },
  { word: wordMatcher },
);

function wordsOf(names: readonly string[]): string[] {
  const words = names.flatMap((name) => [name.replaceAll(/\s+/gu, ''), ...(name.match(/[\p{L}\p{M}]{3,}/gu) ?? [])]);
  return [...new Set(words.map((word) => word.normalize('NFKC').toLowerCase()))];
}

function adviceOf({ feedback }: ZxcvbnResult, typed: string): Pick<Estimate, 'warning' | 'suggestions'> {
  // Without translations zxcvbn gives the keys of its sentences.
  const warning = feedback.warning as Warning | null;
  const suggestions = [...new Set(feedback.suggestions as Suggestion[])];
  const joined = joinWords(typed);
  const once = withoutRepetition(joined);
  if (once !== joined) {
    return { warning: once.length === 1 ? 'simpleRepeat' : 'extendedRepeat', suggestions: ['anotherWord', 'repeated'] };
  }
  // Words that are read as one are none by themselves.
  return { warning: warning === 'wordByItself' && /\s/u.test(typed.trim()) ? null : warning, suggestions };
}

function judge(guesses: number): Strength {
  if (guesses < limits.common) return 'common';
  if (guesses < limits.weak) return 'weak';
  return guesses < limits.fair ? 'fair' : 'strong';
}

/**
 * How well `passphrase`, which is not empty, withstands guessing: by zxcvbn, on all readings of it, the easiest of which counts. `names` are those
 * of the work, which are no secret to who holds the computer. It errs towards too weak, except for what stands in a book
 * or is known of its user: of that it knows nothing.
 */
export function estimateStrength(passphrase: string, names: readonly string[] = []): Estimate {
  const typed = passphrase.normalize('NFKC');
  const known = wordsOf(names);
  const readings = passphraseReadings(typed).map((reading) => zxcvbn.check(reading, known));
  const easiest = readings.reduce((least, next) => (next.guesses < least.guesses ? next : least));
  return {
    strength: judge(easiest.guesses),
    guesses: easiest.guesses,
    seconds: easiest.guesses / guessesPerSecond,
    ...adviceOf(easiest, typed),
  };
}
