/** The days between which a date lies, both inclusive, as `YYYY-MM-DD`; they are compared as text. */
export interface DateSpan {
  readonly first: string;
  readonly last: string;
}

const earliest = '0000-01-01';
const latest = '9999-12-31';

const point = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?[?~%]?$/u;

function fill(part: string | undefined, lowest: string, highest: string): readonly [string, string] {
  if (part === undefined || part === 'XX') return [lowest, highest];
  return [part.replaceAll('X', '0'), part.replaceAll('X', '9')];
}

function pointSpan(edtf: string): DateSpan | null {
  const parts = point.exec(edtf);
  if (!parts) return null;
  const [firstYear, lastYear] = fill(parts[1], '0000', '9999');
  const [firstMonth, lastMonth] = fill(parts[2], '01', '12');
  // The 31st stands for the last day of every month: nothing is later in it.
  const [firstDay, lastDay] = fill(parts[3], '01', '31');
  return { first: `${firstYear}-${firstMonth}-${firstDay}`, last: `${lastYear}-${lastMonth}-${lastDay}` };
}

/**
 * When an EDTF date (ISO 8601-2, level 1) may be at the earliest and at the latest: `2020?` is all of 2020, `202X` the
 * decade, `2020-11/2021-02` and `2020/..` what they say. `null` for what is no such date.
 */
export function dateSpanOf(edtf: string): DateSpan | null {
  const ends = edtf.split('/');
  if (ends.length > 2) return null;
  const spans = ends.map((end) => (ends.length === 2 && /^(?:\.\.)?$/u.test(end) ? 'open' : pointSpan(end)));
  const [from, to = from] = spans;
  if (!from || !to || (from === 'open' && to === 'open')) return null;
  return { first: from === 'open' ? earliest : from.first, last: to === 'open' ? latest : to.last };
}

/** What stands in the order of `compareDates` when it is compared as text, made once for each of many dates; `null` for what is none. */
export function dateKeyOf(edtf: string): string | null {
  const span = dateSpanOf(edtf);
  return span && `${span.first} ${span.last} ${edtf}`;
}

/** Earlier first; of two that begin together, the one that is over sooner. Dates that are none come last, as text. */
export function compareDates(a: string, b: string): number {
  const [one, other] = [dateSpanOf(a), dateSpanOf(b)];
  if (!one || !other) return Number(!one) - Number(!other) || (a < b ? -1 : Number(a > b));
  const order = (x: string, y: string): number => (x < y ? -1 : Number(x > y));
  return order(one.first, other.first) || order(one.last, other.last) || order(a, b);
}
