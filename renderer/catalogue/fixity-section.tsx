import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { FixityCheck, FixityLine } from '../../core/statements/fixity-report.ts';
import { useAddingWords } from '../adding/use-adding-words.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useExportOutcome } from '../export/use-export-outcome.ts';
import { useMomentWords } from '../history/use-moment-words.ts';
import { FixityMark } from '../library/statement-item.tsx';
import { useAttest } from '../state/use-attest.tsx';

function FixityLineItem({ line }: { readonly line: FixityLine }): ReactNode {
  const { title, file, name, fixity } = line;
  return (
    <li className="fixity-line" data-testid="fixity-line">
      <FixityMark fixity={fixity} /> <bdi>{title}</bdi>
      <div className="faint">
        {file === 'original' ? <Trans>The imported file</Trans> : <Trans>The text made of it</Trans>} ·{' '}
        <bdi>{name}</bdi>
      </div>
    </li>
  );
}

/** What the last check has found, in a sentence; nothing while there was none. */
function FixityVerdict({ check }: { readonly check: FixityCheck }): ReactNode {
  const { i18n } = useLingui();
  const words = useMomentWords();
  const { state, done, total, begun, faults } = check;
  const [doneWords, totalWords] = [i18n.number(done), i18n.number(total)];
  if (state === 'none' || begun === null) {
    return (
      <p className="pane-hint">
        <Trans>Attest compares every file of the library with the SHA-256 that it was kept under.</Trans>
      </p>
    );
  }
  const [day, time] = [words.day(begun), words.time(begun)];
  return (
    <>
      <p className={faults > 0 ? 'bad' : 'good'} role={state === 'running' ? undefined : 'status'}>
        {faults > 0 ? (
          <Plural value={faults} one="# file is not as it was left." other="# files are not as they were left." />
        ) : state === 'done' ? (
          <Plural
            value={total}
            _0="There is no file to check."
            one="# file is as it was left."
            other={`${totalWords} files are as they were left.`}
          />
        ) : (
          <Trans>So far every file is as it was left.</Trans>
        )}
      </p>
      {state === 'cancelled' ? (
        <p className="pane-hint">
          <Trans>
            Cancelled after {doneWords} of {totalWords} files.
          </Trans>
        </p>
      ) : null}
      <p className="faint">
        <Trans>
          Last check: {day}, {time}
        </Trans>
      </p>
    </>
  );
}

/** Whether the files of the library are as they were left: the last check, what it found, and another one. */
export function FixitySection(): ReactNode {
  const { session, call } = useAttest();
  const { t, i18n } = useLingui();
  const notify = useNotify();
  const report = useExportOutcome();
  const { timeLeft } = useAddingWords();
  const [isSaving, setSaving] = useState(false);
  const { fixity: check } = session;
  const { state, done, total, secondsLeft, faults, lines } = check;
  const isRunning = state === 'running';
  const [doneWords, totalWords] = [i18n.number(done), i18n.number(total)];
  const progress = t`${doneWords} of ${totalWords} files`;
  const toggle = async (): Promise<void> => {
    const answer = await (isRunning ? call('cancelFixity', {}) : call('checkFixity', {}));
    if (!answer.ok) notify.fault(answer.fault);
  };
  const save = async (): Promise<void> => {
    if (isSaving) return;
    setSaving(true);
    const saved = await call('saveFixityReport', {});
    setSaving(false);
    report(saved, (count) => t`${plural(count, { one: 'A report of # line', other: 'A report of # lines' })}`);
  };
  return (
    <div className="fixity" data-testid="fixity" data-state={state}>
      <FixityVerdict check={check} />
      {isRunning ? (
        <div className="fixity-progress">
          <progress
            value={done}
            max={Math.max(total, 1)}
            aria-label={t`Check of the files`}
            aria-valuetext={progress}
          />
          <span className="faint">
            {progress}
            {secondsLeft === null ? null : ` · ${timeLeft(secondsLeft)}`}
          </span>
        </div>
      ) : null}
      {lines.length > 0 ? (
        <ul className="fixity-lines" aria-label={t`What is not as it was left`}>
          {lines.map((line) => (
            <FixityLineItem key={`${line.statement} ${line.file} ${line.version}`} line={line} />
          ))}
        </ul>
      ) : null}
      {faults > lines.length ? (
        <p className="pane-hint">
          <Trans>These are the first {lines.length}. The saved report has all of them.</Trans>
        </p>
      ) : null}
      <div className="files-actions">
        <button type="button" className="button" onClick={() => void toggle()}>
          {isRunning ? <Trans>Cancel</Trans> : <Trans>Check now</Trans>}
        </button>
        {state === 'done' || state === 'cancelled' ? (
          <button type="button" className="link-button" aria-busy={isSaving} onClick={() => void save()}>
            <Trans>Save the report…</Trans>
          </button>
        ) : null}
      </div>
    </div>
  );
}
