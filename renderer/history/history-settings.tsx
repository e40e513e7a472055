import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Settings } from '../../core/workspace/settings.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';

/** The periods that can be chosen, in days. */
const year = 365;
const periods = [year, 90, 30];

/** The longest name, as the settings take it, in UTF-16 units. */
const nameLimit = 200;

/** Whose name stands in the history, and for how long it keeps a change. */
export function HistorySettings(): ReactNode {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const announce = useAnnounce();
  const { settings } = session;
  const [name, setName] = useState(settings.name);
  const [shorter, setShorter] = useState<number | null>(null);
  const period = useRef<HTMLSelectElement>(null);
  useEffect(() => setName(settings.name), [settings.name]);
  const wordPeriod = (days: number | null): string =>
    days === null ? t`for ever` : days === year ? t`1 year` : plural(days, { one: '# day', other: '# days' });
  const change = async (edit: Partial<Settings>): Promise<void> => {
    const changed = await call('changeSettings', edit);
    if (!changed.ok) notify.fault(changed.fault);
    else announce(t`Settings kept`);
  };
  const keepName = (): void => {
    if (name.trim() !== settings.name) void change({ name });
    else setName(settings.name);
  };
  const settle = (): void => {
    setShorter(null);
    // The buttons go: the focus returns to the choice they belong to.
    period.current?.focus();
  };
  const own = settings.historyDays === null || periods.includes(settings.historyDays) ? [] : [settings.historyDays];
  return (
    <details className="history-settings">
      <summary>
        <Trans>Settings</Trans>{' '}
        <span className="faint">
          {settings.name === '' ? (
            <Trans>nobody is named, kept {wordPeriod(settings.historyDays)}</Trans>
          ) : (
            <Trans>
              named {settings.name}, kept {wordPeriod(settings.historyDays)}
            </Trans>
          )}
        </span>
      </summary>
      <form
        className="history-fields"
        onSubmit={(event) => {
          event.preventDefault();
          keepName();
        }}
      >
        <label className="form-field" htmlFor="history-name">
          <Trans>Your name in the history</Trans>
          <input
            autoComplete="off"
            id="history-name"
            className="field"
            value={name}
            maxLength={nameLimit}
            aria-describedby="history-name-hint"
            onChange={(event) => setName(event.target.value)}
            onBlur={keepName}
          />
        </label>
        <label className="form-field" htmlFor="history-period">
          <Trans>Keep the history</Trans>
          <select
            autoComplete="off"
            id="history-period"
            ref={period}
            className="field"
            value={shorter ?? settings.historyDays ?? ''}
            onChange={(event) => {
              const days = event.target.value === '' ? null : Number(event.target.value);
              const forgets = days !== null && (settings.historyDays === null || days < settings.historyDays);
              setShorter(forgets ? days : null);
              if (!forgets && days !== settings.historyDays) void change({ historyDays: days });
            }}
          >
            <option value="">{wordPeriod(null)}</option>
            {[...periods, ...own]
              .sort((a, b) => b - a)
              .map((days) => (
                <option key={days} value={days}>
                  {wordPeriod(days)}
                </option>
              ))}
          </select>
        </label>
        <p id="history-name-hint" className="pane-hint history-wide">
          <Trans>Leave the name empty and the history says when and what, but not who.</Trans>
        </p>
      </form>
      {shorter === null ? null : (
        <div className="change-preview" role="status">
          <p>
            <Trans>
              What was changed more than {wordPeriod(shorter)} ago is forgotten for good. Attest does so when it is
              closed, and keeps what its two newest backups need. Highlights and tags stay.
            </Trans>
          </p>
          <div className="row">
            <button
              type="button"
              className="button primary"
              onClick={() => {
                void change({ historyDays: shorter });
                settle();
              }}
            >
              <Trans>Keep {wordPeriod(shorter)} only</Trans>
            </button>
            <button type="button" className="button" onClick={settle}>
              <Trans>Cancel</Trans>
            </button>
          </div>
        </div>
      )}
    </details>
  );
}
