import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { localesFor } from './locales-for.ts';

/** The order of names (of tags, dossiers, saved searches) in the interface's language. */
export function useNameOrder(): (a: string, b: string) => number {
  const { i18n } = useLingui();
  const { locale } = i18n;
  return useMemo(() => new Intl.Collator(localesFor(locale)).compare, [locale]);
}
