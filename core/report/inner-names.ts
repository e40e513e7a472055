import { foldWord } from '../search/fold-word.ts';
import { frequentWords, isCommonWord } from '../search/names/common-words.ts';
import { cyrillicSounds } from '../search/names/cyrillic-sounds.ts';
import { endedOf } from '../search/names/endings.ts';
import { latinSounds } from '../search/names/latin-sounds.ts';
import { foldSounds } from '../search/names/name-sounds.ts';
import type { Sounds } from '../search/names/sounds.ts';
import type { WithheldName } from './withheld-name.ts';

/** Tells whose name, by the index in the list, a longer word holds, as “freelukashenko” does; `null` where nobody’s. */
export type InnerNames = (written: string) => number | null;

/** Of letters, and of sounds: what is shorter stands in too many words by chance. */
const shortestInside = 6;
/** Of the surname in “jsmith”. */
const shortestWithInitial = 4;
/** In UTF-16 units. The sounds of longer words take time, and their letters are looked at all the same. */
const longestWithSounds = 40;

const lastVowels = /[aeiouyаеёиоуыэюяіїєйь]+$/u;
/** A name in -a has these in Polish. */
const latinVowels = 'aeiouy';
const endingsOfCommon = /(?:er|or|al)?(?:s|ed|d|ing|ly|ity|ism|ist)?$/u;
/** What makes another word of a surname: “cooperation” is not of Cooper. */
const derived = /^at(?:e[ds]?|ing|ions?|ive(?:ly)?|ors?)$/u;
const notLetters = /[^\p{L}\p{N}]/gu;
const hasCyrillic = /\p{Script=Cyrillic}/u;

const lettersOf = (written: string): string => foldWord(written).replace(notLetters, '');

/** Whether a folded word is a frequent one or one that is made of it, as “reporters” is. */
function isFrequent(letters: string): boolean {
  return frequentWords.has(letters) || frequentWords.has(letters.replace(endingsOfCommon, ''));
}

function soundsOf(written: string): Sounds[] {
  const word = written.normalize('NFC').toLowerCase();
  if (word.length > longestWithSounds || isCommonWord(word)) return [];
  return hasCyrillic.test(word) ? cyrillicSounds(word) : latinSounds(word);
}

/** `stem` where it is long enough, else `whole` where that is; in a list of its own. */
function longEnough(stem: string, whole: string): string[] {
  return [stem, whole].filter(({ length }) => length >= shortestInside).slice(0, 1);
}

/** Strings by which words are found that hold one of them; each has the person who had it first. */
class Inside {
  readonly #people = new Map<string, number>();
  #any: RegExp | null = null;

  add(part: string, person: number): void {
    if (!this.#people.has(part)) this.#people.set(part, person);
  }

  find(text: string): number | null {
    if (this.#people.size === 0) return null;
    this.#any ??= new RegExp([...this.#people.keys()].sort((a, b) => b.length - a.length).join('|'), 'u');
    const found = this.#any.exec(text);
    if (!found || derived.test(text.slice(found.index + found[0].length))) return null;
    return this.#people.get(found[0]) ?? null;
  }
}

/**
 * Looks for the surnames of `names` inside longer words: by their letters, or by their sounds in whatever script, with
 * other endings too; six of them at least. Also for given names and surnames that are written as one word, and for an
 * initial and a surname. Frequent words are never taken for a name. What it found out about a word is kept.
 */
export function createInnerNames(names: readonly WithheldName[]): InnerNames {
  const byLetters = new Inside();
  const bySounds = new Inside();
  const whole = new Map<string, number>();
  for (const [person, { surnames, companions }] of names.entries()) {
    const given = companions.map(lettersOf);
    for (const { written } of surnames) {
      const letters = lettersOf(written);
      for (const other of given) {
        for (const joined of [other + letters, letters + other]) {
          if (other.length > 1 && joined.length >= shortestInside) byLetters.add(joined, person);
        }
        if (letters.length >= shortestWithInitial) whole.set(other.charAt(0) + letters, person);
      }
      if (isFrequent(letters)) continue;
      const stem = letters.replace(lastVowels, '');
      if (stem !== letters && letters.length >= shortestInside) {
        for (const vowel of latinVowels) whole.set(stem + vowel, person);
      }
      for (const part of longEnough(stem, letters)) byLetters.add(part, person);
      for (const sounds of soundsOf(written)) {
        for (const part of longEnough(foldSounds(endedOf(sounds).stem), foldSounds(sounds))) bySounds.add(part, person);
      }
    }
  }
  const look: InnerNames = (written) => {
    const letters = lettersOf(written);
    if (letters.length < shortestWithInitial || isFrequent(letters)) return null;
    return whole.get(letters) ?? byLetters.find(letters) ?? bySounds.find(soundsOf(written).map(foldSounds).join(' '));
  };
  const known = new Map<string, number | null>();
  return (written) => {
    const found = known.get(written);
    if (found !== undefined) return found;
    const person = look(written);
    known.set(written, person);
    return person;
  };
}
