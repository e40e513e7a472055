import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { CallOutput } from '../../core/ipc-contract.ts';
import type { Result } from '../../core/result.ts';
import { useNotify } from '../controls/use-notify.ts';

/** Starts the browser edition's download. The link is good once. */
function download(url: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}

/** What to do when an export has ended: fetches it where it is a download, and says where it went or why it failed. */
export function useExportOutcome(): (
  exported: Result<CallOutput<'exportExcerpts'>>,
  wordCount: (count: number) => string,
) => void {
  const { t } = useLingui();
  const notify = useNotify();
  return useCallback(
    (exported, wordCount) => {
      if (!exported.ok) {
        notify.fault(exported.fault);
        return;
      }
      const result = exported.value;
      if (result.outcome === 'cancelled') return;
      const what = wordCount(result.count);
      if (result.outcome === 'download') {
        download(result.url, result.fileName);
        notify.done(t`${what} exported to ${result.fileName}, in your downloads.`);
      } else {
        notify.done(t`${what} exported to ${result.location}.`);
      }
    },
    [t, notify],
  );
}
