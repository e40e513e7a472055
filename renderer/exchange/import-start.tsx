import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useImporting } from './import-provider.tsx';

interface ImportStartProps {
  /** Whether a file is held over the window. */
  readonly isOver: boolean;
}

/** The way in for a file: a button, and where the reader takes files that are dropped, a place for them. */
export function ImportStart({ isOver }: ImportStartProps): ReactNode {
  const { takesDrops, choose } = useImporting();
  return (
    <section className="import-start" aria-labelledby="import-title">
      <h2 id="import-title" className="history-heading">
        <Trans>Import work</Trans>
      </h2>
      <p className="import-lead">
        <Trans>
          Take in what a colleague has sent you, or what you made with another program. You see first what is in it, and
          nothing changes before you say so.
        </Trans>
      </p>
      <div className="drop-place" data-over={isOver} data-testid="drop-place">
        <button type="button" className="button primary" data-import-button onClick={choose}>
          <Trans>Choose a file…</Trans>
        </button>
        {takesDrops ? (
          <p className="faint">{isOver ? <Trans>Drop it here</Trans> : <Trans>or drop one here</Trans>}</p>
        ) : null}
      </div>
      <p className="pane-hint">
        <Trans>
          Attest reads archives of Attest (.attest), Web Annotations (.jsonld), REFI-QDA projects and codebooks of
          NVivo, ATLAS.ti, MAXQDA and QualCoder (.qdpx, .qdc), Taguette projects (.sqlite3) and codebooks as tables
          (.csv).
        </Trans>
      </p>
    </section>
  );
}
