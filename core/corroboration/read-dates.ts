/** A date, or as much of one as a text gives. `month` and `day` are 1-based; `start` and `end` are UTF-16 units. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** The months from January on: in English, and in Russian, Belarusian and Ukrainian as they begin in any case. */
const months: readonly (readonly [english: string, cyrillic: string])[] = [
  ['Jan(?:uary|\\.)?', 'январ|студзен|студня|січен|січн'],
  ['Feb(?:ruary|\\.)?', 'феврал|люты|лютаг|лютым|лютий|лютог|лютом'],
  ['Mar(?:ch|\\.)?', 'март|сакавік|березен|березн'],
  ['Apr(?:il|\\.)?', 'апрел|красавік|квітен|квітн'],
  ['May', 'май|мая|мае|маю|травен|травн|траўн'],
  ['June?\\.?', 'июн|чэрвен|червен|червн'],
  ['July?\\.?', 'июл|ліпен|липен|липн'],
  ['Aug(?:ust|\\.)?', 'август|жнівен|жніўн|серпен|серпн'],
  ['Sept?(?:ember|\\.)?', 'сентябр|верас|вересен|вересн'],
  ['Oct(?:ober|\\.)?', 'октябр|кастрычнік|жовтен|жовтн'],
  ['Nov(?:ember|\\.)?', 'ноябр|лістапад|листопад'],
  ['Dec(?:ember|\\.)?', 'декабр|снежан|снежн|груден|грудн'],
];

const before = '(?<![\\p{L}\\p{N}]|[\\p{N}\\p{L}][.,:/-])';
const after = '(?![\\p{L}\\p{N}]|[.,:/-]\\p{N})';
const space = '[\\s\\u00A0]+';
const english = `(?<english>${months.map(([name]) => name).join('|')})(?!\\p{L})`;
const cyrillic = `(?<cyrillic>(?:${months.map(([, name]) => name).join('|')})\\p{L}{0,3})(?!\\p{L})`;
const day = '(?<day>0?[1-9]|[12]\\d|3[01])';
const year = `(?<year>(?:19|20)\\d\\d)${after}`;
const englishDay = `${day}(?:st|nd|rd|th)?`;

/** The fuller come first: of two that overlap, the earlier in the list is meant. */
const forms: readonly RegExp[] = [
  `${before}(?<year>(?:19|20)\\d\\d)-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])${after}`,
  `${before}(?<day>0?[1-9]|[12]\\d|3[01])\\.(?<month>0?[1-9]|1[0-2])\\.(?<year>(?:19|20)\\d\\d)${after}`,
  `${before}${englishDay}(?:${space}of)?${space}${english}(?:,?${space}${year})?`,
  `${before}${english}${space}${englishDay}${after}(?:,?${space}${year})?`,
  `${before}${day}${space}${cyrillic}(?:,?${space}${year})?`,
  `${before}${english},?${space}${year}`,
  `${before}${cyrillic},?${space}${year}`,
  // “May” and “March” alone are words too, and so are most months in Cyrillic.
  `${before}(?<english>January|February|April|June|July|August|September|October|November|December)(?!\\p{L})`,
  `${before}${year}`,
].map((form) => new RegExp(form, 'gu'));

const formsWithoutMonth = forms.filter(({ source }) => !source.includes('<english>') && !source.includes('<cyrillic>'));

/** After these, four digits are an amount. */
const amount =
  /(?:\b(?:than|over|about|around|some|nearly|almost|least|most|up to)|(?:более|больше|около|свыше|почти|звыш|больш за|каля|амаль|понад|більше|близько|майже))[\s\u00A0]+$/iu;

const monthsEnglish = months.map(([name]) => new RegExp(`^(?:${name})$`, 'u'));
const monthsCyrillic = months.map(([, name]) => new RegExp(`^(?:${name})`, 'u'));

function monthOf({ month, english: word, cyrillic: other }: Readonly<Record<string, string | undefined>>) {
  if (month !== undefined) return Number(month);
  if (word !== undefined) return monthsEnglish.findIndex((name) => name.test(word)) + 1;
  return other === undefined ? null : monthsCyrillic.findIndex((name) => name.test(other)) + 1;
}

const mayHoldDay = /\d/u;
/** As many letters of a month’s name as tell that there may be one, so that most sentences are done with at once. */
const mayHoldMonth =
  /Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec|январ|студ|січ|феврал|лют|март|сакав|берез|апрел|красав|квіт|ма[йяею]|тра[вў]|июн|чэрв|черв|июл|ліп|лип|август|жні|серп|сентябр|верас|октябр|кастр|жовт|ноябр|лістап|листоп|декабр|снеж|груд/u;

/**
 * The dates of `text` in their order: `5 November 2020`, `November 5th`, `2020-11-05`, `05.11.2020`, `5 ноября 2020`,
 * `November 2020`, `August` and, as the year alone, `2020`. Dates with slashes are not read, since the day and the month
 * change places between countries.
 */
export function readDates(text: string): WrittenDate[] {
  const hasMonth = mayHoldMonth.test(text);
  if (!hasMonth && !mayHoldDay.test(text)) return [];
  const dates: WrittenDate[] = [];
  for (const form of hasMonth ? forms : formsWithoutMonth) {
    for (const match of text.matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      if (dates.some((other) => other.start < end && start < other.end)) continue;
      const groups = match.groups ?? {};
      const month = monthOf(groups);
      if (month === null && amount.test(text.slice(0, start))) continue;
      const numberOf = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
      dates.push({ start, end, year: numberOf(groups['year']), month, day: numberOf(groups['day']) });
    }
  }
  return dates.sort((a, b) => a.start - b.start);
}

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * What a date is found by, from the most particular on: the day, the day without its year, the month, the year, the
 * month without its year. Two dates have most in common by the first key that is in both lists.
 */
export function dateKeysOf({ year: y, month: m, day: d }: Omit<WrittenDate, 'start' | 'end'>): string[] {
  const keys: string[] = [];
  if (y !== null && m !== null && d !== null) keys.push(`@${y}-${two(m)}-${two(d)}`);
  if (m !== null && d !== null) keys.push(`@-${two(m)}-${two(d)}`);
  if (y !== null && m !== null) keys.push(`@${y}-${two(m)}`);
  if (y !== null) keys.push(`@${y}`);
  if (m !== null) keys.push(`@-${two(m)}`);
  return keys;
}

const differ = (a: number | null, b: number | null): boolean => a !== null && b !== null && a !== b;

/** Whether two dates cannot be the same, such as 5 and 6 November, or November of two years. */
export function excludeEachOther(
  a: Omit<WrittenDate, 'start' | 'end'>,
  b: Omit<WrittenDate, 'start' | 'end'>,
): boolean {
  return differ(a.year, b.year) || differ(a.month, b.month) || differ(a.day, b.day);
}
