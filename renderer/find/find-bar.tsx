import { Trans, useLingui } from '@lingui/react/macro';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { IconButton } from '../controls/icon-button.tsx';
import { SwitchField } from '../controls/switch-field.tsx';
import { useSentence } from '../controls/use-sentence.ts';
import type { Finding } from './use-find.ts';

interface FindBarProps {
  readonly finding: Finding;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly spellings: boolean;
  /** `null` where only the words themselves are found. */
  readonly onSpellings: ((spellings: boolean) => void) | null;
  readonly onClose: () => void;
}

/** Finds in the open statement. Enter and Shift+Enter go to the next match and the one before, Escape closes. */
export function FindBar({ finding, field, spellings, onSpellings, onClose }: FindBarProps): ReactNode {
  const { t } = useLingui();
  const tell = useSentence();
  const { query, found, at, setQuery, step } = finding;
  const count = found?.matches.length ?? 0;
  const place = at + 1;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // Escape also lets go of a marked passage; here it means this bar.
    event.stopPropagation();
    onClose();
  };
  return (
    <search className="find-bar" aria-label={t`Find in this statement`} onKeyDown={onKeyDown}>
      <input
        ref={field}
        className="field"
        type="text"
        spellCheck={false}
        autoComplete="off"
        value={query}
        placeholder={t`Find in this statement`}
        aria-label={t`Find in this statement`}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      <span className="find-count" role="status" data-testid="find-count">
        {found === null ? null : count === 0 ? (
          <Trans>No match</Trans>
        ) : (
          <Trans>
            {place} of {count}
          </Trans>
        )}
      </span>
      <span className="find-steps">
        <IconButton
          name={t`Previous match`}
          hint={t`Previous match (Shift+Enter)`}
          disabled={count === 0}
          onClick={() => step(-1)}
        >
          ↑
        </IconButton>
        <IconButton name={t`Next match`} hint={t`Next match (Enter)`} disabled={count === 0} onClick={() => step(1)}>
          ↓
        </IconButton>
      </span>
      {onSpellings ? <SwitchField label={t`Other spellings`} isOn={spellings} onChange={onSpellings} /> : null}
      <IconButton className="find-close" name={t`Close`} hint={t`Close (Escape)`} onClick={onClose}>
        ×
      </IconButton>
      {found && found.remarks.length > 0 ? <p className="search-remark">{found.remarks.map(tell).join(' ')}</p> : null}
    </search>
  );
}
