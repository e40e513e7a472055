import { Dialog } from '@base-ui/react/dialog';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import type { ReportSelection } from '../../core/report/report-request.ts';
import { ExportForm } from './export-form.tsx';

interface ExportDialogProps {
  /** What to export; `null` while the dialog is closed. */
  readonly selection: ReportSelection | null;
  readonly onClose: () => void;
}

/**
 * How excerpts or a dossier go out, with a preview of exactly that. Enter exports at once. An export that is under way
 * goes on when the dialog is closed. Only inside `ExportProvider`.
 */
export function ExportDialog({ selection, onClose }: ExportDialogProps): ReactNode {
  const { t } = useLingui();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Dialog.Root open={selection !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog export-dialog" initialFocus={button}>
          <header className="dialog-head">
            <Dialog.Title className="dialog-title">
              <Trans>Export</Trans>
            </Dialog.Title>
            <Dialog.Close className="button icon" aria-label={t`Close`}>
              ×
            </Dialog.Close>
          </header>
          {selection ? <ExportForm selection={selection} button={button} onClose={onClose} /> : null}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
