import type { Word } from '../search/words.ts';
import { createContenders } from './contenders.ts';
import { isMonthOfDate } from './date-words.ts';
import { extendName, type Stretch, type TextWord } from './extend-name.ts';
import type { Candidate } from './find-literals.ts';
import { createInnerNames, type InnerNames } from './inner-names.ts';
import { createNameIndex, type NameHit, type NameIndex, withoutPossessive } from './name-index.ts';
import { joinParts, type WithheldName } from './withheld-name.ts';

const joins = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;

const isSurname = ({ role }: NameHit): boolean => role === 'surname';

/** A surname inside a word: where it is in the word, and whose. */
interface GluedSurname extends Stretch {
  readonly person: number;
  readonly isSpelt: boolean;
}

/** Finds surnames in words that capitals and digits join, as in the names of files. Each word is read once. */
function createGluedFinder(index: NameIndex, inner: InnerNames): (written: string) => readonly GluedSurname[] {
  const known = new Map<string, readonly GluedSurname[]>();
  const look = (written: string): GluedSurname[] => {
    const parts = written.split(joins);
    if (parts.length === 1) return [];
    const ends = parts.map((_, at) => parts.slice(0, at + 1).join('').length);
    return parts.flatMap((part, at) => {
      const hit = index(part).find((other) => isSurname(other) && !other.isFaint);
      const person = hit?.person ?? inner(part);
      if (person === null) return [];
      const isGiven = (other: string | undefined): boolean =>
        other !== undefined && index(other).some((beside) => beside.person === person && !isSurname(beside));
      const first = isGiven(parts[at - 1]) ? at - 1 : at;
      const last = isGiven(parts[at + 1]) ? at + 1 : at;
      return [{ start: ends[first - 1] ?? 0, end: ends[last] ?? 0, person, isSpelt: hit?.isSpelt ?? false }];
    });
  };
  return (written) => {
    const found = known.get(written) ?? look(written);
    known.set(written, found);
    return found;
  };
}

/** The index, which also knows longer words that hold a surname. */
function withInnerNames(
  index: NameIndex,
  inner: InnerNames,
  gluedIn: (written: string) => readonly unknown[],
): NameIndex {
  const known = new Map<string, readonly NameHit[]>();
  return (written) => {
    const hits = index(written);
    if (hits.length > 0) return hits;
    const found = known.get(written);
    if (found) return found;
    const person = gluedIn(written).length > 0 ? null : inner(withoutPossessive(written));
    const held: NameHit[] = person === null ? [] : [{ person, role: 'surname', isSpelt: false, isFaint: false }];
    known.set(written, held);
    return held;
  };
}

/**
 * Prepares finding the surnames of `names` in a text, each with what of the name is beside it, and longer words that hold
 * one. A month in a date is none.
 */
export function createSurnameFinder(
  names: readonly WithheldName[],
): (text: string, all: readonly Word[]) => Candidate[] {
  const index = createNameIndex(names);
  const inner = createInnerNames(names);
  const gluedIn = createGluedFinder(index, inner);
  const hitsOf = withInnerNames(index, inner, gluedIn);
  const contenders = createContenders(names);
  return (text, all) => {
    const words: TextWord[] = [];
    const surnames: { first: number; last: number; hits: readonly NameHit[] }[] = [];
    const found: Candidate[] = [];
    const add = (stretch: Stretch, person: number, isSpelt: boolean): void => {
      if (!isMonthOfDate(text, stretch)) found.push({ ...stretch, index: person, isSpelt });
    };
    for (const { start, end, index: first, span } of all) {
      const written = text.slice(start, end);
      const hits = span === 1 ? hitsOf(written) : index(joinParts(written));
      if (hits.some(isSurname)) surnames.push({ first, last: first + span - 1, hits });
      if (span > 1) continue;
      words.push({ start, end, written, hits });
      for (const { start: from, end: to, person, isSpelt } of hits.length > 0 ? [] : gluedIn(written)) {
        add({ start: start + from, end: start + to }, person, isSpelt);
      }
    }
    for (const { first, last, hits } of surnames) {
      for (const { person, isSpelt, isFaint } of contenders(words, first, last, hits)) {
        const { start, end, hasMore } = extendName(
          text,
          words,
          { first, last, person },
          names[person]?.companions ?? [],
        );
        if (!isFaint || hasMore) add({ start, end }, person, isSpelt);
      }
    }
    return found;
  };
}
