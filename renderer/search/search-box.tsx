import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import { KeyCaps } from '../commands/key-caps.tsx';
import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { SwitchField } from '../controls/switch-field.tsx';
import { usePanes } from '../panes/use-panes.tsx';
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
 * The search over everything. Ctrl+Shift+F or / comes here from anywhere; Arrow Down goes on to the hits, or to the saved searches
 * while nothing is asked for; Escape empties it.
 */
export function SearchBox({ query, spellings, onQuery, onAsk, onSpellings, onEnter }: SearchBoxProps): ReactNode {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const known = useKnownCommands();
  const { show, focus } = usePanes();
  useCommands([
    {
      ...known['go.search'],
      run: () => {
        // The field must be on the page before it can take the focus.
        flushSync(() => {
          show({ isLibraryHidden: false });
          focus(false);
        });
        field.current?.select();
      },
    },
  ]);
  return (
    <search className="search-box">
      <div className="search-field">
        <input
          autoComplete="off"
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
          <span className="search-key" aria-hidden="true">
            <KeyCaps keys="/" />
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
