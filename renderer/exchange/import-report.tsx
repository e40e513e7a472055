import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { ImportSummary } from '../../core/exchange/exchange-shapes.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { useExportOutcome } from '../export/use-export-outcome.ts';
import { useAttest } from '../state/use-attest.tsx';
import { ReportLines } from './report-lines.tsx';

/** What was taken of a file as it stands, what changed on the way and what was refused, and the way to keep that as a file. */
export function ImportReport({ summary }: { readonly summary: ImportSummary }): ReactNode {
  const { call } = useAttest();
  const { t } = useLingui();
  const tell = useSentence();
  const report = useExportOutcome();
  const [isBusy, setBusy] = useState(false);
  const { token, lines, lineCounts } = summary;
  const { taken, changed, refused } = lineCounts;
  const all = taken + changed + refused;
  const save = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const saved = await call('saveImportReport', { token });
    setBusy(false);
    report(saved, (count) => t`${plural(count, { one: 'A report of # line', other: 'A report of # lines' })}`);
  };
  return (
    <section className="import-report" aria-labelledby="import-report-title">
      <h3 id="import-report-title" className="pane-title">
        <Trans>Report on the file</Trans>
      </h3>
      <ul className="import-counts import-report-counts">
        <li className={refused > 0 ? 'bad' : ''}>
          <Plural value={refused} _0="Nothing refused" one="# refused" other="# refused" />
        </li>
        <li>
          <Plural
            value={changed}
            _0="Nothing changed on the way"
            one="# changed on the way"
            other="# changed on the way"
          />
        </li>
        <li>
          <Plural value={taken} _0="Nothing as it stands" one="# as it stands" other="# as they stand" />
        </li>
      </ul>
      <ReportLines
        lines={lines.map((line) => ({ ...line, words: tell(line.sentence) }))}
        isFolded={refused + changed === 0}
      />
      {all > lines.length ? (
        <p className="pane-hint">
          <Trans>These are the first {lines.length}. The saved report has all of them.</Trans>
        </p>
      ) : null}
      <button type="button" className="button import-save" aria-busy={isBusy} onClick={() => void save()}>
        <Trans>Save the report…</Trans>
      </button>
    </section>
  );
}
