import { Dialog } from '@base-ui/react/dialog';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useCallback, useRef } from 'react';
import { fail } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import { titleOf } from '../../core/statements/statement.ts';
import { DialogPopup } from '../controls/dialog-popup.tsx';
import { useFileDrops } from '../controls/use-file-drops.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';
import { listDropped } from './gather-dropped.ts';
import { givenFiles } from './given-file.ts';
import { useAdding } from './use-adding.ts';

const oneOnly = fail('invalid', say(/*i18n*/ 'A new version of a statement is one file: choose one.'));

interface VersionFormProps {
  readonly statement: string;
  readonly onClose: () => void;
}

function VersionForm({ statement, onClose }: VersionFormProps): ReactNode {
  const { session } = useAttest();
  const notify = useNotify();
  const { isBusy, choose, give, giveDropped } = useAdding();
  const field = useRef<HTMLInputElement>(null);
  const summary = session.statements.find(({ id }) => id === statement);
  const title = summary ? titleOf(summary) : '';
  const take = useCallback(
    (transfer: DataTransfer) => {
      const dropped = listDropped(transfer);
      if (dropped.length !== 1) {
        notify.fault(oneOnly.fault);
        return;
      }
      onClose();
      void giveDropped(dropped, statement);
    },
    [giveDropped, notify, onClose, statement],
  );
  const isOver = useFileDrops(take, 'dialog');
  return (
    <>
      <p className="import-lead">
        <Trans>
          Choose the file that has the newer text of “{title}”. Your highlights are carried over to it; where a passage
          is not the same any more, you are asked. The present version stays readable.
        </Trans>
      </p>
      <div className="drop-place" data-over={isOver} data-testid="version-place">
        <button
          type="button"
          className="button primary"
          aria-disabled={isBusy}
          onClick={() => {
            if (isBusy) return;
            if (session.host === 'browser') field.current?.click();
            else {
              onClose();
              void choose('files', statement);
            }
          }}
        >
          <Trans>Choose a file…</Trans>
        </button>
        <p className="faint">{isOver ? <Trans>Drop it here</Trans> : <Trans>or drop one here</Trans>}</p>
      </div>
      <input
        ref={field}
        type="file"
        hidden
        data-testid="version-file"
        onChange={({ target }) => {
          const files = givenFiles([...(target.files ?? [])]);
          if (files.length === 0) return;
          onClose();
          void give(files, statement);
        }}
      />
    </>
  );
}

interface NewVersionDialogProps {
  /** The statement that is to have a newer version, by its id; `null` while the dialog is closed. */
  readonly statement: string | null;
  readonly onClose: () => void;
}

/** Asks for the file that is a newer version of a statement: chosen, or dropped here. */
export function NewVersionDialog({ statement, onClose }: NewVersionDialogProps): ReactNode {
  return (
    <Dialog.Root open={statement !== null} onOpenChange={(willBeOpen) => !willBeOpen && onClose()}>
      <DialogPopup className="new-version" title={<Trans>New version</Trans>}>
        {statement === null ? null : <VersionForm statement={statement} onClose={onClose} />}
      </DialogPopup>
    </Dialog.Root>
  );
}
