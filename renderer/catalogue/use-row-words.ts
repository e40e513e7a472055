import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { StatementSummary } from '../../core/statements/statement.ts';
import { formatDate } from '../language/format-date.ts';
import { nameLanguage } from '../language/name-language.ts';
import { useShortDateWords } from '../library/use-date-words.ts';
import { useKindWords } from '../library/use-kind-words.ts';

/** What a row says of its statement; empty where nothing is known. */
export interface RowWords {
  readonly date: (summary: StatementSummary) => { readonly short: string; readonly full: string };
  readonly kind: (summary: StatementSummary) => string;
  readonly language: (summary: StatementSummary) => string;
  /** The day it was imported. */
  readonly added: (summary: StatementSummary) => string;
}

function remember<Key, Words>(word: (key: Key) => Words): (key: Key) => Words {
  const known = new Map<Key, Words>();
  return (key) => {
    const there = known.get(key);
    if (there !== undefined) return there;
    const made = word(key);
    known.set(key, made);
    return made;
  };
}

const dayLength = '2026-01-01'.length;

/** Words for rows, each made once: dates and languages come again in thousands of rows, and scrolling cannot wait for them. */
export function useRowWords(): RowWords {
  const { i18n } = useLingui();
  const { locale } = i18n;
  const wordDate = useShortDateWords();
  const wordKind = useKindWords();
  return useMemo(() => {
    const date = remember(wordDate);
    const kind = remember(wordKind);
    const language = remember((tag: string) => nameLanguage(tag, locale));
    const day = remember((at: string) => formatDate(new Date(at), locale, { dateStyle: 'long' }));
    const noDate = { short: '', full: '' };
    return {
      date: (summary) => (summary.date.value === null ? noDate : date(summary.date.value)),
      kind: (summary) => (summary.kind.value === null ? '' : kind(summary.kind.value)),
      language: (summary) => (summary.language.value === null ? '' : language(summary.language.value)),
      // Noon of the day in UTC: the same words for whatever was imported on it.
      added: ({ own }) => (own ? day(`${own.added.slice(0, dayLength)}T12:00:00.000Z`) : ''),
    };
  }, [locale, wordDate, wordKind]);
}
