import { type Sentence, say } from '../../sentence.ts';
import { firstWords } from '../first-words.ts';
import type { ReportLine } from '../incoming.ts';
import { type MadeHighlight, noteLimit } from './make-highlight.ts';
import type { Placed } from './place-selections.ts';
import type { RefiTextSource } from './refi-project.ts';

/** What to say of a passage that is not simply where the file says; `null` where it is. */
export function sayPlaced(placed: Placed): Sentence | null {
  if (placed.kind === 'shifted') {
    return say(/*i18n*/ 'The file has it one character away from where its words stand: it is at its words.');
  }
  if (placed.kind === 'found') {
    return say(
      /*i18n*/ 'Its words stand elsewhere in the statement than the file says, and only once: it is at its words.',
    );
  }
  if (placed.kind === 'review') {
    return say(/*i18n*/ 'Where it stands in the statement is not certain: it needs review.');
  }
  if (placed.kind === 'none') {
    return placed.isOutside
      ? say(/*i18n*/ 'Its position lies outside the statement, and nothing in the file says which words are meant.')
      : say(/*i18n*/ 'It has no position that marks anything.');
  }
  return null;
}

/** A line for each way of counting that is not the format's, and that passages of a source were counted in. */
export function sayCounted(placed: readonly Placed[], item: string): ReportLine[] {
  const countings = new Map<string, number>();
  for (const place of placed) {
    if (place.kind !== 'counted') continue;
    const { unit, lineEnds } = place.counting;
    const key = unit === 'utf-16' ? (lineEnds === 'two' ? 'both' : 'units') : 'lines';
    countings.set(key, (countings.get(key) ?? 0) + 1);
  }
  return [...countings].map(([how, count]): ReportLine => {
    const sentence = say(
      /*i18n*/ '{count, plural, one {The position of # passage was} other {The positions of # passages were}} counted as that program counts: {how, select, lines {every end of a line as two characters.} units {emoji and some other characters as two.} other {every end of a line, emoji and some other characters as two.}}',
      { count, how },
    );
    return { outcome: 'changed', item, sentence };
  });
}

/** Lines for what of a highlight is not as the file has it, beside its place; `item` is how it begins. */
export function sayDetails(
  item: string,
  { joinedNotes, cutNote, unknownCodes }: Omit<MadeHighlight, 'record'>,
): ReportLine[] {
  const lines: ReportLine[] = [];
  if (joinedNotes > 0) {
    const sentence = say(/*i18n*/ 'Its {count} notes became one, each after an empty line.', { count: joinedNotes });
    lines.push({ outcome: 'changed', item, sentence });
  }
  if (cutNote > 0) {
    const sentence = say(/*i18n*/ 'Its note has {length} characters: the first {limit} of them were taken.', {
      length: cutNote,
      limit: noteLimit,
    });
    lines.push({ outcome: 'changed', item, sentence });
  }
  if (unknownCodes > 0) {
    const sentence = say(
      /*i18n*/ '{count, plural, one {# code on it is} other {# codes on it are}} missing in the codebook of the file, so the highlight does not have {count, plural, one {it} other {them}}.',
      { count: unknownCodes },
    );
    lines.push({ outcome: 'refused', item, sentence });
  }
  return lines;
}

/** The line for a source that nothing can be marked in; `count` is how many passages it has. */
export function sayRefused({ name, path }: RefiTextSource, count: number, why: Sentence): ReportLine {
  const item = firstWords(name === '' ? (path ?? '') : name);
  if (count === 0) return { outcome: 'refused', item, sentence: why };
  const sentence = say(/*i18n*/ '{why} {count, plural, one {# passage stays out.} other {# passages stay out.}}', {
    why,
    count,
  });
  return { outcome: 'refused', item, sentence };
}
