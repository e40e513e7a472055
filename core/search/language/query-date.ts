const written = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/u;
const begun = /^\d{1,3}$|^\d{4}[-/.](?:\d?|\d{1,2}[-/.]\d?)$/u;

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Reads a year, a month or a day, year first, as `2023`, `2023-05`, `2023-05-09`; one-digit months and days, and `/` or
 * `.` between, are taken too. `null` where it is none of these, or no day of the calendar.
 */
export function readQueryDate(text: string): string | null {
  const match = written.exec(text.trim());
  const [, year = '', , month, day] = match ?? [];
  if (!match) return null;
  if (month === undefined) return year;
  const numbers = [Number(year), Number(month), Number(day ?? '1')] as const;
  if (numbers[1] < 1 || numbers[1] > 12 || numbers[2] < 1 || numbers[2] > daysIn(numbers[0], numbers[1])) return null;
  return [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
}

/** Whether this may be a date in the middle of being typed: not a whole year, nor a month or day of two digits. */
export function isBegunDate(text: string): boolean {
  return begun.test(text);
}

/** Whether `from` lies after the whole of `to`, both as `readQueryDate` gives them. */
export function isAfter(from: string, to: string): boolean {
  const precision = Math.min(from.length, to.length);
  return from.slice(0, precision) > to.slice(0, precision);
}
