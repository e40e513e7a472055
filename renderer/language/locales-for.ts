/**
 * The locales for dates, numbers, plurals and sorting in an interface language, the best first. English takes the British
 * order: a day before its month. Chromium has plurals for Belarusian and nothing else: Russian, which writes and groups
 * numbers in the same way and sorts the same alphabet, stands in.
 */
export function localesFor(language: string): string[] {
  if (language === 'en') return ['en-GB'];
  return language === 'be' ? ['be', 'ru'] : [language];
}
