import { z } from 'zod';

const text = z.string().max(20_000);

const number = z.union([z.int(), z.string().regex(/^\s*\d{1,4}\s*$/u)]).transform(Number);

/** A date of CSL-JSON as reference managers write it; which of its parts counts, `dateFrom` says. */
export const IncomingDate = z.object({
  'date-parts': z.array(z.array(number).min(1).max(3)).min(1).max(2).optional(),
  circa: z.union([z.boolean(), z.string(), z.number()]).optional(),
  season: z.union([z.string(), z.number()]).optional(),
  literal: text.optional(),
  raw: text.optional(),
});

/** Names of CSL-JSON. */
export const IncomingNames = z
  .array(
    z.object({
      family: text.optional(),
      given: text.optional(),
      suffix: text.optional(),
      literal: text.optional(),
      'dropping-particle': text.optional(),
      'non-dropping-particle': text.optional(),
    }),
  )
  .max(1_000);

/** A value of CSL-JSON that is a text. */
export const IncomingText = text.transform((value) => value.trim());

const pad = (part: number, length: number): string => String(part).padStart(length, '0');

const writeParts = ([year = 0, ...rest]: readonly number[]): string =>
  [pad(year, 4), ...rest.map((part) => pad(part, 2))].join('-');

/** A date of CSL-JSON in EDTF, as far as it can be said there; `null` where it cannot. It may still be no date that there is. */
export function dateFrom(date: z.infer<typeof IncomingDate>): string | null {
  const { circa, season, literal, raw } = date;
  if (season !== undefined) return null;
  const isUncertain = circa !== undefined && !['', '0', 'false'].includes(String(circa));
  const parts = date['date-parts'];
  if (parts === undefined) return (literal ?? raw)?.trim() ?? null;
  return parts.map((part) => writeParts(part) + (isUncertain ? '?' : '')).join('/');
}

/** A name of CSL-JSON as it is read; empty where it has none. */
export function nameFrom(name: z.infer<typeof IncomingNames>[number]): string {
  const { given, family, suffix, literal } = name;
  const parts = [given, name['dropping-particle'], name['non-dropping-particle'], family, suffix];
  return (literal ?? parts.filter((part) => part?.trim()).join(' ')).trim();
}
