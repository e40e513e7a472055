import { Progress } from '@base-ui/react/progress';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useExporting } from './export-provider.tsx';
import { useExportFormats } from './use-export-formats.ts';

/** How far the running export has come, and the button that ends it; nothing where none is running. */
export function ExportProgress(): ReactNode {
  const { t, i18n } = useLingui();
  const { job, cancel } = useExporting();
  const { nameOf } = useExportFormats();
  if (!job) return null;
  const { done, total, isEnding } = job;
  const name = nameOf(job.format);
  const [doneWords, totalWords] = [i18n.number(done), i18n.number(total)];
  return (
    <div className="export-progress" data-testid="export-progress">
      <Progress.Root
        className="progress"
        value={total === 0 ? null : done}
        max={Math.max(total, 1)}
        aria-label={t`Export to ${name}`}
      >
        <Progress.Track className="progress-track">
          <Progress.Indicator className="progress-bar" />
        </Progress.Track>
      </Progress.Root>
      <span className="export-progress-words">
        {isEnding ? (
          <Trans>Ending…</Trans>
        ) : total === 0 ? (
          <Trans>Exporting to {name}…</Trans>
        ) : (
          <Trans>
            Exporting to {name}: {doneWords} of {totalWords}
          </Trans>
        )}
      </span>
      <button type="button" className="link-button" aria-disabled={isEnding} onClick={() => !isEnding && cancel()}>
        <Trans>Cancel the export</Trans>
      </button>
    </div>
  );
}
