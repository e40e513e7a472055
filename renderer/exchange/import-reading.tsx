import { Progress } from '@base-ui/react/progress';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';
import { useImporting } from './import-provider.tsx';
import type { ReadingFile } from './import-state.ts';

/** That a file is being read, and the button that ends it. */
export function ImportReading({ reading }: { readonly reading: ReadingFile }): ReactNode {
  const { t } = useLingui();
  const { cancel } = useImporting();
  const button = useFocusOnMount<HTMLButtonElement>();
  const { fileName, isEnding } = reading;
  return (
    <div className="import-reading" data-testid="import-reading">
      <p role="status">
        {isEnding ? (
          <Trans>Ending…</Trans>
        ) : fileName === null ? (
          <Trans>Reading the file that you choose…</Trans>
        ) : (
          <Trans>Reading {fileName}…</Trans>
        )}
      </p>
      <Progress.Root className="progress" value={null} aria-label={t`Reading the file`}>
        <Progress.Track className="progress-track">
          <Progress.Indicator className="progress-bar" />
        </Progress.Track>
      </Progress.Root>
      <button
        ref={button}
        type="button"
        className="button"
        aria-disabled={isEnding}
        onClick={() => !isEnding && cancel()}
      >
        <Trans>Cancel</Trans>
      </button>
    </div>
  );
}
