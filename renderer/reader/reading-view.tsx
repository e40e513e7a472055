import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { filterByTags, type TagFilter } from '../../core/highlights/filter-by-tags.ts';
import type { StatementSummary } from '../../core/statements/statement.ts';
import { FindButton } from '../find/find-button.tsx';
import { HighlightPane } from '../highlights/highlight-pane.tsx';
import { HistoryControl } from '../history/history-control.tsx';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { HighlightsButton, HighlightsSide } from '../panes/highlights-side.tsx';
import { PaneSeparator } from '../panes/pane-separator.tsx';
import { usePanes } from '../panes/use-panes.tsx';
import { ReadingSettingsControl } from '../settings/reading-settings-control.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { FocusButton } from './focus-button.tsx';
import { ReaderColumn, type Reading } from './reader-column.tsx';
import { SplitButton } from './split-button.tsx';
import { useReadingCommands } from './use-reading-commands.ts';

interface ReadingViewProps extends Pick<Reading, 'found' | 'spellings' | 'onSpellings'> {
  readonly statement: string;
  readonly filter: TagFilter;
  readonly onFilter: (filter: TagFilter) => void;
}

/** The statement after `id` that can be read, or the first; `null` where there is no other. */
function nextTo(statements: readonly StatementSummary[], id: string): string | null {
  const readable = statements.filter(({ fixity }) => fixity === 'verified' || fixity === 'changed');
  const at = readable.findIndex((statement) => statement.id === id);
  const next = readable[at + 1] ?? readable[0];
  return next && next.id !== id ? next.id : null;
}

/** A statement, or two beside each other, and the list of the highlights of the one that is worked in. */
export function ReadingView(props: ReadingViewProps): ReactNode {
  const { statement, found, spellings, onSpellings, filter, onFilter } = props;
  const { session } = useAttest();
  const { panes, isFocused } = usePanes();
  const { t } = useLingui();
  const { here, lastOther, amend, closeColumn, openHighlight, showHistory } = useNavigation();
  const { beside } = here;
  const isBesideActive = here.isBesideActive && beside !== null;
  const highlightsButton = useRef<HTMLButtonElement>(null);
  const other = lastOther ?? nextTo(session.statements, statement);
  const second = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const [firstInSight, setFirstInSight] = useState<string | null>(null);
  const [reselecting, setReselecting] = useState<string | null>(null);
  const open = isBesideActive ? beside : statement;
  const own = useMemo(
    () => session.highlights.filter((highlight) => highlight.statement === open),
    [session.highlights, open],
  );
  const inReview = useMemo(() => own.filter(({ anchor }) => anchor.state !== 'anchored'), [own]);
  const passes = useMemo(() => filterByTags(filter, session.tags), [filter, session.tags]);
  const highlights = useMemo(
    () => own.filter((highlight) => highlight.anchor.state === 'anchored' && passes(highlight)),
    [own, passes],
  );
  const [wasSplit, setWasSplit] = useState(beside !== null);
  useEffect(() => {
    if (beside !== null) setWasSplit(true);
  }, [beside]);
  const onReselected = useCallback(() => setReselecting(null), []);
  const reading: Reading = {
    found,
    spellings,
    onSpellings,
    passes,
    reselecting: inReview.find(({ id }) => id === reselecting) ?? null,
    onReselected,
    onActiveHighlight: setActive,
    onFirstInSight: setFirstInSight,
  };
  const activate = (isBeside: boolean): void => {
    if (isBeside !== isBesideActive) amend({ isBesideActive: isBeside });
  };
  useReadingCommands(other);
  const controls = (
    <>
      <ReadingSettingsControl />
      {isFocused || beside !== null ? null : <HistoryControl />}
    </>
  );
  const last = (
    <>
      <FindButton />
      {beside === null ? <SplitButton other={other} /> : null}
      <FocusButton />
      {isFocused ? null : <HighlightsButton button={highlightsButton} />}
    </>
  );
  return (
    <div
      className="reading"
      data-highlights={panes.areHighlightsHidden || isFocused ? 'hidden' : 'shown'}
      data-split={beside !== null}
    >
      <main className="reading-main">
        <div className="columns">
          <ReaderColumn
            key={statement}
            statement={statement}
            reading={reading}
            isActive={!isBesideActive}
            takesFocus={wasSplit && beside === null}
            onActivate={() => activate(false)}
            onClose={beside === null ? null : () => closeColumn(false)}
          >
            {controls}
            {beside === null ? last : null}
          </ReaderColumn>
          {beside === null ? null : (
            <div className="second-column" ref={second}>
              <PaneSeparator
                size="besideWidth"
                label={t`Width of the second statement`}
                pane={second}
                onHide={() => closeColumn(true)}
              />
              <ReaderColumn
                key={beside}
                statement={beside}
                reading={reading}
                isActive={isBesideActive}
                takesFocus={isBesideActive}
                onActivate={() => activate(true)}
                onClose={() => closeColumn(true)}
              >
                {last}
              </ReaderColumn>
            </div>
          )}
        </div>
      </main>
      {isFocused ? null : (
        <HighlightsSide button={highlightsButton}>
          <HighlightPane
            highlights={highlights}
            inReview={inReview}
            filter={filter}
            onFilter={onFilter}
            hidden={own.length - inReview.length - highlights.length}
            active={active}
            firstInSight={firstInSight}
            reselecting={reselecting}
            onReselect={setReselecting}
            onOpen={({ id }) => openHighlight(id)}
            onHistory={showHistory}
          />
        </HighlightsSide>
      )}
    </div>
  );
}
