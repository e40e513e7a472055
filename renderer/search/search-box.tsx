import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { SwitchField } from '../controls/switch-field.tsx';
import { LanguageSheet } from './language-sheet.tsx';

interface SearchBoxProps {
  readonly query: string;
  readonly spellings: boolean;
  readonly onQuery: (query: string) => void;
  /** A whole query, chosen and not typed. */
  readonly onAsk: (query: string) => void;
  readonly onSpellings: (spellings: boolean) => void;
  /** Enter: open the best hit, as soon as there is one. */
  readonly onEnter: () => void;
}

/**
 * The search over everything. Ctrl+K comes here from anywhere; Arrow Down goes on to the hits, or to the saved searches
 * while nothing is asked for; Escape empties it.
 */
export function SearchBox({ query, spellings, onQuery, onAsk, onSpellings, onEnter }: SearchBoxProps): ReactNode {
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
      <div className="search-field">
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
            document.querySelector<HTMLElement>('.hit, .saved-search-run')?.focus();
          }}
        />
        {query === '' ? (
          <span className="key" aria-hidden="true">
            <Trans>Ctrl K</Trans>
          </span>
        ) : null}
      </div>
      <div className="search-options">
        <SwitchField label={t`Other spellings of names`} isOn={spellings} onChange={onSpellings} />
        <LanguageSheet field={field} onExample={onAsk} />
      </div>
    </search>
  );
}
