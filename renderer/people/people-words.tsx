import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { formatList } from '../language/format-list.ts';
import { usePeople } from './use-people.tsx';

/** Whose a highlight is, where it is not one's own alone: who made it first, then who else had a part in it. */
export function PeopleWords({ highlight }: { readonly highlight: Pick<PlacedHighlight, 'people'> }): ReactNode {
  const { i18n } = useLingui();
  const { nameOf } = usePeople();
  if (!highlight.people) return null;
  const names = formatList(highlight.people.map(nameOf), i18n.locale, 'conjunction');
  return (
    <span className="people-words faint" data-testid="people">
      <Trans>by {names}</Trans>
    </span>
  );
}
