import { fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';
import { isInsideWord } from '../text/word-edges.ts';
import type { Omission } from './dossier.ts';

/** Whether a character that takes two UTF-16 units lies across `at`. */
function isInsideCharacter(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** Omissions that touch each other as one. */
function joinTouching(omissions: readonly Omission[]): Omission[] {
  const joined: Omission[] = [];
  for (const omission of omissions) {
    const last = joined.at(-1);
    if (last?.end !== omission.start) joined.push(omission);
    else joined.splice(-1, 1, { start: last.start, end: omission.end, words: last.words + omission.words });
  }
  return joined;
}

/** What is left of a quotation without `omissions`, which are in order. */
function keptOf(quotation: string, omissions: readonly Omission[]): string {
  const starts = [0, ...omissions.map(({ end }) => end)];
  const ends = [...omissions.map(({ start }) => start), quotation.length];
  return starts.map((start, index) => quotation.slice(start, ends[index])).join('');
}

/**
 * The words to be left out of `quotation` as they will be kept: in order, those that touch as one. Refused where they are
 * not the words that stand there, lie over one another or out of order, cut a character, a word or a number in two, or leave nothing.
 */
export function checkOmissions(quotation: string, omissions: readonly Omission[]): Result<Omission[]> {
  let end = 0;
  for (const omission of omissions) {
    if (omission.start < end) {
      return fail(
        'invalid',
        say(/*i18n*/ 'The words to leave out lie over one another or are not in order: choose them again.'),
      );
    }
    end = omission.end;
    if (omission.words === '' || quotation.slice(omission.start, end) !== omission.words) {
      return fail(
        'invalid',
        say(/*i18n*/ '“{words}” does not stand at this place of the quotation: choose the words again.', {
          words: omission.words,
        }),
      );
    }
    if (isInsideCharacter(quotation, omission.start) || isInsideCharacter(quotation, end)) {
      return fail(
        'invalid',
        say(/*i18n*/ 'The words to leave out begin or end inside a character: choose them again.'),
      );
    }
  }
  if (keptOf(quotation, omissions).trim() === '') {
    return fail(
      'invalid',
      say(/*i18n*/ 'Nothing would be left of the quotation: keep some words, or remove the excerpt.'),
    );
  }
  const joined = joinTouching(omissions);
  // What is left of a word can be another word: “acceptable”.
  const cut = joined.find(
    ({ start, end }) => isInsideWord(quotation, start, 'before') || isInsideWord(quotation, end, 'after'),
  );
  if (cut)
    return fail(
      'invalid',
      say(/*i18n*/ '“{words}” is not made of whole words or numbers: leave out whole ones.', { words: cut.words }),
    );
  return succeed(joined);
}
