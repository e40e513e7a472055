import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { readDate, wordDate } from '../../core/statements/edtf-date.ts';
import { formatDate } from '../language/format-date.ts';

/** Words a catalogue date in the interface's language, and says so where it was inferred. */
export function useDateWords(): (edtf: string | null) => string {
  const { t, i18n } = useLingui();
  return useCallback(
    (edtf) => {
      if (edtf === null) return t`no date`;
      const parts = readDate(edtf);
      if (!parts) return edtf;
      const words = wordDate(parts, (date, style) => formatDate(date, i18n.locale, style));
      return parts.isUncertain ? t`${words} (inferred)` : words;
    },
    [t, i18n],
  );
}

/** A date for narrow places, and in full for a title and for screen readers: the same, where it was not inferred. */
interface ShortDate {
  readonly short: string;
  readonly full: string;
}

/** Words a date as `useDateWords` does, and beside it, where it was inferred, shortly: “May 2023 (?)”. */
export function useShortDateWords(): (edtf: string | null) => ShortDate {
  const { t, i18n } = useLingui();
  const wordFull = useDateWords();
  return useCallback(
    (edtf) => {
      const full = wordFull(edtf);
      const parts = edtf === null ? null : readDate(edtf);
      if (!parts?.isUncertain) return { short: full, full };
      const isShort = parts.month !== null && parts.day === null;
      const words = wordDate(parts, (date, style) =>
        formatDate(date, i18n.locale, isShort ? { ...style, month: 'short' } : style),
      );
      return { short: t`${words} (?)`, full };
    },
    [t, i18n, wordFull],
  );
}
