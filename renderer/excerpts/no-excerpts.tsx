import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { EmptyState } from '../controls/empty-state.tsx';
import { ReadButton } from '../reader/read-button.tsx';

interface NoExcerptsProps {
  /** Takes all choices back; `null` where nothing is highlighted at all. */
  readonly onClear: (() => void) | null;
}

/** What stands in place of the excerpts where there are none, or none that fit the choices. */
export function NoExcerpts({ onClear }: NoExcerptsProps): ReactNode {
  if (!onClear) {
    return (
      <EmptyState actions={<ReadButton />}>
        <Trans>
          Nothing is highlighted yet. What you highlight in the statements is collected here, to be put in order, cited
          and exported.
        </Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      actions={
        <button type="button" className="button" onClick={onClear}>
          <Trans>Clear the choices</Trans>
        </button>
      }
    >
      <Trans>No highlight fits these choices. Take one of them back, or clear them all.</Trans>
    </EmptyState>
  );
}
