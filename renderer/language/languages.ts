/** The languages of the interface, each by its BCP 47 tag, in the order they are offered. */
export const languages = ['en', 'be', 'ru', 'uk'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself: whoever cannot read the present one still finds their own. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  be: 'Беларуская',
  ru: 'Русский',
  uk: 'Українська',
};

/** The language that `kept` names; `null` where it names none, whatever it is. */
export function parseLanguage(kept: unknown): Language | null {
  return languages.find((language) => language === kept) ?? null;
}

/**
 * The language for someone who reads `preferred` (BCP 47 tags, the best first): the first of them that there is,
 * whatever its country or script, and English where there is none.
 */
export function preferredLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = parseLanguage(tag.split('-')[0]?.toLowerCase());
    if (language !== null) return language;
  }
  return 'en';
}
