/** A date of the catalogue in its parts, for wording it in any language. `month` and `day` are 1-based. */
export interface DateParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  /** EDTF's `?`: the date was inferred. */
  readonly isUncertain: boolean;
}

const shape = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(\?)?$/u;

/**
 * Reads an EDTF date (ISO 8601-2, level 1) of a year, a month or a day, with `?` or without. `null` for anything else,
 * which is then shown as it is written.
 */
export function readDate(edtf: string): DateParts | null {
  const parts = shape.exec(edtf);
  if (!parts) return null;
  const numberOf = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
  return {
    year: Number(parts[1]),
    month: numberOf(parts[2]),
    day: numberOf(parts[3]),
    isUncertain: parts[4] !== undefined,
  };
}

/** How a date of the catalogue is written out, as `Intl.DateTimeFormat` takes it: as far as it is known, and in UTC. */
export interface CatalogueDateStyle {
  readonly timeZone: 'UTC';
  readonly year: 'numeric';
  readonly month?: 'long';
  readonly day?: 'numeric';
}

/**
 * The date in words, such as “5 November 2020” or “May 2023”, by `format`, which knows the language; uncertainty is not
 * worded.
 */
export function wordDate(
  { year, month, day }: DateParts,
  format: (date: Date, style: CatalogueDateStyle) => string,
): string {
  return format(new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)), {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month !== null && { month: 'long' }),
    ...(day !== null && { day: 'numeric' }),
  });
}

/** An EDTF date in English words, such as “May 2023 (inferred)”; what is not such a date stays as it is written. */
export function writeOutDate(edtf: string): string {
  const parts = readDate(edtf);
  if (!parts) return edtf;
  const words = wordDate(parts, (date, style) => new Intl.DateTimeFormat('en-GB', style).format(date));
  return parts.isUncertain ? `${words} (inferred)` : words;
}
