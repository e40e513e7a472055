import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { BackupPanel } from '../backups/backup-panel.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { ReadButton } from '../reader/read-button.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { HistoryExport } from './history-export.tsx';
import { HistoryList } from './history-list.tsx';
import { HistorySettings } from './history-settings.tsx';
import { UndoButtons } from './undo-buttons.tsx';
import { useHistory } from './use-history.ts';

interface HistoryViewProps {
  /** The highlight whose changes are shown; `null` for all changes. */
  readonly highlight: string | null;
  readonly onShowAll: () => void;
  readonly onOpen: (highlight: string) => void;
}

/** What was changed when and by whom, and beside it the backups. */
export function HistoryView({ highlight, onShowAll, onOpen }: HistoryViewProps): ReactNode {
  const { session } = useAttest();
  const history = useHistory(highlight);
  const heading = useRef<HTMLHeadingElement>(null);
  const shownBefore = useRef<string | null>(null);
  // Whoever chose a highlight, or came back from one, goes on from the heading: the button pressed is gone.
  useEffect(() => {
    if (highlight !== shownBefore.current) heading.current?.focus();
    shownBefore.current = highlight;
  }, [highlight]);
  const isThere = session.highlights.some(({ id }) => id === highlight);
  const newest = history?.entries.flatMap(({ highlights }) => highlights).find(({ id }) => id === highlight);
  const quote =
    session.highlights.find(({ id }) => id === highlight)?.selector.quote ?? (newest?.after ?? newest?.before)?.quote;
  return (
    <>
      <main className="reader">
        <header className="reader-bar">
          <h1 className="reader-bar-title">
            <Trans>History</Trans>
          </h1>
          <UndoButtons />
          <HistoryExport highlight={highlight} isEmpty={!history || history.entries.length === 0} />
        </header>
        <div className="excerpts-scroll">
          <div className="excerpts history">
            <h2 ref={heading} className="history-heading" tabIndex={-1}>
              {highlight === null ? <Trans>All changes</Trans> : <Trans>The changes of one highlight</Trans>}
            </h2>
            {highlight === null ? (
              <HistorySettings />
            ) : (
              <div className="history-filter">
                <q className="version-quote">{quote}</q>
                <div className="row">
                  <button type="button" className="button" onClick={onShowAll}>
                    <Trans>Show all changes</Trans>
                  </button>
                  {isThere ? (
                    <button type="button" className="button" onClick={() => onOpen(highlight)}>
                      <Trans>Go to the highlight</Trans>
                    </button>
                  ) : null}
                </div>
              </div>
            )}
            {history?.entries.length === 0 ? (
              <EmptyState actions={highlight === null ? <ReadButton /> : null}>
                {highlight === null ? (
                  <Trans>
                    Nothing has been changed yet. Every highlight, tag and note is listed here with its time, and can be
                    undone.
                  </Trans>
                ) : (
                  <Trans>
                    The history holds no change of this highlight: what is too old for the settings is gone.
                  </Trans>
                )}
              </EmptyState>
            ) : null}
            {history ? <HistoryList history={history} onOpen={onOpen} /> : null}
          </div>
        </div>
      </main>
      <BackupPanel onOpen={onOpen} />
    </>
  );
}
