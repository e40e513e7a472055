import { dateSpanOf } from '../excerpts/date-span.ts';

const point = /^[\dX]{4}(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?[?~%]?$/u;

/** Whether a day that is written in full is one of the calendar's. */
function isInCalendar(end: string): boolean {
  const day = /^\d{4}-\d\d-\d\d/u.exec(end)?.[0];
  return day === undefined || new Date(day).toISOString().startsWith(day);
}

/**
 * Whether a text is a date as the catalogue has them: EDTF (ISO 8601-2, level 1) of a year, a month or a day that there
 * is, or of a span of them.
 */
export function isCatalogueDate(text: string): boolean {
  const span = dateSpanOf(text);
  if (span === null || span.first > span.last) return false;
  return text.split('/').every((end) => /^(?:\.\.)?$/u.test(end) || (point.test(end) && isInCalendar(end)));
}
