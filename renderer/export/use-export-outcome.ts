import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { Exported } from '../../core/outcomes.ts';
import type { Result } from '../../core/result.ts';
import { useNotify } from '../controls/use-notify.ts';
import { printPage } from './print-page.ts';

/** Starts a download of the browser edition. The link is good once. */
function download({ url, fileName }: { readonly url: string; readonly fileName: string }): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}

/** What to do when an export has ended: fetches or prints it where that is the browser's part, and says where it went. */
export function useExportOutcome(): (exported: Result<Exported>, wordCount: (count: number) => string) => void {
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
      if (result.outcome === 'saved') {
        notify.done(t`${what} exported to ${result.location}.`);
        return;
      }
      for (const file of result.files) download(file);
      const names = result.files.map(({ fileName }) => fileName).join(', ');
      if (result.outcome === 'download') {
        notify.done(t`${what} exported to ${names}, in your downloads.`);
        return;
      }
      notify.done(
        names === ''
          ? t`Your browser asks now where to print ${what}: choose “Save as PDF”.`
          : t`Your browser asks now where to print ${what}: choose “Save as PDF”. ${names} is in your downloads.`,
      );
      printPage(result.url);
    },
    [t, notify],
  );
}
