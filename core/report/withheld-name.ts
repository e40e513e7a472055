import { isCommonWord } from '../search/names/common-words.ts';
import { type Word, wordsOf } from '../search/words.ts';
import { isPatronymic } from './patronymic.ts';

/** One word of a name. `needs` says how it is withheld: in any case, by itself only with a capital, or as it is written here. */
export interface NameWord {
  readonly written: string;
  readonly needs: 'nothing' | 'capital' | 'same-case';
}

/**
 * What of a text is a person's name. `surnames` are withheld wherever they stand, in every spelling; `companions`, the
 * other words of the name, only beside one. `phrases` are folded words that are withheld where they stand in a row,
 * `literals` strings that are withheld wherever they are.
 */
export interface WithheldName {
  readonly surnames: readonly NameWord[];
  readonly companions: readonly string[];
  readonly phrases: readonly (readonly string[])[];
  readonly literals: readonly string[];
}

/** A word of a name as it was typed: `parts` are those that hyphens join, `whole` is all of them as one word. */
interface Unit {
  readonly whole: string;
  readonly parts: readonly string[];
}

const titles = new Set(
  `mr mrs ms miss mx dr prof professor sir dame lord lady president ambassador minister judge justice senator governor
  general colonel major captain rev father sister г-н г-жа господин госпожа президент спадар спадарыня пан пані`.split(
    /\s+/u,
  ),
);
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md', 'esq']);

/** Scripts that put no space between words: a name in one is looked for as it stands. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What stands in addresses and numbers rather than in names. */
const inAddress = /[\d@/\\_]/u;
const oneLetter = /^\p{L}\p{M}*$/u;
const notOfWord = /[^\p{L}\p{M}\p{N}'’‘ʼ＇`´]/gu;
const mostLettersOfShort = 3;
const shortestPart = 4;

/** The letters and digits of a hyphenated word, as one word. */
export function joinParts(written: string): string {
  return written.replace(notOfWord, '');
}

const foldOf = ({ keys }: Word): string => keys[0] ?? '';

/** Whether a word is no telling name in small letters, as “may” or “li”. */
function isOrdinary(written: string): boolean {
  const lower = written.toLowerCase();
  return lower.length <= mostLettersOfShort || isCommonWord(lower);
}

function unitsOf(name: string): Unit[] {
  const units: Unit[] = [];
  let coveredTo = 0;
  for (const { start, end, span } of wordsOf(name)) {
    if (start < coveredTo) continue;
    coveredTo = end;
    const written = name.slice(start, end);
    const parts = span === 1 ? [written] : wordsOf(written).filter((word) => word.span === 1);
    units.push({
      whole: span === 1 ? written : joinParts(written),
      parts: parts.map((part) => (typeof part === 'string' ? part : written.slice(part.start, part.end))),
    });
  }
  return units;
}

/** The units without titles before and suffixes after, as long as one is left. */
function bareUnits(name: string): readonly Unit[] {
  const units = unitsOf(name);
  while (units.length > 1 && titles.has(units[0]?.whole.toLowerCase() ?? '')) units.shift();
  while (units.length > 1 && suffixes.has(units.at(-1)?.whole.toLowerCase() ?? '')) units.pop();
  return units;
}

/** “Surname, Given” as “Given Surname”; a suffix after the comma stays where it is. */
function inUsualOrder(name: string): string {
  const [before = '', after = '', ...more] = name.split(',');
  const words = after.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const turns = more.length === 0 && words.some((word) => !suffixes.has(word));
  return turns ? `${after.trim()} ${before.trim()}` : name;
}

function surnameWords({ whole, parts }: Unit, isAlone: boolean): NameWord[] {
  const wordOf = (written: string, isFree: boolean): NameWord => {
    if (oneLetter.test(written)) return { written, needs: 'same-case' };
    return { written, needs: isFree || !isOrdinary(written) ? 'nothing' : 'capital' };
  };
  const pieces = parts.length === 1 ? [] : parts.filter(({ length }) => length >= shortestPart);
  return [wordOf(whole, isAlone), ...pieces.map((part) => wordOf(part, false))];
}

const none: WithheldName = { surnames: [], companions: [], phrases: [], literals: [] };

function readOne(written: string): WithheldName {
  const words = wordsOf(written).filter(({ span }) => span === 1);
  if (words.length === 0 || unspaced.test(written)) return { ...none, literals: [written] };
  if (inAddress.test(written)) return { ...none, phrases: [words.map(foldOf)] };
  const units = bareUnits(inUsualOrder(written));
  const surname = units.at(-1);
  const others = units.slice(0, -1);
  if (!surname) return none;
  // “Ivan P.”: the letter is no surname to look for by itself.
  if (others.length > 0 && oneLetter.test(surname.whole)) return { ...none, phrases: [words.map(foldOf)] };
  // “Surname Given Patronymic”, as lists in Cyrillic have it.
  const [first] = others;
  const isTurned =
    first !== undefined &&
    others.length > 1 &&
    isPatronymic(surname.whole) &&
    !isPatronymic(others.at(-1)?.whole ?? '');
  return {
    ...none,
    surnames: [...surnameWords(surname, others.length === 0), ...(isTurned ? surnameWords(first, false) : [])],
    companions: others.flatMap(({ parts }) => parts),
  };
}

/**
 * Reads a person's name, or several of them separated by `;`. Of a name of several words the last is the surname, and
 * the word before a comma; titles before and suffixes after are left aside. What is not like a name (numbers, addresses,
 * a letter, signs) is taken as it is written. Nothing but white space is no name.
 */
export function readWithheldName(entry: string): WithheldName {
  const names = entry
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map(readOne);
  return {
    surnames: names.flatMap(({ surnames }) => surnames),
    companions: names.flatMap(({ companions }) => companions),
    phrases: names.flatMap(({ phrases }) => phrases),
    literals: names.flatMap(({ literals }) => literals),
  };
}
