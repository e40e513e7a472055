import { countCodePoints } from '../excerpts/count-code-points.ts';
import { splitsSurrogatePair } from '../text/offsets.ts';
import type { TextRun } from './report.ts';
import type { FoundName } from './withhold-names.ts';

/** What is printed where words are left out. */
const omissionMark = '[…]';

/** Words of a text that are not printed, and what is in their place; UTF-16 offsets. */
export interface Cut {
  readonly kind: 'omission' | 'withheld';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A stretch of a text whose words are left out: UTF-16 offsets, end exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** In order, those that touch or overlap as one, and no half characters. */
function joinStretches(text: string, stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const start = splitsSurrogatePair(text, stretch.start) ? stretch.start - 1 : stretch.start;
    const end = splitsSurrogatePair(text, stretch.end) ? stretch.end + 1 : stretch.end;
    const last = joined.at(-1);
    if (last && start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}

/** What is left of `stretch` beside `others`, which are in order and do not overlap. */
function without(stretch: Stretch, others: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  let at = stretch.start;
  for (const { start, end } of others) {
    if (end <= at || start >= stretch.end) continue;
    if (start > at) left.push({ start: at, end: start });
    at = end;
  }
  return at < stretch.end ? [...left, { start: at, end: stretch.end }] : left;
}

/**
 * What of `text` is not printed, in order: `names` with the marks they have by their index, and `omissions`. A name
 * inside an omission needs no mark, nor an omission inside a name; a name across an omission's edge keeps its own.
 */
export function cutsOf(
  text: string,
  names: readonly FoundName[],
  omissions: readonly Stretch[],
  marks: readonly string[],
): Cut[] {
  const omitted = joinStretches(text, omissions).filter(
    ({ start, end }) => !names.some((name) => name.start <= start && end <= name.end),
  );
  const cuts: Cut[] = omitted.map(({ start, end }) => ({ kind: 'omission', start, end, text: omissionMark }));
  for (const name of names) {
    for (const piece of without(name, omitted)) {
      cuts.push({ kind: 'withheld', ...piece, text: marks[name.index] ?? '' });
    }
  }
  return cuts.sort((a, b) => a.start - b.start);
}

/**
 * The part of `text` between `from` and `to` as it is printed: its words, and the cuts, in order and not overlapping,
 * that reach into it. `codePoint` is the position of `from` in the source.
 */
export function splitRuns(text: string, from: number, to: number, codePoint: number, cuts: readonly Cut[]): TextRun[] {
  const runs: TextRun[] = [];
  let at = from;
  let position = codePoint;
  const addWords = (end: number): void => {
    if (end <= at) return;
    const words = text.slice(at, end);
    const start = position;
    position += countCodePoints(words);
    runs.push({ kind: 'words', text: words, start, end: position });
    at = end;
  };
  for (const { kind, start, end, text: mark } of cuts) {
    if (end <= from || start >= to) continue;
    addWords(start);
    runs.push({ kind, text: mark });
    const next = Math.min(end, to);
    position += countCodePoints(text.slice(at, next));
    at = next;
  }
  addWords(to);
  return runs;
}
