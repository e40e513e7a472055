import { plural } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { CallInput } from '../../core/ipc-contract.ts';
import { useExportOutcome } from '../export/use-export-outcome.ts';
import { useAttest } from '../state/use-attest.tsx';

interface HistoryExportProps {
  /** The highlight whose history goes out; `null` for the whole. */
  readonly highlight: string | null;
  readonly isEmpty: boolean;
}

/** Writes the history, all of it and not only what is shown, to a file. */
export function HistoryExport({ highlight, isEmpty }: HistoryExportProps): ReactNode {
  const { call } = useAttest();
  const report = useExportOutcome();
  const [busy, setBusy] = useState(false);
  const run = async (format: CallInput<'exportHistory'>['format']): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const exported = await call('exportHistory', { highlight, format });
    setBusy(false);
    report(exported, (changes) => plural(changes, { one: '# change', other: '# changes' }));
  };
  return (
    <>
      <button type="button" className="link-button" disabled={isEmpty} onClick={() => void run('csv')}>
        <Trans>Export as CSV</Trans>
      </button>
      <button type="button" className="link-button" disabled={isEmpty} onClick={() => void run('json')}>
        <Trans>Export as JSON</Trans>
      </button>
    </>
  );
}
