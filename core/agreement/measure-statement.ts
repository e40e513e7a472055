import type { Statement } from '../statements/statement.ts';
import { offsetConverter, utf16 } from '../text/offsets.ts';

/**
 * How a statement is counted when coding is compared. Its units are Unicode code points: they are what other programs count
 * in, and a character outside the basic plane, two of UTF-16, weighs no more than any other. Only what its reader reads as
 * the statement counts: website text does not, nor does the white space between blocks, which nobody can choose to code.
 */
export interface StatementMeasure {
  readonly statement: string;
  /** All units. */
  readonly units: number;
  /** The units before a position in UTF-16; one in the middle of a character counts as that character's beginning. */
  readonly unitsBefore: (offset: number) => number;
}

/** Measures a statement; each question costs a binary search afterwards. */
export function measureStatement({
  summary,
  text,
  blocks,
}: Pick<Statement, 'summary' | 'text' | 'blocks'>): StatementMeasure {
  const { toCodePoints } = offsetConverter(text);
  const points = (offset: number): number => toCodePoints(utf16(offset));
  const pieces: { readonly start: number; readonly end: number; readonly before: number }[] = [];
  let units = 0;
  for (const { kind, start, end } of blocks) {
    if (kind === 'furniture') continue;
    pieces.push({ start, end, before: units });
    units += points(end) - points(start);
  }
  const unitsBefore = (offset: number): number => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const last = pieces[low - 1];
    return last ? last.before + points(Math.min(offset, last.end)) - points(last.start) : 0;
  };
  return { statement: summary.id, units, unitsBefore };
}
