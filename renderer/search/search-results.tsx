import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { SearchHit, SearchResult } from '../../core/search/search-result.ts';
import { titleOf } from '../../core/statements/statement.ts';
import { useAttest } from '../state/use-attest.tsx';

/** The text of a hit with its matching words marked: context, stretch, context, all untouched. */
function HitText({ hit }: { readonly hit: SearchHit }): ReactNode {
  const text = `${hit.before}${hit.exact}${hit.after}`;
  const origin = hit.start - hit.before.length;
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end } of hit.matches) {
    const [left, right] = [start - origin, end - origin];
    if (left < from || right > text.length) continue;
    parts.push(text.slice(from, left), <mark key={start}>{text.slice(left, right)}</mark>);
    from = right;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}

function moveFocus(list: HTMLElement | null, event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!list || step === undefined) return;
  event.preventDefault();
  const hits = [...list.querySelectorAll<HTMLElement>('.hit')];
  const at = hits.findIndex((hit) => hit.matches(':focus'));
  hits[Math.max(0, Math.min(hits.length - 1, at + step))]?.focus();
}

interface SearchResultsProps {
  readonly result: SearchResult;
  readonly chosen: SearchHit | null;
  readonly onChoose: (hit: SearchHit) => void;
}

/** The hits grouped by statement, best statement first. Arrow keys move between them, Enter opens one. */
export function SearchResults({ result, chosen, onChoose }: SearchResultsProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const list = useRef<HTMLDivElement>(null);
  const groups = [...new Set(result.hits.map(({ statement }) => statement))].map((id) => ({
    id,
    hits: result.hits.filter(({ statement }) => statement === id),
  }));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move the focus between the buttons inside
    <div className="search-results" ref={list} onKeyDown={(event) => moveFocus(list.current, event)}>
      <p className="pane-label" role="status">
        {result.total === 0 ? (
          <Trans>No statement holds “{result.query}”. Try fewer or shorter words.</Trans>
        ) : (
          <>
            <Plural value={result.total} one="# passage" other="# passages" />{' '}
            <Plural value={groups.length} one="in # statement" other="in # statements" />
          </>
        )}
      </p>
      {groups.map(({ id, hits }) => {
        const summary = session.statements.find((statement) => statement.id === id);
        return (
          <section key={id} className="hit-group" aria-label={summary ? titleOf(summary) : id}>
            <h3 className="hit-title">
              {summary ? titleOf(summary) : id} <span className="faint">{hits.length}</span>
            </h3>
            {hits.map((hit) => (
              <button
                key={hit.start}
                type="button"
                className="hit"
                aria-current={hit === chosen}
                data-testid="search-hit"
                onClick={() => onChoose(hit)}
              >
                <HitText hit={hit} />
                <span className="faint hit-place">
                  {hit.paragraph === null
                    ? hit.kind === 'heading'
                      ? t`heading`
                      : t`website text`
                    : t`¶ ${hit.paragraph}`}
                </span>
              </button>
            ))}
          </section>
        );
      })}
    </div>
  );
}
