import { Trans } from '@lingui/react/macro';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { filterByTags, type TagFilter } from '../../core/highlights/filter-by-tags.ts';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { titleOf } from '../../core/statements/statement.ts';
import type { Passage } from '../../core/text/passage.ts';
import { HighlightPane } from '../highlights/highlight-pane.tsx';
import { HistoryControl } from '../history/history-control.tsx';
import { HighlightsButton, HighlightsSide } from '../panes/highlights-side.tsx';
import { usePanes } from '../panes/use-panes.tsx';
import { ReadingSettingsControl } from '../settings/reading-settings-control.tsx';
import type { Goal } from '../state/goal.ts';
import { useAttest } from '../state/use-attest.tsx';
import { StatementReader } from './statement-reader.tsx';
import { useStatement } from './use-statement.ts';

interface ReadingViewProps {
  readonly statement: string;
  readonly goal: Goal | null;
  readonly found: readonly Passage[];
  /** Whether other spellings of names are found too. */
  readonly spellings: boolean;
  readonly onSpellings: (spellings: boolean) => void;
  readonly filter: TagFilter;
  readonly onFilter: (filter: TagFilter) => void;
  readonly onOpenHighlight: (highlight: PlacedHighlight) => void;
  readonly onHistory: (highlight: string) => void;
  readonly onExport: () => void;
}

/** A statement and, beside it, the list of its highlights. */
export function ReadingView(props: ReadingViewProps): ReactNode {
  const { statement: id, goal, found, spellings, onSpellings } = props;
  const { filter, onFilter, onOpenHighlight, onHistory, onExport } = props;
  const { session } = useAttest();
  const { panes } = usePanes();
  const highlightsButton = useRef<HTMLButtonElement>(null);
  const loading = useStatement(id);
  const [active, setActive] = useState<string | null>(null);
  const [firstInSight, setFirstInSight] = useState<string | null>(null);
  const [reselecting, setReselecting] = useState<string | null>(null);
  const here = useMemo(() => session.highlights.filter(({ statement }) => statement === id), [session.highlights, id]);
  const inReview = useMemo(() => here.filter(({ anchor }) => anchor.state !== 'anchored'), [here]);
  const highlights = useMemo(() => {
    const passes = filterByTags(filter, session.tags);
    return here.filter((highlight) => highlight.anchor.state === 'anchored' && passes(highlight));
  }, [here, filter, session.tags]);
  const summary = session.statements.find((candidate) => candidate.id === id);
  return (
    <div className="reading" data-highlights={panes.areHighlightsHidden ? 'hidden' : 'shown'}>
      <main className="reader">
        <header className="reader-bar">
          <span className="reader-bar-title">{summary ? titleOf(summary) : id}</span>
          <ReadingSettingsControl />
          <HistoryControl />
          <button type="button" className="link-button" onClick={onExport}>
            <Trans>Export</Trans>
          </button>
          <HighlightsButton button={highlightsButton} />
        </header>
        {loading && 'fault' in loading ? <p className="empty bad">{loading.fault.message}</p> : null}
        {loading && 'statement' in loading ? (
          <StatementReader
            key={id}
            statement={loading.statement}
            highlights={highlights}
            goal={goal}
            found={found}
            spellings={spellings}
            onSpellings={onSpellings}
            reselecting={inReview.find((highlight) => highlight.id === reselecting) ?? null}
            onReselected={() => setReselecting(null)}
            onActiveHighlight={setActive}
            onFirstInSight={setFirstInSight}
          />
        ) : null}
      </main>
      <HighlightsSide button={highlightsButton}>
        <HighlightPane
          highlights={highlights}
          inReview={inReview}
          filter={filter}
          onFilter={onFilter}
          hidden={here.length - inReview.length - highlights.length}
          active={active}
          firstInSight={firstInSight}
          reselecting={reselecting}
          onReselect={setReselecting}
          onOpen={onOpenHighlight}
          onHistory={onHistory}
        />
      </HighlightsSide>
    </div>
  );
}
