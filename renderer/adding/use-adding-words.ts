import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { AddedOutcome, Adding } from '../../core/statements/adding.ts';

const secondsInMinute = 60;

/** What is said of an adding. */
export interface AddingWords {
  /** One of the counts. */
  readonly count: (outcome: AddedOutcome, count: number) => string;
  /** All of the counts that are not 0; empty where all are. */
  readonly counts: (counts: Adding['counts']) => readonly string[];
  readonly outcome: (outcome: AddedOutcome) => string;
  /** How far it is. */
  readonly progress: (adding: Pick<Adding, 'done' | 'total'>) => string;
  readonly timeLeft: (seconds: number) => string;
}

const outcomes: readonly AddedOutcome[] = ['added', 'updated', 'known', 'refused'];

/** Words for an adding in the language of the interface. */
export function useAddingWords(): AddingWords {
  const { t, i18n } = useLingui();
  return useMemo(() => {
    const count: AddingWords['count'] = (outcome, number) => {
      switch (outcome) {
        case 'added':
          return t`${plural(number, { one: '# statement added', other: '# statements added' })}`;
        case 'updated':
          return t`${plural(number, { one: '# new version', other: '# new versions' })}`;
        case 'known':
          return t`${plural(number, { one: '# there already', other: '# there already' })}`;
        case 'refused':
          return t`${plural(number, { one: '# refused', other: '# refused' })}`;
      }
    };
    return {
      count,
      counts: (counts) => outcomes.filter((outcome) => counts[outcome] > 0).map((one) => count(one, counts[one])),
      outcome: (outcome) => {
        switch (outcome) {
          case 'added':
            return t`Added`;
          case 'updated':
            return t`New version`;
          case 'known':
            return t`There already`;
          case 'refused':
            return t`Refused`;
        }
      },
      progress: ({ done, total }) => {
        if (total === null) return t`Looking for files…`;
        const [doneWords, totalWords] = [i18n.number(done), i18n.number(total)];
        return t`Adding ${doneWords} of ${totalWords}`;
      },
      timeLeft: (seconds) => {
        const minutes = Math.round(seconds / secondsInMinute);
        return minutes < 1
          ? t`Less than a minute left`
          : t`${plural(minutes, { one: 'About # minute left', other: 'About # minutes left' })}`;
      },
    };
  }, [t, i18n]);
}
