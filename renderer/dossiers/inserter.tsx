import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** What can be put between items. */
export type Insertion = 'heading' | 'text';

interface InserterProps {
  /** The place of the item that it stands before, from 1. */
  readonly place: number;
  /** Whether Tab comes here: only at the item that the keys are for. */
  readonly isReachable: boolean;
  /** Whether it is in sight all the time, and not only under the pointer. */
  readonly isOpen: boolean;
  readonly onInsert: (kind: Insertion) => void;
}

/** The thin line between two items, where a heading or a text can be put. */
export function Inserter({ place, isReachable, isOpen, onInsert }: InserterProps): ReactNode {
  const { t } = useLingui();
  const tabIndex = isReachable ? 0 : -1;
  return (
    <div className="inserter" data-open={isOpen}>
      <button
        type="button"
        className="inserter-button"
        tabIndex={tabIndex}
        aria-label={t`Add a heading at place ${place}`}
        onClick={() => onInsert('heading')}
      >
        <Trans>+ Heading</Trans>
      </button>
      <button
        type="button"
        className="inserter-button"
        tabIndex={tabIndex}
        aria-label={t`Add a text at place ${place}`}
        onClick={() => onInsert('text')}
      >
        <Trans>+ Text</Trans>
      </button>
    </div>
  );
}
