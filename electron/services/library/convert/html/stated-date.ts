const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const day = (year: number, month: number, date: number): string | null => {
  const made = new Date(Date.UTC(year, month - 1, date));
  const isReal = year >= 1000 && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return isReal ? made.toISOString().slice(0, 10) : null;
};

/** The month whose English name begins `name`; 0 of none. */
const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/**
 * A date as metadata has it, in EDTF: what begins as ISO 8601 does, to its day, month or year, or names a day with the month in
 * English. The day is that of the place where it was written, whatever its offset. `null` for what is none, or could be read
 * in two ways.
 */
export function readStatedDate(text: string): string | null {
  const said = text.trim().slice(0, 100);
  const iso = /^(\d{4})(?:([-/.]?)(\d{2})(?:\2(\d{2}))?)?(?=$|[T\s])/u.exec(said);
  if (iso) {
    const [, year = '', , month, date] = iso;
    if (month === undefined) return year;
    if (date !== undefined) return day(Number(year), Number(month), Number(date));
    return day(Number(year), Number(month), 1)?.slice(0, 7) ?? null;
  }
  const dayFirst = /(?:^|[\s,])(\d{1,2})\s+(\p{L}{3,9})\.?,?\s+(\d{4})(?!\d)/u.exec(said);
  if (dayFirst) return day(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]));
  const monthFirst = /(?:^|[\s,])(\p{L}{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/u.exec(said);
  return monthFirst ? day(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2])) : null;
}
