import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';

interface SearchBoxProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Enter: open the best hit, as soon as there is one. */
  readonly onEnter: () => void;
}

/** The search over all statements. Ctrl+K comes here from anywhere; Arrow Down goes on to the hits; Escape empties it. */
export function SearchBox({ query, onQuery, onEnter }: SearchBoxProps): ReactNode {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      field.current?.select();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <search className="search-box">
      <input
        ref={field}
        className="field"
        type="search"
        spellCheck={false}
        value={query}
        placeholder={t`Search everything`}
        aria-label={t`Search all statements`}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onQuery('');
          if (event.key === 'Enter') onEnter();
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          document.querySelector<HTMLElement>('.hit')?.focus();
        }}
      />
      {query === '' ? (
        <span className="key" aria-hidden="true">
          <Trans>Ctrl K</Trans>
        </span>
      ) : null}
    </search>
  );
}
