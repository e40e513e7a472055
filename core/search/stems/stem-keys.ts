import { stemmer as russianStem } from '@orama/stemmers/russian';
import { stemmer as ukrainianStem } from '@orama/stemmers/ukrainian';
import { belarusianStem } from './belarusian-stem.ts';
import { evenOutI, undouble, withoutFleetingVowel } from './cyrillic-stem-ends.ts';
import { englishStem } from './english-stem.ts';
import { stemExceptions } from './stem-exceptions.ts';

const shortest = 3;
/** Longer than any word with a stem; the rules are not tried on what else may stand in a text. */
const longest = 40;

const isLatin = /^[a-z]+(?:'[a-z]+)*$/u;
const isCyrillic = /^[а-яіїєґў']+$/u;
const notRussian = /[іїєґў']/u;
/** With `ость`, which Ukrainian has not, the library's answer would depend on the words it was asked for before. */
const notUkrainian = /[ыэъў]|ость/u;
const notBelarusian = /[ищъїє]/u;
const britishSpelling =
  /(?<=..)(?<!prec|conc|prom|prem|pr|exerc|expert|franch|chand|[aouvw])is(?=(?:e[drs]?|ers|ing|ations?|ational)$)/u;
const russianFleeting = { к: 'ое', ц: 'е' };
const ukrainianEndings = 'аеиіїєуюяьй';
const ukrainianFleeting = { к: 'ое', ц: 'е', н: 'е' };

function englishKey(key: string): string {
  const word = key.endsWith("'s") ? key.slice(0, -2) : key;
  return stemExceptions.get(word) ?? englishStem(word.includes('is') ? word.replace(britishSpelling, 'iz') : word);
}

function russianKey(key: string): string {
  return stemExceptions.get(key) ?? withoutFleetingVowel(russianStem(key), russianFleeting);
}

/** The library leaves endings after soft consonants (поліції, поліцією) and vowels that alternate (незалежність, -ності). */
function ukrainianKey(key: string): string {
  const exception = stemExceptions.get(key);
  if (exception !== undefined) return exception;
  const stem = ukrainianStem(key);
  let end = stem.length;
  while (end > 2 && ukrainianEndings.includes(stem.charAt(end - 1))) end -= 1;
  return withoutFleetingVowel(evenOutI(undouble(stem.slice(0, end))), ukrainianFleeting);
}

/**
 * What other forms of a word share with it, for a folded key (see `foldWord`): its English stem for a key of Latin
 * letters, the Russian, Ukrainian and Belarusian ones for a Cyrillic key that the language has all letters of; each
 * with its language before it (`en:detain`). Two words are forms of one where any of their keys are the same. Keys
 * shorter than 3 letters, longer than 40, and those with digits or of other scripts, have none.
 */
export function stemKeysOf(key: string): readonly string[] {
  if (key.length < shortest || key.length > longest) return [];
  if (isLatin.test(key)) return [`en:${englishKey(key)}`];
  if (!isCyrillic.test(key)) return [];
  const keys: string[] = [];
  if (!notRussian.test(key)) keys.push(`ru:${russianKey(key)}`);
  if (!notUkrainian.test(key)) keys.push(`uk:${ukrainianKey(key)}`);
  if (!notBelarusian.test(key)) keys.push(`be:${stemExceptions.get(key) ?? belarusianStem(key)}`);
  return keys;
}
