import { dateSpanOf } from '../excerpts/date-span.ts';

/**
 * When something was, in days since 1 January 1970: from the beginning of `start` to the beginning of `end`, `null` where
 * a side is open. `isSoft`: EDTF calls the date uncertain or approximate, so that it may lie beyond that side too.
 */
export interface TimeSpan {
  readonly start: number | null;
  readonly end: number | null;
  readonly isStartSoft: boolean;
  readonly isEndSoft: boolean;
}

const msPerDay = 86_400_000;

/** The number of a day since 1 January 1970. `month` is 1-based; the years 0 to 99 are those years. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / msPerDay);
}

/** The year, month (1-based) and day of a day since 1 January 1970. */
export function dayParts(number: number): readonly [year: number, month: number, day: number] {
  const date = new Date(number * msPerDay);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

function numberOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  // A span may say the 31st for the last day of any month.
  const last = dayNumber(year, month + 1, 1) - 1;
  return Math.min(dayNumber(year, month, day), last);
}

const isDoubtful = (edtf: string): boolean => /[?~%]$/u.test(edtf);

/** The span of an EDTF date (level 1), as `dateSpanOf` reads it; `null` for what is no such date. */
export function timeSpanOf(edtf: string): TimeSpan | null {
  const span = dateSpanOf(edtf);
  if (!span) return null;
  const [from = '', to = from] = edtf.split('/');
  const isOpen = (end: string): boolean => end === '' || end === '..';
  return {
    start: isOpen(from) ? null : numberOf(span.first),
    end: isOpen(to) ? null : numberOf(span.last) + 1,
    isStartSoft: isDoubtful(from),
    isEndSoft: isDoubtful(to),
  };
}
