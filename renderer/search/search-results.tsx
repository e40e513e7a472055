import { Trans } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { SearchHit, SearchResult } from '../../core/search/search-result.ts';
import { moveFocus } from '../controls/move-focus.ts';
import { NoteHits } from './note-hits.tsx';
import { ResultSummary } from './result-summary.tsx';
import { SaveSearch } from './save-search.tsx';
import { StatementHits } from './statement-hits.tsx';
import { TagAllHits } from './tag-all-hits.tsx';
import { TagHits } from './tag-hits.tsx';
import type { Searching } from './use-search-request.ts';

interface SearchResultsProps {
  readonly searching: Searching;
  readonly result: SearchResult;
  readonly chosen: SearchHit | null;
  readonly onChoose: (hit: SearchHit) => void;
  readonly onOpenHighlight: (highlight: string) => void;
  readonly onTag: (tag: string) => void;
}

/**
 * What was found: hits grouped by statement, best statement first, then notes and tags. Arrow keys move between them,
 * Enter opens one.
 */
export function SearchResults(props: SearchResultsProps): ReactNode {
  const { searching, result, chosen, onChoose, onOpenHighlight, onTag } = props;
  const { request, ask, setSpellings, settle, showMore } = searching;
  const list = useRef<HTMLDivElement>(null);
  const statements = [...new Set(result.hits.map(({ statement }) => statement))];
  const onKeyDown = (event: KeyboardEvent): void => moveFocus(list.current, '.hit', event);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move the focus between the buttons inside
    <div className="search-results" ref={list} onKeyDown={onKeyDown}>
      <ResultSummary
        result={result}
        query={request.query}
        spellings={request.spellings}
        onSpellings={setSpellings}
        onAsk={ask}
      />
      <div className="search-actions">
        <SaveSearch query={request.query} spellings={request.spellings} />
        {result.total > 0 ? <TagAllHits query={request.query} spellings={request.spellings} onOpen={settle} /> : null}
      </div>
      {statements.map((statement) => (
        <StatementHits
          key={statement}
          statement={statement}
          hits={result.hits.filter((hit) => hit.statement === statement)}
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
      {result.notes.length > 0 ? (
        <NoteHits hits={result.notes} total={result.noteTotal} onOpen={onOpenHighlight} />
      ) : null}
      {result.tags.length > 0 ? <TagHits hits={result.tags} onOpen={onTag} /> : null}
      {result.total > result.hits.length || result.noteTotal > result.notes.length ? (
        <button type="button" className="link-button search-more" onClick={showMore}>
          <Trans>Show more</Trans>
        </button>
      ) : null}
    </div>
  );
}
