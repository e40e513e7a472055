import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import type { SearchResult } from '../../core/search/search-result.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { shortenQuery } from './shorten-query.ts';

/** What makes a query more than words, so that its user wants to see what it was taken for. */
const operator = /["“”„«»|*:()]|(?:^|\s)[-−–]\S|\b(?:OR|NOT|AND|NEAR)\b/u;

interface CountProps {
  readonly result: SearchResult;
}

/** How many passages there are, in how many statements; or that there is none. */
function PassageCount({ result }: CountProps): ReactNode {
  const { total, hits, noteTotal, tags, query } = result;
  const statements = new Set(hits.map(({ statement }) => statement)).size;
  if (total === 0 && noteTotal + tags.length > 0) return <Trans>No passage in a statement</Trans>;
  if (total === 0 && operator.test(query)) return <Trans>Nothing fits this search.</Trans>;
  if (total === 0) return <Trans>No statement holds “{shortenQuery(query)}”.</Trans>;
  if (total > hits.length) {
    return (
      <>
        <span className="nowrap">
          <Plural value={total} one="# passage" other="# passages" />,
        </span>{' '}
        <Trans>the best {hits.length} shown</Trans>
      </>
    );
  }
  return (
    <>
      <span className="nowrap">
        <Plural value={total} one="# passage" other="# passages" />
      </span>{' '}
      <span className="nowrap">
        <Plural value={statements} one="in # statement" other="in # statements" />
      </span>
    </>
  );
}

interface ElsewhereProps {
  readonly noteTotal: number;
  readonly tagTotal: number;
}

/** What was found beside passages, which comes after them: a press goes there. */
function Elsewhere({ noteTotal, tagTotal }: ElsewhereProps): ReactNode {
  const goTo = (kind: string): void => document.querySelector<HTMLElement>(`[data-testid="${kind}"]`)?.focus();
  return (
    <p className="search-elsewhere">
      {noteTotal > 0 ? (
        <button type="button" className="link-button" onClick={() => goTo('note-hit')}>
          <Plural value={noteTotal} one="# note" other="# notes" />
        </button>
      ) : null}
      {tagTotal > 0 ? (
        <button type="button" className="link-button" onClick={() => goTo('tag-hit')}>
          <Plural value={tagTotal} one="# tag" other="# tags" />
        </button>
      ) : null}
    </p>
  );
}

interface NothingFoundProps {
  readonly query: string;
  readonly spellings: boolean;
  readonly onSpellings: (spellings: boolean) => void;
  /** Searches for another query; an empty one ends the search. */
  readonly onAsk: (query: string) => void;
}

/** What to do where nothing at all was found. */
function NothingFound({ query, spellings, onSpellings, onAsk }: NothingFoundProps): ReactNode {
  return (
    <div className="search-advice">
      <p>
        {operator.test(query) ? (
          <Trans>Try fewer words, or leave out a condition. Press ? to see what a search may hold.</Trans>
        ) : (
          <Trans>Try fewer or shorter words, or the beginning of one with a star: detain*</Trans>
        )}
      </p>
      {spellings ? null : (
        <button type="button" className="link-button" onClick={() => onSpellings(true)}>
          <Trans>Find other spellings of names too</Trans>
        </button>
      )}
      <button type="button" className="link-button" onClick={() => onAsk('')}>
        <Trans>Clear the search</Trans>
      </button>
    </div>
  );
}

interface ResultSummaryProps extends NothingFoundProps {
  readonly result: SearchResult;
}

/** What was found, what the query was taken for, and what else may have been meant. */
export function ResultSummary({ result, query, spellings, onSpellings, onAsk }: ResultSummaryProps): ReactNode {
  const { t } = useLingui();
  const tell = useSentence();
  const { total, noteTotal, tags, understood, remarks, suggestions, building } = result;
  const isEmpty = total + noteTotal + tags.length === 0;
  const hasMeaning = remarks.length > 0 || operator.test(result.query);
  return (
    <div className="search-summary">
      <p className="pane-label" role="status">
        <PassageCount result={result} />
      </p>
      {total > 0 && noteTotal + tags.length > 0 ? <Elsewhere noteTotal={noteTotal} tagTotal={tags.length} /> : null}
      {hasMeaning ? (
        <p className="search-meaning" data-testid="understood">
          {tell(understood)}
        </p>
      ) : null}
      {remarks.map(tell).map((remark) => (
        <p key={remark} className="search-remark" data-testid="remark">
          {remark}
        </p>
      ))}
      {suggestions.length > 0 ? (
        <p className="search-suggestions" role="status">
          <Trans>Did you mean</Trans>{' '}
          {suggestions.map((suggestion, at) => (
            <Fragment key={suggestion}>
              {at === 0 ? null : (
                <>
                  {' '}
                  <Trans>or</Trans>{' '}
                </>
              )}
              <button type="button" className="link-button" onClick={() => onAsk(suggestion)}>
                {shortenQuery(suggestion)}
              </button>
            </Fragment>
          ))}
          ?
        </p>
      ) : null}
      {building ? (
        <div className="search-building" role="status">
          <p>
            <Trans>
              Indexing {building.done} of {plural(building.total, { one: '# statement', other: '# statements' })}… What
              is found so far is shown.
            </Trans>
          </p>
          <progress value={building.done} max={building.total} aria-label={t`Indexing`} />
        </div>
      ) : null}
      {isEmpty && !building ? (
        <NothingFound query={query} spellings={spellings} onSpellings={onSpellings} onAsk={onAsk} />
      ) : null}
    </div>
  );
}
