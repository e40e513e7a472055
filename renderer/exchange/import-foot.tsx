import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useImporting } from './import-provider.tsx';
import type { OpenImport } from './import-state.ts';
import { TakingProgress } from './taking-progress.tsx';

/** Takes what is under review, or leaves it. */
export function ImportFoot({ open }: { readonly open: OpenImport }): ReactNode {
  const { take, giveUp, close } = useImporting();
  const { stage, summary, taking } = open;
  const isOver = stage === 'taken' || stage === 'unchanged' || summary.itemCount === 0;
  const isPast = taking !== null && (taking.isEnding || taking.done === taking.total);
  return (
    <footer className="import-foot">
      {isOver ? (
        <button type="button" className="button primary" onClick={close}>
          <Trans>Done</Trans>
        </button>
      ) : (
        <>
          {taking ? (
            <TakingProgress taking={taking} />
          ) : (
            <p className="faint">
              <Trans>It becomes one step in your history, which Undo takes back.</Trans>
            </p>
          )}
          {/* One button, so that whoever cancels stays where they are. */}
          <button
            type="button"
            className="button"
            disabled={stage === 'taking' && !taking}
            aria-disabled={taking ? isPast : undefined}
            onClick={taking ? () => !isPast && giveUp() : close}
          >
            {taking ? <Trans>Cancel</Trans> : <Trans>Leave it</Trans>}
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
