import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { formatDate } from '../language/format-date.ts';

/** Words for the moment at which a version was added, given as ISO 8601, in local time. */
export interface VersionWords {
  /** As “3 May 2026”. */
  readonly day: (added: string) => string;
  readonly time: (added: string) => string;
}

/** Words for when versions were added, in the interface’s language. */
export function useVersionWords(): VersionWords {
  const { i18n } = useLingui();
  const { locale } = i18n;
  return useMemo(
    () => ({
      day: (added) => formatDate(new Date(added), locale, { dateStyle: 'long' }),
      time: (added) => formatDate(new Date(added), locale, { timeStyle: 'short' }),
    }),
    [locale],
  );
}
