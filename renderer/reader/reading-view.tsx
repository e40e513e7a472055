import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo, useState } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { titleOf } from '../../core/statements/statement.ts';
import type { Passage } from '../../core/text/passage.ts';
import { HighlightPane } from '../highlights/highlight-pane.tsx';
import { useHighlightActions } from '../highlights/use-highlight-actions.ts';
import type { Goal } from '../state/goal.ts';
import { useAttest } from '../state/use-attest.tsx';
import { StatementReader } from './statement-reader.tsx';
import { useStatement } from './use-statement.ts';

interface ReadingViewProps {
  readonly statement: string;
  readonly goal: Goal | null;
  readonly found: readonly Passage[];
  readonly onOpenHighlight: (highlight: PlacedHighlight) => void;
  readonly onExport: () => void;
}

/** A statement and, beside it, the list of its highlights. */
export function ReadingView({ statement: id, goal, found, onOpenHighlight, onExport }: ReadingViewProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const actions = useHighlightActions();
  const loading = useStatement(id);
  const [active, setActive] = useState<string | null>(null);
  const highlights = useMemo(() => session.highlights.filter(({ statement }) => statement === id), [session, id]);
  const summary = session.statements.find((candidate) => candidate.id === id);
  return (
    <>
      <main className="reader">
        <header className="reader-bar">
          <span className="reader-bar-title">{summary ? titleOf(summary) : id}</span>
          <button
            type="button"
            className="link-button"
            disabled={session.undo.undo === null}
            title={t`Ctrl+Z`}
            onClick={() => void actions.undo()}
          >
            <Trans>Undo</Trans>
          </button>
          <button
            type="button"
            className="link-button"
            disabled={session.undo.redo === null}
            title={t`Ctrl+Shift+Z`}
            onClick={() => void actions.redo()}
          >
            <Trans>Redo</Trans>
          </button>
          <button type="button" className="link-button" onClick={onExport}>
            <Trans>Export</Trans>
          </button>
        </header>
        {loading && 'fault' in loading ? <p className="empty bad">{loading.fault.message}</p> : null}
        {loading && 'statement' in loading ? (
          <StatementReader
            key={id}
            statement={loading.statement}
            highlights={highlights}
            goal={goal}
            found={found}
            onActiveHighlight={setActive}
          />
        ) : null}
      </main>
      <HighlightPane highlights={highlights} active={active} onOpen={onOpenHighlight} />
    </>
  );
}
