import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import type { SavedSearch } from '../../core/workspace/saved-search.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { moveFocus } from '../controls/move-focus.ts';
import { shortenQuery } from './shorten-query.ts';
import { useSavedSearches } from './use-saved-searches.ts';

interface SavedSearchListProps {
  readonly onRun: (search: SavedSearch) => void;
}

/** The saved searches, to run and to remove; nothing where there is none. */
export function SavedSearchList({ onRun }: SavedSearchListProps): ReactNode {
  const { t } = useLingui();
  const { searches, forget } = useSavedSearches();
  const section = useRef<HTMLElement>(null);
  if (searches.length === 0) return null;
  const remove = (search: SavedSearch, at: number): void => {
    void forget(search).then(() => {
      // Its row goes with the button that had the focus: the next one takes it, else the search field.
      const rows = section.current?.querySelectorAll<HTMLElement>('.saved-search-run') ?? [];
      const next = rows[Math.min(at, rows.length - 1)] ?? document.querySelector<HTMLElement>('.search-field input');
      next?.focus();
    });
  };
  return (
    <section className="saved-searches" ref={section} aria-label={t`Saved searches`}>
      <h2 className="pane-label">
        <Trans>Saved searches</Trans>
      </h2>
      <ul className="saved-search-list" onKeyDown={(event) => moveFocus(section.current, '.saved-search-run', event)}>
        {searches.map((search, at) => (
          <li key={search.id} className="saved-search">
            <button
              type="button"
              className="saved-search-run"
              data-testid="saved-search"
              title={shortenQuery(search.query)}
              onClick={() => onRun(search)}
            >
              <span className="saved-search-name">{search.name}</span>
              {search.name === search.query ? null : (
                <span className="faint saved-search-name">{shortenQuery(search.query)}</span>
              )}
            </button>
            <IconButton name={t`Remove the saved search ${search.name}`} onClick={() => remove(search, at)}>
              ×
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
