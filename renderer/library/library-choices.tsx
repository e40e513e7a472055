import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ChoiceField } from '../export/choice-field.tsx';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { type LibraryOrder, useLibraryPlace } from './use-library-place.tsx';

/** With more statements than this the library can be filtered and put in another order, and scrolls by itself. */
export const mostWithoutChoices = 15;

interface LibraryChoicesProps {
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

/** Which statements the library lists and in which order; nothing of it where there are few statements and no sets. */
export function LibraryChoices({ typed, onTyped }: LibraryChoicesProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const { show } = useNavigation();
  const { set, chooseSet, order, chooseOrder } = useLibraryPlace();
  const isLarge = session.statements.length > mostWithoutChoices;
  const orders: readonly { value: LibraryOrder; name: string }[] = [
    { value: 'added', name: t`as added` },
    { value: 'title', name: t`title` },
    { value: 'date', name: t`date` },
  ];
  if (!isLarge && session.sets.length === 0) return null;
  return (
    <div className="library-choices">
      {isLarge ? (
        <input
          type="search"
          className="field"
          value={typed}
          aria-label={t`Words in title, publisher or people`}
          placeholder={t`Words in title, publisher or people`}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onTyped(event.target.value)}
        />
      ) : null}
      {session.sets.length > 0 ? (
        <ChoiceField
          label={t`Set`}
          value={set ?? ''}
          options={[
            { value: '', name: t`all statements` },
            ...session.sets.map(({ id, name }) => ({ value: id, name })),
          ]}
          onChange={(next) => chooseSet(next === '' ? null : next)}
        />
      ) : null}
      {isLarge ? <ChoiceField label={t`Order`} value={order} options={orders} onChange={chooseOrder} /> : null}
      <button type="button" className="link-button" onClick={() => show('catalogue')}>
        <Trans>Open the catalogue</Trans>
      </button>
    </div>
  );
}
