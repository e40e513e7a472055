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
