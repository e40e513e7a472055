import { wordsOf } from '../search/words.ts';
import type { Stretch } from './extend-name.ts';
import { type Candidate, createLiteralFinder, createPhraseFinder } from './find-literals.ts';
import { createSurnameFinder } from './find-surnames.ts';
import { viewsOf } from './text-views.ts';
import { readWithheldName, type WithheldName } from './withheld-name.ts';

/** A name in a text: UTF-16 offsets, end exclusive, and whose it is, by the index in the list of names. */
export interface FoundName extends Stretch {
  readonly index: number;
}

/** Finds and replaces the names of a list. */
export interface Withholder {
  /** The marks by the index of the name: “[name withheld 1]” and so on. */
  readonly marks: readonly string[];
  /** The names in `text`, in order, not overlapping; none in a mark that already stands there. */
  readonly find: (text: string) => readonly FoundName[];
  /** `text` with a mark in place of each name. Applying it again changes nothing. */
  readonly apply: (text: string) => string;
  /** As `apply`, for an id or the name of a file: names of one or two letters, which stand in them by chance, are left. */
  readonly applyToId: (text: string) => string;
}

/** A mark, as it is printed. */
export const anyMark = /\[name withheld \d+\]/giu;

const joint = /^[\s\-‐‑]*$/u;
const notInName = /^[^\p{L}\p{N}]+/u;
/** Three letters, two characters of Chinese or Japanese, or a long number. */
const tellingInId = /(?:\p{L}\P{L}*){3}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|(?:\p{N}\P{N}*){6}/u;

/**
 * Each place once: of candidates that overlap, the one that begins first and then the longest; what another has beyond
 * it is withheld too.
 */
function settle(text: string, candidates: readonly Candidate[]): FoundName[] {
  const sorted = [...candidates].sort(
    (a, b) => a.start - b.start || b.end - a.end || Number(b.isSpelt) - Number(a.isSpelt) || a.index - b.index,
  );
  const found: FoundName[] = [];
  for (const { start, end, index } of sorted) {
    const last = found.at(-1);
    let from = Math.max(start, last?.end ?? 0);
    if (from > start) from += notInName.exec(text.slice(from, end))?.[0].length ?? 0;
    if (from >= end) continue;
    if (last && last.index === index && joint.test(text.slice(last.end, from))) {
      found[found.length - 1] = { start: last.start, end, index };
    } else found.push({ start: from, end, index });
  }
  return found;
}

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/** Whether a letter or digit stands right before or after a stretch. */
function isGlued(text: string, { start, end }: Stretch): boolean {
  return wordCharacter.test(text.slice(Math.max(0, start - 2), start)) || wordCharacter.test(text.slice(end, end + 2));
}

/** `text` with something that is no word, and as long, in place of each name. */
function withoutFound(text: string, found: readonly Stretch[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of found) {
    rest += text.slice(at, start) + ']'.repeat(end - start);
    at = end;
  }
  return rest + text.slice(at);
}

/** What an entry of the list may mean, however it is disguised. */
function readInEveryView(entry: string): WithheldName {
  const names = viewsOf(entry).map(({ text }) => readWithheldName(text));
  return {
    surnames: names.flatMap(({ surnames }) => surnames),
    companions: names.flatMap(({ companions }) => companions),
    phrases: names.flatMap(({ phrases }) => phrases),
    literals: names.flatMap(({ literals }) => literals),
  };
}

/**
 * Prepares withholding the names of a list, one string a person (`readWithheldName` says what may be in it). A surname
 * is withheld wherever it stands, in every spelling that search joins, and with it the given names, initials and
 * patronymics beside it, and longer words that hold it; any case, possessives, words broken by hyphens or invisible
 * characters, and look-alike letters of other scripts do not matter. It rather withholds too much than too little.
 */
export function createWithholder(list: readonly string[]): Withholder {
  const names = list.map(readInEveryView);
  const marks = list.map((_, index) => `[name withheld ${index + 1}]`);
  const findSurnames = createSurnameFinder(names);
  const findPhrases = createPhraseFinder(names);
  const findLiterals = createLiteralFinder(names);
  const hasWords = names.some(({ surnames, phrases }) => surnames.length > 0 || phrases.length > 0);
  const candidatesIn = (text: string): Candidate[] => {
    const words = hasWords ? wordsOf(text) : [];
    return [...findSurnames(text, words), ...findPhrases(words), ...findLiterals(text)];
  };
  const findIn = (text: string): Candidate[] =>
    viewsOf(text).flatMap((view) =>
      candidatesIn(view.text).map((candidate) => ({ ...candidate, ...view.placeOf(candidate) })),
    );
  const find = (text: string): readonly FoundName[] => {
    let candidates = findIn(text);
    if (candidates.length === 0) return candidates;
    const kept = [...text.matchAll(anyMark)].map((mark) => ({ start: mark.index, end: mark.index + mark[0].length }));
    const isFree = ({ start, end }: Candidate): boolean => !kept.some((mark) => start < mark.end && mark.start < end);
    candidates = candidates.filter(isFree);
    for (;;) {
      const found = settle(text, candidates);
      if (!found.some((stretch) => isGlued(text, stretch))) return found;
      // What was glued to a name stands beside its mark now, and may be a name itself.
      const beside = findIn(withoutFound(text, found)).filter(isFree);
      if (beside.length === 0) return found;
      candidates = [...found.map((stretch) => ({ ...stretch, isSpelt: true })), ...beside];
    }
  };
  const replace = (text: string, found: readonly FoundName[]): string => {
    let replaced = '';
    let at = 0;
    for (const name of found) {
      replaced += text.slice(at, name.start) + (marks[name.index] ?? '');
      at = name.end;
    }
    return replaced + text.slice(at);
  };
  return {
    marks,
    find,
    apply: (text) => replace(text, find(text)),
    applyToId: (text) =>
      replace(
        text,
        find(text).filter(({ start, end }) => tellingInId.test(text.slice(start, end))),
      ),
  };
}
