import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import { type Sentence, wordSentence } from '../../core/sentence.ts';

/** Something that the engine says: a sentence, or its English text with the sentence beside it, where there is one. */
export type Told = Sentence | { readonly message: string; readonly sentence?: Sentence | undefined };

/** Words what the engine says in the language of the interface; what has no translation in it stays English. */
export function useSentence(): (told: Told) => string {
  const { i18n } = useLingui();
  const { messages } = i18n;
  return useCallback(
    (told) => {
      const sentence = 'pattern' in told ? told : told.sentence;
      if (!sentence) return 'message' in told ? told.message : '';
      return wordSentence(sentence, (pattern, values) =>
        Object.hasOwn(messages, pattern) ? i18n._(pattern, values) : null,
      );
    },
    [i18n, messages],
  );
}
