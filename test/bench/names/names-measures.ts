import { frequentWords } from '../../../core/search/names/common-words.ts';
import { furtherNames } from './further-names.ts';
import { cyrillicWords, englishWords } from './ordinary-words.ts';
import { type VariantName, variantNames } from './variant-names.ts';

/** The keys of a word: two words are joined where they have one in common. */
export type KeysOf = (word: string) => readonly string[];

/** How much of something there is: `found` of `all`. */
export interface Share {
  readonly found: number;
  readonly all: number;
}

const shortestWord = 4;

/** Pairs of spellings of one name that are joined, of those for which `counts` says so. */
export function recallOf(
  keysOf: KeysOf,
  counts: (name: VariantName, isLatin: boolean, isOtherLatin: boolean) => boolean,
): Share {
  let found = 0;
  let all = 0;
  for (const name of variantNames) {
    const spellings = [...name.latin, ...name.cyrillic].map((word, at) => ({
      isLatin: at < name.latin.length,
      keys: keysOf(word),
    }));
    for (const [at, one] of spellings.entries()) {
      for (const other of spellings.slice(at + 1)) {
        if (!counts(name, one.isLatin, other.isLatin)) continue;
        all += 1;
        if (one.keys.some((key) => other.keys.includes(key))) found += 1;
      }
    }
  }
  return { found, all };
}

/** A surname in the man's form, so that Kozlov and Kozlova are one family. */
const familyOf = (name: string): string => name.replace(/skaya$/u, 'sky').replace(/(ov|ev|in|yn)a$/u, '$1');

/** The names of both lists, each in all its spellings; what is spelt alike is one. */
const distinctNames: readonly (readonly string[])[] = [
  ...variantNames.map(({ latin, cyrillic }) => [...latin, ...cyrillic]),
  ...furtherNames.map((name) => [name]),
];

function groupsByKey(groups: readonly (readonly string[])[], keysOf: KeysOf): Map<string, Set<number>> {
  const byKey = new Map<string, Set<number>>();
  for (const [number, words] of groups.entries()) {
    for (const key of words.flatMap(keysOf)) {
      const group = byKey.get(key);
      if (group) group.add(number);
      else byKey.set(key, new Set([number]));
    }
  }
  return byKey;
}

function sharesOne(some: ReadonlySet<string> | undefined, others: ReadonlySet<string> | undefined): boolean {
  return [...(some ?? [])].some((one) => others?.has(one));
}

/** Pairs of different names that any of their spellings join, as `one/other`. */
export function joinedNames(keysOf: KeysOf): { readonly joined: readonly string[]; readonly all: number } {
  const families = distinctNames.map((spellings) => new Set(spellings.map(familyOf)));
  const joined = new Set<string>();
  for (const numbers of groupsByKey(distinctNames, keysOf).values()) {
    for (const one of numbers) {
      for (const other of numbers) {
        const isSame = one >= other || sharesOne(families[one], families[other]);
        if (!isSame) joined.add(`${distinctNames[one]?.[0]}/${distinctNames[other]?.[0]}`);
      }
    }
  }
  return { joined: [...joined], all: (distinctNames.length * (distinctNames.length - 1)) / 2 };
}

/** The ordinary words, a group each with its forms: those in `texts` that are written small, and those of the lists. */
export function ordinaryWords(texts: readonly string[]): string[][] {
  const small = texts.flatMap((text) => text.match(/(?<![\p{L}’'.-])[a-z]{4,}(?![\p{L}’'])/gu) ?? []);
  const words = new Set([...small, ...englishWords, ...[...frequentWords].filter((word) => /^[a-z]+$/u.test(word))]);
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const plain = word.endsWith('s') && words.has(word.slice(0, -1)) ? word.slice(0, -1) : word;
    groups.set(plain, [...(groups.get(plain) ?? []), word]);
  }
  return [...groups.values(), ...cyrillicWords.map((forms) => [...forms])]
    .map((forms) => forms.filter((form) => form.length >= shortestWord))
    .filter((forms) => forms.length > 0);
}

/** Whether no word of an ordinary group is on the list of frequent words that the rules go by. */
export const isUnlisted = (forms: readonly string[]): boolean => !forms.some((form) => frequentWords.has(form));

/** Those of `words` that are joined with another ordinary word, or with a name. */
export function joinedOrdinaryWords(words: readonly (readonly string[])[], keysOf: KeysOf): (readonly string[])[] {
  const ofNames = groupsByKey(distinctNames, keysOf);
  const ofWords = groupsByKey(words, keysOf);
  return words.filter((forms) =>
    forms.flatMap(keysOf).some((key) => ofNames.has(key) || (ofWords.get(key)?.size ?? 0) > 1),
  );
}

/** All spellings of the lists: what the time per word is measured on. */
export const allSpellings: readonly string[] = distinctNames.flat();
