import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useImporting } from './import-provider.tsx';
import type { OpenImport } from './import-state.ts';

/** Takes what is under review, or leaves it. */
export function ImportFoot({ open }: { readonly open: OpenImport }): ReactNode {
  const { take, close } = useImporting();
  const { stage, summary } = open;
  const isOver = stage === 'taken' || stage === 'unchanged' || summary.itemCount === 0;
  return (
    <footer className="import-foot">
      {isOver ? (
        <button type="button" className="button primary" onClick={close}>
          <Trans>Done</Trans>
        </button>
      ) : (
        <>
          <p className="faint">
            <Trans>It becomes one step in your history, which Undo takes back.</Trans>
          </p>
          <button type="button" className="button" disabled={stage === 'taking'} onClick={close}>
            <Trans>Leave it</Trans>
          </button>
          <button
            type="button"
            className="button primary"
            aria-disabled={stage === 'taking'}
            aria-busy={stage === 'taking'}
            onClick={() => void take()}
          >
            <Trans>Take it</Trans>
          </button>
        </>
      )}
    </footer>
  );
}
