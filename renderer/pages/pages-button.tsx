import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { usePanes } from '../panes/use-panes.tsx';

/** Shows the pages of a statement beside its text, or puts them away. */
export function PagesButton(): ReactNode {
  const { panes, show } = usePanes();
  return (
    <button
      type="button"
      className="link-button"
      data-pages-button
      aria-expanded={panes.arePagesShown}
      onClick={() => show({ arePagesShown: !panes.arePagesShown })}
    >
      {panes.arePagesShown ? <Trans>Hide the pages</Trans> : <Trans>Show the pages</Trans>}
    </button>
  );
}
