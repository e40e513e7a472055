import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { formatDate } from '../language/format-date.ts';

/** Words for a moment, given as ISO 8601, where its user is. */
export interface MomentWords {
  readonly day: (at: string) => string;
  readonly time: (at: string) => string;
}

/** Words for moments in the interface's language, in local time. */
export function useMomentWords(): MomentWords {
  const { i18n } = useLingui();
  const { locale } = i18n;
  return useMemo(
    () => ({
      day: (at) => formatDate(new Date(at), locale, { dateStyle: 'full' }),
      time: (at) => formatDate(new Date(at), locale, { timeStyle: 'short' }),
    }),
    [locale],
  );
}
