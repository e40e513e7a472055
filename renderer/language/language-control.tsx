import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { languageCommands } from '../commands/command-keys.ts';
import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { useNotify } from '../controls/use-notify.ts';
import { languageNames, languages, parseLanguage } from './languages.ts';
import { useChooseLanguage } from './use-language.tsx';

/** The choice of the interface's language, each named in itself. The globe finds it for who cannot read the present one. */
export function LanguageControl(): ReactNode {
  const { t, i18n } = useLingui();
  const notify = useNotify();
  const choose = useChooseLanguage();
  const known = useKnownCommands();
  const change = async (chosen: string): Promise<void> => {
    const language = parseLanguage(chosen);
    if (language === null || (await choose(language))) return;
    const name = languageNames[language];
    const message = t`${name} could not be loaded, and the language stays as it is: reload the window and choose it again.`;
    notify.fault({ code: 'internal', message });
  };
  useCommands(
    languages.map((language) => ({
      ...known[languageCommands[language]],
      isAvailable: i18n.locale !== language,
      run: () => void change(language),
    })),
  );
  return (
    <label className="language">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" />
        <path d="M1.5 8h13M8 1.5c4 4 4 9 0 13c-4-4-4-9 0-13" />
      </svg>
      <select
        autoComplete="off"
        aria-label={t`Language`}
        title={t`Language`}
        value={i18n.locale}
        onChange={(event) => void change(event.target.value)}
      >
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageNames[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
