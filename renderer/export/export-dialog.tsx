import { Dialog } from '@base-ui/react/dialog';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ReportSelection } from '../../core/report/report-request.ts';
import { DialogPopup } from '../controls/dialog-popup.tsx';
import { useTour } from '../tour/use-tour.tsx';
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
  const button = useRef<HTMLButtonElement>(null);
  const { did } = useTour();
  const isOpen = selection !== null;
  useEffect(() => {
    if (isOpen) did('export');
  }, [isOpen, did]);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(willBeOpen) => !willBeOpen && onClose()}>
      <DialogPopup className="export-dialog" initialFocus={() => button.current} title={<Trans>Export</Trans>}>
        {selection ? <ExportForm selection={selection} button={button} onClose={onClose} /> : null}
      </DialogPopup>
    </Dialog.Root>
  );
}
