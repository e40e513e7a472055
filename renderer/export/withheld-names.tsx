import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Report } from '../../core/report/report.ts';
import { withheldNamesLimit } from '../../core/report/report-request.ts';
import { IconButton } from '../controls/icon-button.tsx';

/** The longest entry, as a report takes it, in UTF-16 units. */
const nameLimit = 500;

interface WithheldNamesProps {
  /** One row for each person; empty ones stand for nobody yet. */
  readonly names: readonly string[];
  readonly onNames: (names: readonly string[]) => void;
  /** The marks of the rows that are not empty, in order, as the preview found them; `null` until it is up to date. */
  readonly found: Report['withheld'] | null;
}

/** The people whose names are withheld, and how often each was found. */
export function WithheldNames({ names, onNames, found }: WithheldNamesProps): ReactNode {
  const { t } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  const focusRow = (at: number): void => {
    list.current?.querySelectorAll('input')[at]?.focus();
  };
  const add = (): void => {
    if (names.length >= withheldNamesLimit) return;
    // The field must be there before it can take the focus.
    flushSync(() => onNames([...names, '']));
    focusRow(names.length);
  };
  const asked = names.filter((name) => name.trim() !== '');
  return (
    <div className="withheld">
      <h4 className="form-field">
        <Trans>Names to withhold</Trans>
      </h4>
      <ul ref={list} className="withheld-list" aria-label={t`Names to withhold`}>
        {names.map((name, at) => {
          const rank = names.slice(0, at).filter((other) => other.trim() !== '').length;
          const hit = name.trim() === '' || found?.length !== asked.length ? undefined : found[rank];
          const row = at + 1;
          return (
            // A row is nothing but its place: what is typed into it is the value of the field.
            // biome-ignore lint/suspicious/noArrayIndexKey: the fields are controlled
            <li key={at} className="withheld-row">
              <input
                className="field"
                value={name}
                maxLength={nameLimit}
                autoComplete="off"
                spellCheck={false}
                aria-label={t`Name ${row}`}
                placeholder={t`Name; other name or spelling`}
                onChange={({ target }) => onNames(names.map((other, index) => (index === at ? target.value : other)))}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return;
                  event.preventDefault();
                  event.stopPropagation();
                  if (name.trim() !== '') add();
                }}
              />
              <IconButton
                name={t`Remove name ${row}`}
                onClick={() => {
                  flushSync(() => onNames(names.filter((_, index) => index !== at)));
                  focusRow(Math.max(0, at - 1));
                }}
              >
                ×
              </IconButton>
              {hit ? (
                <p className={hit.count === 0 ? 'bad withheld-count' : 'faint withheld-count'} role="status">
                  {hit.count === 0 ? (
                    <Trans>Not found in what is exported. Check the spelling.</Trans>
                  ) : (
                    <Plural value={hit.count} one={`${hit.mark}, once`} other={`${hit.mark}, # times`} />
                  )}
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
      <button type="button" className="link-button" onClick={add}>
        {names.length === 0 ? <Trans>Add a name</Trans> : <Trans>Add another name</Trans>}
      </button>
      {names.length === 0 ? null : (
        <p className="pane-hint">
          <Trans>
            One person a row, other names after “;”. Known spellings are found too. Attest forgets these names when it
            is closed and writes them nowhere.
          </Trans>
        </p>
      )}
    </div>
  );
}
