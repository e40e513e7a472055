import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { dateLocale } from '../library/date-locale.ts';

/** Words for a moment, given as ISO 8601, where its user is. */
export interface MomentWords {
  readonly day: (at: string) => string;
  readonly time: (at: string) => string;
}

/** Words for moments in the interface's language, in local time. */
export function useMomentWords(): MomentWords {
  const { i18n } = useLingui();
  return useMemo(() => {
    const locale = dateLocale(i18n.locale);
    const days = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
    const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
    return { day: (at) => days.format(new Date(at)), time: (at) => times.format(new Date(at)) };
  }, [i18n.locale]);
}
