import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { TakingImport } from './import-state.ts';

/** Says how far the taking of an import is. */
export function useTakingWords(): (taking: TakingImport) => string {
  const { t, i18n } = useLingui();
  return useMemo(
    () =>
      ({ done, total, isEnding }) => {
        // What comes after the last of them is not given up any more.
        if (done === total) return t`Taking it into your work…`;
        if (isEnding) return t`Ending…`;
        const [doneWords, totalWords] = [i18n.number(done), i18n.number(total)];
        return t`Taking statements: ${doneWords} of ${totalWords}`;
      },
    [t, i18n],
  );
}
