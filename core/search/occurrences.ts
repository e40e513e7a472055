import type { Passage } from '../text/passage.ts';
import type { QueryWord } from './query.ts';
import type { Word } from './words.ts';

/** A term's match in a text: the passage, its words, and the numbers of simple words from `first` up to `next`. */
export interface Occurrence extends Passage {
  readonly words: readonly Word[];
  readonly first: number;
  readonly next: number;
  /** Whether every word is the query's own, not only begun by it. */
  readonly isWhole: boolean;
}

/** The words of a text by the number of the simple word they begin at. */
export function groupWords(words: readonly Word[]): Word[][] {
  const groups: Word[][] = [];
  for (const word of words) {
    const group = groups[word.index];
    if (group) group.push(word);
    else groups[word.index] = [word];
  }
  return groups;
}

interface Step {
  readonly words: readonly Word[];
  readonly next: number;
  readonly isWhole: boolean;
}

const begins = (word: Word, key: string): boolean => word.keys.some((own) => own.startsWith(key));

function stepsAt(groups: readonly (readonly Word[])[], index: number, wanted: QueryWord): Step[] {
  const steps: Step[] = [];
  for (const word of groups[index] ?? []) {
    const isWhole = word.keys.includes(wanted.joined);
    if (isWhole || (wanted.isPrefix && begins(word, wanted.joined))) {
      steps.push({ words: [word], next: index + word.span, isWhole });
    }
  }
  if (wanted.parts.length === 1) return steps;
  const words: Word[] = [];
  let isWhole = true;
  for (const [at, part] of wanted.parts.entries()) {
    const word = groups[index + at]?.find((candidate) => candidate.span === 1);
    const isSame = word?.keys.includes(part) ?? false;
    const isBegun = word !== undefined && wanted.isPrefix && at === wanted.parts.length - 1 && begins(word, part);
    if (!word || !(isSame || isBegun)) return steps;
    isWhole &&= isSame;
    words.push(word);
  }
  return [...steps, { words, next: index + words.length, isWhole }];
}

function occurrencesAt(groups: readonly (readonly Word[])[], first: number, sequence: readonly QueryWord[]): Step[] {
  let ends: Step[] = [{ words: [], next: first, isWhole: true }];
  for (const wanted of sequence) {
    // One way to each end is enough: all of them are the same passage, and their number would double with every word.
    const byNext = new Map<number, Step>();
    for (const end of ends) {
      for (const step of stepsAt(groups, end.next, wanted)) {
        const isWhole = end.isWhole && step.isWhole;
        const known = byNext.get(step.next);
        if (known && (known.isWhole || !isWhole)) continue;
        byNext.set(step.next, { words: [...end.words, ...step.words], next: step.next, isWhole });
      }
    }
    ends = [...byNext.values()];
    if (ends.length === 0) return [];
  }
  return ends;
}

/** All matches of a sequence of words, given the words of a text by `groupWords`: by where they begin, then end. */
export function occurrencesOf(groups: readonly (readonly Word[])[], sequence: readonly QueryWord[]): Occurrence[] {
  const found: Occurrence[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const ends = occurrencesAt(groups, first, sequence).sort((a, b) => a.next - b.next);
    for (const { words, next, isWhole } of ends) {
      const [begin] = words;
      const end = words.at(-1);
      if (begin && end) found.push({ start: begin.start, end: end.end, words, first, next, isWhole });
    }
  }
  return found;
}
