import { Tabs } from '@base-ui/react/tabs';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type ExcerptFilter, everyExcerpt } from '../core/excerpts/excerpt-filter.ts';
import type { TagFilter } from '../core/highlights/filter-by-tags.ts';
import type { PlacedHighlight } from '../core/highlights/highlight.ts';
import type { SearchHit } from '../core/search/search-result.ts';
import type { Tag } from '../core/tags/tag.ts';
import { CodebookView } from './codebook/codebook-view.tsx';
import { isTyping } from './controls/is-typing.ts';
import { DossiersView } from './dossiers/dossiers-view.tsx';
import { type ExcerptsPlace, ExcerptsView } from './excerpts/excerpts-view.tsx';
import { ExportProvider } from './export/export-provider.tsx';
import { noTagFilter } from './highlights/tag-filter-control.tsx';
import { useHighlightActions } from './highlights/use-highlight-actions.ts';
import { HistoryView } from './history/history-view.tsx';
import { InsightView } from './insight/insight-view.tsx';
import { LibraryPane } from './library/library-pane.tsx';
import { LibrarySide } from './panes/library-side.tsx';
import { paneStyle } from './panes/pane-style.ts';
import { usePanes } from './panes/use-panes.tsx';
import { ReadingView } from './reader/reading-view.tsx';
import { SavedSearchList } from './search/saved-search-list.tsx';
import { SearchBox } from './search/search-box.tsx';
import { SearchResults } from './search/search-results.tsx';
import { useSearch } from './search/use-search.ts';
import { useSearchRequest } from './search/use-search-request.ts';
import type { Goal } from './state/goal.ts';
import { useAttest } from './state/use-attest.tsx';
import { Notices } from './status/notices.tsx';
import { StatusBar } from './status/status-bar.tsx';
import { useLeaveGuard } from './status/use-leave-guard.ts';

type View = 'library' | 'excerpts' | 'dossiers' | 'insight' | 'codebook' | 'history';

/** Where the open statement is remembered, so that a reload of the window comes back to it. */
const openKey = 'attest.open';

/** The filter without tags that have been merged away or deleted since they were chosen. */
function withKnownTags<Filter extends TagFilter>(filter: Filter, tags: readonly Tag[]): Filter {
  const known = filter.tags.filter((id) => tags.some((tag) => tag.id === id));
  return known.length === filter.tags.length ? filter : { ...filter, tags: known };
}

function useUndoKeys(): void {
  const { undo, redo } = useHighlightActions();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isTyping(event) || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const action = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : null;
      if (!action) return;
      event.preventDefault();
      void action();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
}

/** The window: what there is to read on the left, the reading or the excerpts in the middle, what is marked on the right. */
export function App(): ReactNode {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const { panes } = usePanes();
  const [view, setView] = useState<View>('library');
  const searching = useSearchRequest();
  const { query, spellings } = searching.request;
  const [chosen, setChosen] = useState<SearchHit | null>(null);
  const [wantsBest, setWantsBest] = useState(false);
  const [goal, setGoal] = useState<Goal | null>(null);
  const excerptsPlace = useRef<ExcerptsPlace | null>(null);
  const [filter, setFilter] = useState<ExcerptFilter>(everyExcerpt);
  const [tagFilter, setTagFilter] = useState(noTagFilter);
  const [dossier, setDossier] = useState<string | null>(null);
  const [historyOf, setHistoryOf] = useState<string | null>(null);
  const firstReadable = session.statements.find(({ fixity }) => fixity === 'verified' || fixity === 'changed');
  const [open, setOpen] = useState<string | null>(() => {
    const last = sessionStorage.getItem(openKey);
    const isThere = session.statements.some(
      ({ id, fixity }) => id === last && (fixity === 'verified' || fixity === 'changed'),
    );
    return isThere ? last : (firstReadable?.id ?? null);
  });
  useEffect(() => {
    if (open !== null) sessionStorage.setItem(openKey, open);
  }, [open]);
  const result = useSearch(searching.request);
  useUndoKeys();
  useLeaveGuard();

  const openStatement = useCallback((statement: string) => {
    setView('library');
    setOpen(statement);
  }, []);
  const goTo = useCallback(
    (next: Goal) => {
      openStatement(next.statement);
      setGoal(next);
    },
    [openStatement],
  );
  const openHit = useCallback(
    (hit: SearchHit) => {
      setChosen(hit);
      goTo({ kind: 'found', statement: hit.statement, passage: hit });
    },
    [goTo],
  );
  // Whoever types fast presses Enter before the hits are there: the best one opens when they are.
  useEffect(() => {
    if (!wantsBest || result?.query !== query) return;
    setWantsBest(false);
    if (result.hits[0]) openHit(result.hits[0]);
  }, [wantsBest, result, query, openHit]);
  const openHighlight = (highlight: PlacedHighlight): void => {
    const { id, statement, anchor } = highlight;
    if (anchor.state === 'anchored') goTo({ kind: 'highlight', statement, passage: anchor, highlight: id });
    else openStatement(statement);
  };
  const openHighlightById = (id: string): void => {
    const highlight = session.highlights.find((candidate) => candidate.id === id);
    if (highlight) openHighlight(highlight);
  };
  const ask = (next: string): void => {
    searching.ask(next);
    setChosen(null);
    setWantsBest(false);
  };
  const showExcerpts = useCallback((next: ExcerptFilter): void => {
    setFilter(next);
    setView('excerpts');
  }, []);
  const showTagged = (tag: string): void => showExcerpts({ ...everyExcerpt, tags: [tag] });
  const readFromInsight = useCallback(
    (statement: string): void => {
      setGoal(null);
      openStatement(statement);
    },
    [openStatement],
  );
  const readExtents = useCallback(() => call('readExtents', {}), [call]);
  const found = useMemo(
    () => (result?.hits ?? []).filter(({ statement }) => statement === open).flatMap(({ matches }) => matches),
    [result, open],
  );

  return (
    <ExportProvider>
      <Tabs.Root
        className="app"
        style={paneStyle(panes)}
        data-library={panes.isLibraryHidden ? 'hidden' : 'shown'}
        value={view}
        onValueChange={(next: View) => setView(next)}
      >
        <LibrarySide
          brand={
            <>
              <span className="brand-name">Attest</span>
              <span className="faint">
                <Trans>Belarus collection</Trans>
              </span>
            </>
          }
        >
          <SearchBox
            query={query}
            spellings={spellings}
            onQuery={(next) => {
              searching.type(next);
              setChosen(null);
              setWantsBest(false);
              if (next === '') setGoal((last) => (last?.kind === 'found' ? null : last));
            }}
            onAsk={ask}
            onSpellings={searching.setSpellings}
            onEnter={() => setWantsBest(true)}
          />
          <Tabs.List className="tabs" aria-label={t`Views`}>
            <Tabs.Tab className="tab" value="library">
              <Trans>Library</Trans>
            </Tabs.Tab>
            <Tabs.Tab className="tab" value="excerpts">
              <Trans>Excerpts</Trans>
            </Tabs.Tab>
            <Tabs.Tab className="tab" value="dossiers">
              <Trans>Dossiers</Trans>
            </Tabs.Tab>
            <Tabs.Tab className="tab" value="insight">
              <Trans>Insight</Trans>
            </Tabs.Tab>
            <Tabs.Tab className="tab" value="codebook">
              <Trans>Codebook</Trans>
            </Tabs.Tab>
            <Tabs.Tab className="tab" value="history">
              <Trans>History</Trans>
            </Tabs.Tab>
          </Tabs.List>
          <div className="sidebar-scroll">
            {result ? (
              <SearchResults
                searching={{ ...searching, ask }}
                result={result}
                chosen={chosen}
                onChoose={openHit}
                onOpenHighlight={openHighlightById}
                onTag={showTagged}
              />
            ) : (
              <>
                <SavedSearchList
                  onRun={(saved) => {
                    searching.setSpellings(saved.spellings);
                    ask(saved.query);
                  }}
                />
                <LibraryPane
                  open={view === 'library' ? open : null}
                  onOpen={(statement) => {
                    setGoal(null);
                    openStatement(statement);
                  }}
                  onTag={showTagged}
                />
              </>
            )}
          </div>
        </LibrarySide>
        <Notices />
        <Tabs.Panel className="view" value="library">
          {open === null ? (
            <p className="empty">
              <Trans>No statement of the collection can be read. Install Attest again.</Trans>
            </p>
          ) : (
            <ReadingView
              key={open}
              statement={open}
              goal={goal}
              found={found}
              spellings={spellings}
              onSpellings={searching.setSpellings}
              filter={withKnownTags(tagFilter, session.tags)}
              onFilter={setTagFilter}
              onOpenHighlight={openHighlight}
              onHistory={(id) => {
                setHistoryOf(id);
                setView('history');
              }}
              onExport={() => showExcerpts({ ...everyExcerpt, statements: [open] })}
            />
          )}
        </Tabs.Panel>
        <Tabs.Panel className="view" value="excerpts">
          <ExcerptsView
            kept={excerptsPlace}
            filter={withKnownTags(filter, session.tags)}
            onFilter={setFilter}
            onOpen={openHighlightById}
          />
        </Tabs.Panel>
        <Tabs.Panel className="view dossiers-view" value="dossiers">
          <DossiersView
            chosen={dossier}
            onChoose={setDossier}
            onOpen={openHighlightById}
            onShowExcerpts={() => setView('excerpts')}
          />
        </Tabs.Panel>
        <Tabs.Panel className="view insight-view" value="insight">
          <InsightView onShow={showExcerpts} onRead={readFromInsight} readExtents={readExtents} />
        </Tabs.Panel>
        <Tabs.Panel className="view" value="codebook">
          <CodebookView />
        </Tabs.Panel>
        <Tabs.Panel className="view history-view" value="history">
          <HistoryView highlight={historyOf} onShowAll={() => setHistoryOf(null)} onOpen={openHighlightById} />
        </Tabs.Panel>
        <StatusBar />
      </Tabs.Root>
    </ExportProvider>
  );
}
