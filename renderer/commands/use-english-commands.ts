import { setupI18n } from '@lingui/core';
import { useEffect, useState } from 'react';
import { loadMessages } from '../language/show-language.ts';
import { type CommandWords, wordCommands } from './command-words.ts';

type Worded = Readonly<Record<string, CommandWords | undefined>>;

const none: Worded = {};

/**
 * What the commands are called in English, whatever the language of the interface: who has read of a command in English
 * finds it by that name. Empty until the English texts are loaded.
 */
export function useEnglishCommands(): Worded {
  const [worded, setWorded] = useState(none);
  useEffect(() => {
    let isCurrent = true;
    void loadMessages('en').then((messages) => {
      if (!isCurrent || !messages) return;
      const english = setupI18n({ locale: 'en', messages: { en: messages } });
      setWorded(wordCommands((message) => english._(message)));
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  return worded;
}
