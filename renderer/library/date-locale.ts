/** The locale for dates and times in an interface language. English takes the British order: a day before its month. */
export function dateLocale(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
