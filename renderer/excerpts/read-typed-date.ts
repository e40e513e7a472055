import { readQueryDate } from '../../core/search/language/query-date.ts';
import { formatDate } from '../language/format-date.ts';

/** Letters from which on the beginning of a month's name is one month only. */
const tellingLetters = 3;

const dayFirst = /^(\d{1,2})[./](?:(\d{1,2})[./])?(\d{4})$/u;
const dayMonthYear = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?(\p{L}+)\.?,?\s+(\d{4})$/u;
const monthDayYear = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;

/** What some languages put after a year, as in “5 ноября 2020 г.”. */
const yearWord = /(?<=\d)\s*(?:г|р)\.?$/u;

/** Each month of a language in its two forms: after a day and alone. */
function monthNames(language: string): string[][] {
  return Array.from({ length: 12 }, (_, month) => {
    const first = new Date(Date.UTC(2000, month));
    const alone = formatDate(first, language, { timeZone: 'UTC', year: 'numeric', month: 'long' });
    const afterDay = formatDate(first, language, { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' });
    return [alone, afterDay].map((words) => (/\p{L}{2,}/u.exec(words)?.[0] ?? '').toLocaleLowerCase('und'));
  });
}

/** The number of the month that a name or its beginning means in `language` or in English, from 1; `null` for none. */
function monthOf(name: string, language: string): number | null {
  const typed = name.normalize('NFC').toLocaleLowerCase('und');
  if (typed.length < tellingLetters) return null;
  for (const known of [language, 'en']) {
    const at = monthNames(known).findIndex((forms) => forms.some((form) => form.startsWith(typed)));
    if (at !== -1) return at + 1;
  }
  return null;
}

/**
 * Reads a year, a month or a day as people type it: `2020`, `2020-11-05`, `11.2020`, `5.11.2020` (the day first),
 * `Nov 2020`, `5 November 2020`, `November 5, 2020`; names of months in the interface's `language` and in English. Gives
 * it as EDTF, `null` where it is none of these or no day of the calendar.
 */
export function readTypedDate(text: string, language: string): string | null {
  const typed = text.trim().replace(/\s+/gu, ' ').replace(yearWord, '');
  const digits = dayFirst.exec(typed);
  if (digits) {
    const [, first, second, year] = digits;
    return readQueryDate(second === undefined ? `${year}-${first}` : `${year}-${second}-${first}`);
  }
  const [day, name, year] = dayMonthYear.exec(typed)?.slice(1) ?? [];
  const [otherName, otherDay, otherYear] = monthDayYear.exec(typed)?.slice(1) ?? [];
  const month = monthOf(name ?? otherName ?? '', language);
  if (month === null) return readQueryDate(typed);
  const parts = [year ?? otherYear, month, day ?? otherDay].filter((part) => part !== undefined);
  return readQueryDate(parts.join('-'));
}
