import type { ExcerptContext } from '../../core/excerpts/excerpt.ts';
import type { ExcerptRow } from './list-excerpt-rows.ts';

/** Heights in pixels at the usual text size, for rows that have not been measured. */
const headingPx = 90;
const framePx = 68;
const linePx = 26;
const noteLinePx = 19;

/** UTF-16 units that fit on a line, and that the context usually adds. */
const lineLength = 76;
const contextLength: Readonly<Record<ExcerptContext, number>> = { none: 0, sentence: 120, paragraph: 450 };

const linesFor = (length: number): number => Math.ceil(length / lineLength);

function estimateRowPx(row: ExcerptRow, context: ExcerptContext): number {
  if (row.kind !== 'excerpt') return headingPx;
  const { selector, note } = row.highlight;
  const lines = linesFor(selector.quote.length + contextLength[context]);
  return framePx + lines * linePx + (note === '' ? 0 : linesFor(note.length) * noteLinePx);
}

/**
 * About how high each row will be, in pixels, so that the scroll bar tells the truth before everything has been in sight. All at
 * once: the list asks for all of them again whenever one above them has been measured, and must not look at every highlight for it.
 */
export function estimateRowsPx(rows: readonly ExcerptRow[], context: ExcerptContext): Float64Array {
  return Float64Array.from(rows, (row) => estimateRowPx(row, context));
}
