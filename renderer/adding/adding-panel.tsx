import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Adding } from '../../core/statements/adding.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { useExportOutcome } from '../export/use-export-outcome.ts';
import { useAttest } from '../state/use-attest.tsx';
import { AddingBar } from './adding-bar.tsx';
import { AddingReport } from './adding-report.tsx';
import { useAdding } from './use-adding.ts';
import { useAddingWords } from './use-adding-words.ts';

function Heading({ adding }: { readonly adding: Adding }): ReactNode {
  switch (adding.state) {
    case 'running':
      return <Trans>Adding statements</Trans>;
    case 'done':
      return <Trans>What was added</Trans>;
    case 'cancelled':
      return <Trans>What was added before you cancelled it</Trans>;
    case 'failed':
      return <Trans>What was added before it failed</Trans>;
  }
}

function Running({ adding }: { readonly adding: Adding }): ReactNode {
  const { cancel } = useAdding();
  const words = useAddingWords();
  const { current, secondsLeft, isContinued } = adding;
  return (
    <>
      {isContinued ? (
        <p className="pane-hint">
          <Trans>Attest goes on with what was broken off when it ended.</Trans>
        </p>
      ) : null}
      <AddingBar adding={adding} />
      <p className="adding-words">
        <span>{words.progress(adding)}</span>
        {secondsLeft === null ? null : <span className="faint">{words.timeLeft(secondsLeft)}</span>}
      </p>
      <p className="adding-current faint">
        <bdi>{current}</bdi>
      </p>
      <button type="button" className="button adding-button" data-testid="cancel-adding" onClick={cancel}>
        <Trans>Cancel</Trans>
      </button>
    </>
  );
}

function SaveReport({ job }: { readonly job: string }): ReactNode {
  const { call } = useAttest();
  const { t } = useLingui();
  const exported = useExportOutcome();
  const [isSaving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    if (isSaving) return;
    setSaving(true);
    const saved = await call('saveAddingReport', { job });
    setSaving(false);
    exported(saved, (count) => t`${plural(count, { one: 'A report of # line', other: 'A report of # lines' })}`);
  };
  return (
    <button type="button" className="button" aria-busy={isSaving} onClick={() => void save()}>
      <Trans>Save the report…</Trans>
    </button>
  );
}

/** What was given and could not be read, so that it is in no report. */
function Unread(): ReactNode {
  const { unread } = useAdding();
  const tell = useSentence();
  const words = useAddingWords();
  if (unread.length === 0) return null;
  return (
    <section className="adding-unread" data-testid="adding-unread">
      <h3 className="pane-label">
        <Trans>Passed over, since it could not be read</Trans>
      </h3>
      <ul className="report-lines">
        {unread.map(({ name, sentence }) => (
          <li key={name} className="report-line" data-outcome="refused">
            <span className="report-outcome">{words.outcome('refused')}</span>
            <div className="added-what">
              <bdi>{name}</bdi>
              <p>{tell(sentence)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How far the adding of statements is, with the way to end it; and when it is over, what came of each file. Nothing where there was none. */
export function AddingPanel(): ReactNode {
  const tell = useSentence();
  const { adding, unread, close, isPanelAsked, settlePanel, takeBack } = useAdding();
  const words = useAddingWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = adding !== null || unread.length > 0;
  const state = adding?.state;
  useEffect(() => {
    if (!isPanelAsked || !isThere) return;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
    settlePanel();
  }, [isPanelAsked, isThere, settlePanel]);
  const before = useRef(state);
  useEffect(() => {
    // Cancel is gone; whoever was there goes on with the report.
    if (before.current === 'running' && state !== undefined && document.activeElement === document.body) {
      heading.current?.focus();
    }
    before.current = state;
  }, [state]);
  if (!isThere) return null;
  const counts = adding ? words.counts(adding.counts) : [];
  return (
    <section className="adding-panel" aria-labelledby="adding-title" data-testid="adding-panel" data-state={state}>
      <header className="adding-head">
        <h2 ref={heading} id="adding-title" className="history-heading" tabIndex={-1}>
          {adding ? <Heading adding={adding} /> : <Trans>What was added</Trans>}
        </h2>
        {adding?.state === 'running' ? null : (
          <div className="row">
            {takeBack ? (
              <button
                type="button"
                className="button"
                onClick={() => {
                  takeBack.run();
                  heading.current?.focus();
                }}
              >
                {takeBack.label}
              </button>
            ) : null}
            {adding ? <SaveReport job={adding.job} /> : null}
            <button
              type="button"
              className="button"
              onClick={({ currentTarget }) => {
                const view = currentTarget.closest('.view') ?? document;
                close();
                view.querySelector<HTMLElement>('[data-add-statements]')?.focus();
              }}
            >
              <Trans>Close the report</Trans>
            </button>
          </div>
        )}
      </header>
      {adding?.fault ? <p className="bad">{tell(adding.fault)}</p> : null}
      {adding?.state === 'running' ? <Running adding={adding} /> : null}
      {adding && adding.state !== 'running' && adding.done === 0 ? (
        <p className="pane-hint">
          <Trans>Nothing was added.</Trans>
        </p>
      ) : null}
      {counts.length > 0 ? (
        <ul className="import-counts" data-testid="adding-counts">
          {counts.map((count) => (
            <li key={count}>{count}</li>
          ))}
        </ul>
      ) : null}
      <Unread />
      {adding && adding.state !== 'running' && adding.done > 0 ? (
        <AddingReport key={adding.job} adding={adding} />
      ) : null}
    </section>
  );
}
