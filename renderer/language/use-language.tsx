import type { I18n } from '@lingui/core';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef } from 'react';
import { keepLanguage, languageKey, readLanguage } from './device-language.ts';
import type { Language } from './languages.ts';
import { loadMessages, showLanguage } from './show-language.ts';

/** Has the interface speak a language from now on, here and in other windows. Resolves to whether it could be loaded. */
type ChooseLanguage = (language: Language) => Promise<boolean>;

const LanguageContext = createContext<ChooseLanguage | null>(null);

interface LanguageProviderProps {
  readonly i18n: I18n;
  readonly children: ReactNode;
}

/** Keeps the interface's language in step with what is chosen here, in another window, or in the system before that. */
export function LanguageProvider({ i18n, children }: LanguageProviderProps): ReactNode {
  const wanted = useRef<Language | null>(null);
  const show = useCallback(
    async (language: Language): Promise<boolean> => {
      wanted.current = language;
      const messages = await loadMessages(language);
      // Another language may have been chosen in the meantime.
      if (messages && wanted.current === language) showLanguage(i18n, language, messages);
      return messages !== null;
    },
    [i18n],
  );
  useEffect(() => {
    const onStorage = (event: StorageEvent): void => {
      if (event.key === languageKey) void show(readLanguage());
    };
    const onSystem = (): void => void show(readLanguage());
    addEventListener('storage', onStorage);
    addEventListener('languagechange', onSystem);
    return () => {
      removeEventListener('storage', onStorage);
      removeEventListener('languagechange', onSystem);
    };
  }, [show]);
  const choose = useMemo<ChooseLanguage>(
    () => async (language) => {
      const isShown = await show(language);
      if (isShown && wanted.current === language) keepLanguage(language);
      return isShown;
    },
    [show],
  );
  return <LanguageContext value={choose}>{children}</LanguageContext>;
}

/** How the interface's language is chosen. Throws outside of the provider. */
export function useChooseLanguage(): ChooseLanguage {
  const choose = useContext(LanguageContext);
  if (!choose) throw new Error('useChooseLanguage needs a LanguageProvider above it');
  return choose;
}
