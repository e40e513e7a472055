import type { I18n, Messages } from '@lingui/core';
import type { Language } from './languages.ts';
import { localesFor } from './locales-for.ts';

const catalogues: Readonly<Record<Language, () => Promise<{ readonly messages: Messages }>>> = {
  en: () => import('../locales/en.po'),
  be: () => import('../locales/be.po'),
  ru: () => import('../locales/ru.po'),
  uk: () => import('../locales/uk.po'),
};

/** The texts of the interface in `language`; `null` where the host that has them does not answer any more. */
export async function loadMessages(language: Language): Promise<Messages | null> {
  try {
    return (await catalogues[language]()).messages;
  } catch (fault) {
    // What a browser throws for a script that it cannot get.
    if (fault instanceof TypeError) return null;
    throw fault;
  }
}

/** Has the whole interface speak `language`, at once, and tells screen readers that it does. */
export function showLanguage(i18n: I18n, language: Language, messages: Messages): void {
  document.documentElement.lang = language;
  i18n.loadAndActivate({ locale: language, locales: localesFor(language), messages });
}
