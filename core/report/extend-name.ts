import { frequentWords, isCommonWord } from '../search/names/common-words.ts';
import { isInitial, mayAbbreviate } from './initials.ts';
import { type NameHit, withoutPossessive } from './name-index.ts';
import { isPatronymic } from './patronymic.ts';

/** A simple word of a text: UTF-16 offsets; `hits` is what it may be of a name. */
export interface TextWord {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly hits: readonly NameHit[];
}

/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** How many words may stand between a surname and the others, as a patronymic and a second given name do. */
const mostBetween = 2;
const shortestPartner = 4;

const gapWithin = /^(?:[\s"“”„«»'‘’(]|[-‐‑)]){1,6}$/u;
const gapAfterComma = /^\s*,\s*$/u;
const gapInAddress = /^[._+]$/u;
const hyphen = /^[-‐‑]$/u;
const capital = /^\p{Lu}/u;
/** Initials of no person. */
const abbreviations = new Set(['US', 'UK', 'UN', 'EU', 'UAE', 'USA']);
const mostInitials = 3;
const wholeInCapitals = /^[\p{Lu}\p{M}]+$/u;
const particle = /^(?:von|van|der|den|de|da|di|du|del|la|le|al|el|bin|ibn|ben|бен|аль|фон)$/iu;

/** The words around a surname, as they are asked about. */
interface Surroundings {
  readonly text: string;
  readonly words: readonly TextWord[];
  readonly person: number;
  readonly companions: readonly string[];
}

/** Where a word ends without a possessive ending. */
const endOf = ({ start, written }: TextWord): number => start + withoutPossessive(written).length;

/** The text between two words that stand side by side, in the order of the text: a possessive ending is part of it. */
function gapBetween({ text, words }: Surroundings, at: number, next: number): string {
  const [left, right] = [words[Math.min(at, next)], words[Math.max(at, next)]];
  return left && right ? text.slice(endOf(left), right.start) : '';
}

/** The initials that stand next to `from` in a row, up to three: the index of the farthest, or `from` without any. */
function initialsBeside(around: Surroundings, from: number, step: 1 | -1): number {
  const { text, words, companions } = around;
  let reach = from;
  const letters: string[] = [];
  while (letters.length < mostInitials) {
    const word = words[reach + step];
    if (!word || !isInitial(word.written) || text.charAt(word.end) !== '.') break;
    const gap = gapBetween(around, reach, reach + step);
    if (!/^\s*\.?\s*$|^\s*,\s*$/u.test(gap)) break;
    // The stop after an initial is its own; one after the surname ends the sentence.
    if (step === 1 && reach === from && gap.includes('.')) break;
    letters.push(word.written);
    reach += step;
  }
  const written = (step === 1 ? letters : [...letters].reverse()).join('');
  const fits = letters.some((letter) => companions.some((name) => mayAbbreviate(letter, name)));
  return fits && !abbreviations.has(written) ? reach : from;
}

function isCompanion({ person, companions }: Surroundings, word: TextWord): boolean {
  if (word.hits.some((hit) => hit.person === person && hit.role === 'companion')) return true;
  // “S. Tsikhanouskaya” in the list, and her given name in the text.
  const letters = companions.filter((name) => isInitial(name));
  const isName =
    capital.test(word.written) && !frequentWords.has(word.written.toLowerCase()) && word.written.length > 1;
  return isName && letters.some((letter) => mayAbbreviate(letter, word.written));
}

/** Whether `word`, somewhere near a surname of this person, may be of the name: a given name, or an initial of one. */
export function speaksFor(word: TextWord, person: number, companions: readonly string[]): boolean {
  const isOwn = word.hits.some((hit) => hit.person === person && hit.role === 'companion');
  if (isOwn || !capital.test(word.written)) return isOwn;
  return companions.some((name) => (isInitial(word.written) || isInitial(name)) && mayAbbreviate(word.written, name));
}

/** The farthest word on one side of `from` that belongs to the name, with what stands between. */
function reachOn(around: Surroundings, from: number, step: 1 | -1): number {
  const { words, companions } = around;
  if (companions.length === 0) return from;
  let reach = from;
  let between = 0;
  for (let at = from; ; at += step) {
    if (at === reach) {
      const withInitials = initialsBeside(around, at, step);
      if (withInitials !== at) {
        reach = withInitials;
        at = withInitials;
      }
    }
    const word = words[at + step];
    const gap = gapBetween(around, at, at + step);
    const joins =
      gapWithin.test(gap) || gapInAddress.test(gap) || (step === 1 && at === from && gapAfterComma.test(gap));
    const isAfterInitial = step === -1 && isInitial(word?.written ?? '') && /^\.\s*$/u.test(gap);
    if (!word || !(joins || isAfterInitial)) return reach;
    if (isCompanion(around, word)) reach = at + step;
    else if (between === mostBetween || !(capital.test(word.written) || particle.test(word.written))) return reach;
    else between += 1;
  }
}

/** The other half of a double surname, “Smith-Jones”; not “Belarus” in “Belarus-Lukashenka”. */
function partnerOn(around: Surroundings, from: number, step: 1 | -1): number {
  const [own, other] = [around.words[from], around.words[from + step]];
  if (!own || !other || !hyphen.test(gapBetween(around, from, from + step))) return from;
  const isName =
    capital.test(own.written) &&
    capital.test(other.written) &&
    other.written.length >= shortestPartner &&
    wholeInCapitals.test(own.written) === wholeInCapitals.test(other.written) &&
    !isCommonWord(other.written.toLowerCase());
  return isName ? from + step : from;
}

/**
 * The whole of the name that the surname in the words from `first` to `last` is of: with the given names on either side,
 * the initials and what stands between, the other half of a double surname, and a patronymic after the given name.
 * Titles and a possessive ending are left alone. `hasMore` where there is more than the surname.
 */
export function extendName(
  text: string,
  words: readonly TextWord[],
  surname: { readonly first: number; readonly last: number; readonly person: number },
  companions: readonly string[],
): Stretch & { readonly hasMore: boolean } {
  const around: Surroundings = { text, words, person: surname.person, companions };
  const first = reachOn(around, partnerOn(around, surname.first, -1), -1);
  const surnameEnd = partnerOn(around, surname.last, 1);
  let last = reachOn(around, surnameEnd, 1);
  const next = words[last + 1];
  if (last > surnameEnd && next && capital.test(next.written) && isPatronymic(next.written)) {
    if (/^\s+$/u.test(gapBetween(around, last, last + 1))) last += 1;
  }
  const [begin, close] = [words[first], words[last]];
  if (!begin || !close) throw new RangeError(`There are no words ${first} to ${last}.`);
  const { start } = begin;
  const end = endOf(close);
  // The stop after an initial at the end goes with it.
  const endsInInitial = last > surnameEnd && isInitial(close.written) && text.charAt(end) === '.';
  const hasMore = first < surname.first || last > surname.last;
  return { start, end: endsInInitial ? end + 1 : end, hasMore };
}
