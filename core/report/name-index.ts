import { apostrophes } from '../search/fold-word.ts';
import { nameKeysOf } from '../search/names/name-key.ts';
import { foldedKeysOf } from '../search/words.ts';
import type { NameWord, WithheldName } from './withheld-name.ts';

/**
 * What a word of a text is of a person's name. `person` is the index in the list; `isSpelt` where no spelling differs.
 * `isFaint`: in small letters it is an ordinary word, and a name only beside the others.
 */
export interface NameHit {
  readonly person: number;
  readonly role: 'surname' | 'companion';
  readonly isSpelt: boolean;
  readonly isFaint: boolean;
}

/** Tells what a word, as it stands in a text, may be of the names. */
export type NameIndex = (written: string) => readonly NameHit[];

interface Entry extends NameWord {
  readonly person: number;
  readonly role: NameHit['role'];
}

const plural = /e?s$/u;
/** What is put to a surname, often in place of its last vowel, to name those who follow it, or for an adjective of it. */
const followers = /(?:isms?|ists?|ites?|esque)$/u;
const adjective = /(?:[оеа][вў]ск|івськ|ск)\p{L}{2,4}$/u;
/** A man’s given name in Polish, in another case: “Aleksandra Łukaszenki”. */
const declined = /(?<=^\p{Lu}\p{L}{2,})(?:a|owi|em|ie)$/u;
const startsWithCapital = /^\p{Lu}/u;
const possessive = new RegExp(`[${apostrophes}]s?$`, 'iu');

/** The word without its possessive ending. */
export function withoutPossessive(written: string): string {
  return written.replace(possessive, '');
}

/** The surnames that a word may be made of, as “Lukashenkists” is; none where it is made of none. */
function stemsOf(written: string): string[] {
  const stem = written.replace(adjective, '');
  if (stem !== written) return [stem, `${stem}о`, `${stem}а`];
  if (!startsWithCapital.test(written)) return [];
  const base = written.replace(followers, '');
  if (base !== written) return [base, `${base}o`, `${base}a`];
  return plural.test(written) ? [written.slice(0, -1), written.replace(plural, '')] : [];
}

function addTo(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key);
  if (entries) entries.push(entry);
  else map.set(key, [entry]);
}

function suits({ needs, written: name }: Entry, written: string): boolean {
  return needs !== 'same-case' || withoutPossessive(written) === name;
}

/** Makes the index of `names`. What it found out about a word is kept: a text says the same words over and over. */
export function createNameIndex(names: readonly WithheldName[]): NameIndex {
  const byFold = new Map<string, Entry[]>();
  const byNameKey = new Map<string, Entry[]>();
  for (const [person, { surnames, companions }] of names.entries()) {
    const entries: Entry[] = [
      ...surnames.map((word) => ({ ...word, person, role: 'surname' as const })),
      ...companions.map((written) => ({ written, needs: 'nothing' as const, person, role: 'companion' as const })),
    ];
    for (const entry of entries) {
      for (const key of foldedKeysOf(entry.written)) addTo(byFold, key, entry);
      for (const key of nameKeysOf(entry.written)) addTo(byNameKey, key, entry);
    }
  }
  const known = new Map<string, readonly NameHit[]>();
  const lookUp = (written: string): NameHit[] => {
    const hits = new Map<string, NameHit>();
    const add = ({ person, role, needs }: Entry, isSpelt: boolean): void => {
      const key = `${role} ${person}`;
      const isFaint = needs === 'capital' && !startsWithCapital.test(written);
      if (hits.get(key)?.isFaint !== false) hits.set(key, { person, role, isSpelt, isFaint });
    };
    for (const key of foldedKeysOf(written)) {
      for (const entry of byFold.get(key) ?? []) if (suits(entry, written)) add(entry, true);
    }
    for (const key of nameKeysOf(written)) {
      for (const entry of byNameKey.get(key) ?? []) if (suits(entry, written)) add(entry, false);
    }
    return [...hits.values()];
  };
  const look = (written: string): NameHit[] => {
    const hits = lookUp(written);
    if (hits.length > 0) return hits;
    return [
      ...stemsOf(written)
        .flatMap(lookUp)
        .filter(({ role }) => role === 'surname'),
      ...(declined.test(written) ? lookUp(written.replace(declined, '')) : []).filter(
        ({ role }) => role === 'companion',
      ),
    ];
  };
  return (written) => {
    const found = known.get(written) ?? look(written);
    known.set(written, found);
    return found;
  };
}
