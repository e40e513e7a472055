import { Tabs } from '@base-ui/react/tabs';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { everyExcerpt } from '../core/excerpts/excerpt-filter.ts';
import type { TagFilter } from '../core/highlights/filter-by-tags.ts';
import type { SearchHit } from '../core/search/search-result.ts';
import type { Tag } from '../core/tags/tag.ts';
import type { Passage } from '../core/text/passage.ts';
import { AppCommands } from './commands/app-commands.tsx';
import { EmptyState } from './controls/empty-state.tsx';
import { loadLater, loadTheRest } from './controls/load-later.tsx';
import { ViewPanel } from './controls/view-panel.tsx';
import type { ExcerptsPlace } from './excerpts/excerpts-view.tsx';
import { ExchangePlaceProvider } from './exchange/exchange-place.tsx';
import { ImportProvider } from './exchange/import-provider.tsx';
import { SharedFolderProvider } from './exchange/shared-folder-provider.tsx';
import { ExportProvider } from './export/export-provider.tsx';
import { noTagFilter } from './highlights/tag-filter-control.tsx';
import { LibraryPane } from './library/library-pane.tsx';
import { useNavigation } from './navigation/use-navigation.tsx';
import type { View } from './navigation/visit.ts';
import { LibrarySide } from './panes/library-side.tsx';
import { paneStyle } from './panes/pane-style.ts';
import { usePanes } from './panes/use-panes.tsx';
import { PeopleProvider } from './people/use-people.tsx';
import { ReadingView } from './reader/reading-view.tsx';
import { SavedSearchList } from './search/saved-search-list.tsx';
import { SearchBox } from './search/search-box.tsx';
import { SearchResults } from './search/search-results.tsx';
import { useSearch } from './search/use-search.ts';
import { useSearchRequest } from './search/use-search-request.ts';
import { useAttest } from './state/use-attest.tsx';
import { whenWhole } from './state/when-whole.tsx';
import { Notices } from './status/notices.tsx';
import { StatusBar } from './status/status-bar.tsx';
import { useLeaveGuard } from './status/use-leave-guard.ts';
import { useMessageKeys } from './status/use-message-keys.ts';
import { TourPanel } from './tour/tour-panel.tsx';
import { useTour } from './tour/use-tour.tsx';

// What is read comes first; the other views are there by the time somebody looks for them.
const ExcerptsView = whenWhole(loadLater(async () => (await import('./excerpts/excerpts-view.tsx')).ExcerptsView));
const CatalogueView = loadLater(async () => (await import('./catalogue/catalogue-view.tsx')).CatalogueView);
const CodebookView = whenWhole(loadLater(async () => (await import('./codebook/codebook-view.tsx')).CodebookView));
const ExchangeView = loadLater(async () => (await import('./exchange/exchange-view.tsx')).ExchangeView);
const DossiersView = whenWhole(loadLater(async () => (await import('./dossiers/dossiers-view.tsx')).DossiersView));
const HistoryView = whenWhole(loadLater(async () => (await import('./history/history-view.tsx')).HistoryView));
const InsightView = whenWhole(loadLater(async () => (await import('./insight/insight-view.tsx')).InsightView));

/** The filter without tags that have been merged away or deleted since they were chosen. */
function withKnownTags<Filter extends TagFilter>(filter: Filter, tags: readonly Tag[]): Filter {
  const known = filter.tags.filter((id) => tags.some((tag) => tag.id === id));
  return known.length === filter.tags.length ? filter : { ...filter, tags: known };
}

/** The window: what there is to read on the left, the reading or the excerpts in the middle, what is marked on the right. */
export function App(): ReactNode {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const { panes, isFocused } = usePanes();
  const { here, amend, show, goTo, openStatement, openBeside, openHighlight, openDossier, showExcerpts, showHistory } =
    useNavigation();
  const { view, statement: open, goal, filter } = here;
  const searching = useSearchRequest();
  const { query, spellings } = searching.request;
  const [chosen, setChosen] = useState<SearchHit | null>(null);
  const [wantsBest, setWantsBest] = useState(false);
  const excerptsPlace = useRef<ExcerptsPlace | null>(null);
  const [tagFilter, setTagFilter] = useState(noTagFilter);
  const result = useSearch(searching.request);
  const { did } = useTour();
  useEffect(loadTheRest, []);
  useLeaveGuard();
  useMessageKeys();

  const openHit = useCallback(
    (hit: SearchHit) => {
      setChosen(hit);
      goTo({ kind: 'found', statement: hit.statement, passage: hit });
      did('search');
    },
    [goTo, did],
  );
  // Whoever types fast presses Enter before the hits are there: the best one opens when they are.
  useEffect(() => {
    if (!wantsBest || result?.query !== query) return;
    setWantsBest(false);
    if (result.hits[0]) openHit(result.hits[0]);
  }, [wantsBest, result, query, openHit]);
  const askFor = searching.ask;
  const ask = useCallback(
    (next: string): void => {
      askFor(next);
      setChosen(null);
      setWantsBest(false);
    },
    [askFor],
  );
  const showTagged = (tag: string): void => showExcerpts({ ...everyExcerpt, tags: [tag] });
  const readExtents = useCallback(() => call('readExtents', {}), [call]);
  const found = useMemo(() => {
    const inStatement = new Map<string, Passage[]>();
    for (const { statement, matches } of result?.hits ?? []) {
      inStatement.set(statement, [...(inStatement.get(statement) ?? []), ...matches]);
    }
    return inStatement;
  }, [result]);

  return (
    <ExportProvider>
      <PeopleProvider>
        <ExchangePlaceProvider>
          <SharedFolderProvider>
            <ImportProvider>
              <Tabs.Root
                className="app"
                style={paneStyle(panes)}
                data-library={panes.isLibraryHidden ? 'hidden' : 'shown'}
                data-focused={isFocused && view === 'library'}
                value={view}
                onValueChange={(next: View) => show(next)}
              >
                <AppCommands searching={searching} onAsk={ask} />
                <TourPanel />
                <LibrarySide
                  brand={
                    <>
                      <span className="brand-name">Attest</span>
                      <span className="faint" title={t`Belarus collection`}>
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
                      if (next === '' && goal?.kind === 'found') amend({ goal: null });
                    }}
                    onAsk={ask}
                    onSpellings={searching.setSpellings}
                    onEnter={() => setWantsBest(true)}
                  />
                  <Tabs.List className="tabs" aria-label={t`Views`}>
                    <Tabs.Tab className="tab" value="library">
                      <Trans>Library</Trans>
                    </Tabs.Tab>
                    <Tabs.Tab className="tab" value="catalogue">
                      <Trans>Catalogue</Trans>
                    </Tabs.Tab>
                    <Tabs.Tab className="tab" value="excerpts" data-tour-mark="export">
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
                    <Tabs.Tab className="tab" value="exchange">
                      <Trans>Exchange</Trans>
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
                        onOpenHighlight={openHighlight}
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
                          open={view === 'library' ? [open, here.beside].filter((id) => id !== null) : []}
                          onOpen={openStatement}
                          onOpenBeside={openBeside}
                          onTag={showTagged}
                        />
                      </>
                    )}
                  </div>
                </LibrarySide>
                <Notices />
                <ViewPanel value="library">
                  {open === null ? (
                    <EmptyState>
                      <Trans>
                        No statement of the collection can be read. The library says of each what is wrong; if they are
                        all missing, install Attest again. Your highlights are kept.
                      </Trans>
                    </EmptyState>
                  ) : (
                    <ReadingView
                      statement={open}
                      found={found}
                      spellings={spellings}
                      onSpellings={searching.setSpellings}
                      filter={withKnownTags(tagFilter, session.tags)}
                      onFilter={setTagFilter}
                    />
                  )}
                </ViewPanel>
                <ViewPanel className="catalogue-view" value="catalogue">
                  <CatalogueView onOpen={openStatement} />
                </ViewPanel>
                <ViewPanel value="excerpts">
                  <ExcerptsView
                    kept={excerptsPlace}
                    filter={withKnownTags(filter, session.tags)}
                    onFilter={(next) => amend({ filter: next })}
                    onOpen={openHighlight}
                  />
                </ViewPanel>
                <ViewPanel className="dossiers-view" value="dossiers">
                  <DossiersView
                    chosen={here.dossier}
                    onChoose={openDossier}
                    onOpen={openHighlight}
                    onShowExcerpts={() => show('excerpts')}
                  />
                </ViewPanel>
                <ViewPanel className="insight-view" value="insight">
                  <InsightView onShow={showExcerpts} onRead={openStatement} readExtents={readExtents} />
                </ViewPanel>
                <ViewPanel value="codebook">
                  <CodebookView />
                </ViewPanel>
                <ViewPanel className="exchange-view" value="exchange">
                  <ExchangeView />
                </ViewPanel>
                <ViewPanel className="history-view" value="history">
                  <HistoryView highlight={here.historyOf} onShowAll={() => showHistory(null)} onOpen={openHighlight} />
                </ViewPanel>
                <StatusBar />
              </Tabs.Root>
            </ImportProvider>
          </SharedFolderProvider>
        </ExchangePlaceProvider>
      </PeopleProvider>
    </ExportProvider>
  );
}
