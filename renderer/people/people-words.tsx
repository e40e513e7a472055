import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { oneself, type PlacedHighlight } from '../../core/highlights/highlight.ts';
import { formatDate } from '../language/format-date.ts';
import { formatList } from '../language/format-list.ts';
import { usePeople } from './use-people.tsx';

interface PeopleWordsProps {
  readonly highlight: Pick<PlacedHighlight, 'people' | 'created'>;
  /** Whether it is also said when the highlight was made. */
  readonly hasDay?: boolean;
}

/** Whose a highlight is, where not all work is one's own: who made it first, then who else had a part in it. */
export function PeopleWords({ highlight, hasDay = false }: PeopleWordsProps): ReactNode {
  const { i18n } = useLingui();
  const { people, nameOf } = usePeople();
  if (people.length < 2 && !highlight.people) return null;
  const names = formatList((highlight.people ?? [oneself]).map(nameOf), i18n.locale, 'conjunction');
  const day = hasDay ? formatDate(new Date(highlight.created), i18n.locale, { dateStyle: 'long' }) : '';
  return (
    <span className="people-words faint" data-testid="people">
      {hasDay ? (
        <Trans>
          by {names}, made {day}
        </Trans>
      ) : (
        <Trans>by {names}</Trans>
      )}
    </span>
  );
}
