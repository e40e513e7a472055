import { localesFor } from './locales-for.ts';

/**
 * “a, b and c” (`conjunction`) or “a, b or c” (`disjunction`) in `language`. Where `Intl` does not have Belarusian, as in
 * Chromium, Ukrainian stands in: its “і” and “або” are Belarusian too.
 */
export function formatList(items: readonly string[], language: string, type: 'conjunction' | 'disjunction'): string {
  const locales = language === 'be' ? ['be', 'uk'] : localesFor(language);
  return new Intl.ListFormat(locales, { type }).format(items);
}
