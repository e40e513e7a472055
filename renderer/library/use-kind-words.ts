import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { StatementKind } from '../../core/statements/catalogue.ts';

/** Words for what a statement is, as archives sort it. */
export function useKindWords(): (kind: StatementKind) => string {
  const { t } = useLingui();
  return useCallback(
    (kind) => {
      const words: Readonly<Record<StatementKind, string>> = {
        'press statement': t`press statement`,
        'joint statement': t`joint statement`,
        'news report': t`news report`,
        'press briefing transcript': t`press briefing transcript`,
        speech: t`speech`,
        report: t`report`,
        resolution: t`resolution`,
        law: t`law`,
        letter: t`letter`,
        testimony: t`testimony`,
        declaration: t`declaration`,
        'web page': t`web page`,
        other: t`something else`,
      };
      return words[kind];
    },
    [t],
  );
}
