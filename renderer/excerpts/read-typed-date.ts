import { readQueryDate } from '../../core/search/language/query-date.ts';

/** Letters from which on the beginning of a month's name is one month only. */
const tellingLetters = 3;

const dayFirst = /^(\d{1,2})[./](?:(\d{1,2})[./])?(\d{4})$/u;
const dayMonthYear = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(\p{L}+)\.?,?\s+(\d{4})$/u;
const monthDayYear = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;

/** The number of the month that a name or its beginning means in `locale`, from 1; `null` for none. */
function monthOf(name: string, locale: string): number | null {
  const typed = name.toLocaleLowerCase(locale);
  if (typed.length < tellingLetters) return null;
  const wording = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, month) => wording.format(Date.UTC(2000, month)));
  const at = months.findIndex((month) => month.toLocaleLowerCase(locale).startsWith(typed));
  return at === -1 ? null : at + 1;
}

/**
 * Reads a year, a month or a day as people type it: `2020`, `2020-11-05`, `11.2020`, `5.11.2020` (the day first),
 * `Nov 2020`, `5 November 2020`, `November 5, 2020`; names of months in `locale` (BCP 47). Gives it as EDTF, `null` where
 * it is none of these or no day of the calendar.
 */
export function readTypedDate(text: string, locale: string): string | null {
  const typed = text.trim().replace(/\s+/gu, ' ');
  const digits = dayFirst.exec(typed);
  if (digits) {
    const [, first, second, year] = digits;
    return readQueryDate(second === undefined ? `${year}-${first}` : `${year}-${second}-${first}`);
  }
  const [day, name, year] = dayMonthYear.exec(typed)?.slice(1) ?? [];
  const [otherName, otherDay, otherYear] = monthDayYear.exec(typed)?.slice(1) ?? [];
  const month = monthOf(name ?? otherName ?? '', locale);
  if (month === null) return readQueryDate(typed);
  const parts = [year ?? otherYear, month, day ?? otherDay].filter((part) => part !== undefined);
  return readQueryDate(parts.join('-'));
}
