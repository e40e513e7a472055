import { Dialog } from '@base-ui/react/dialog';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import type { ReleaseCheck } from '../../core/release.ts';
import { DialogPopup } from '../controls/dialog-popup.tsx';
import { useSentence } from '../controls/use-sentence.ts';
import { useAttest } from '../state/use-attest.tsx';
import { measureFiles } from './measure-files.ts';
import { ReleaseVerdict } from './release-verdict.tsx';

type Outcome = 'none' | 'checking' | { readonly problem: string } | { readonly check: ReleaseCheck };

interface UpdateDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What gets the focus back. */
  readonly opener: RefObject<HTMLButtonElement | null>;
}

/** Checks a new version of Attest that somebody has carried here, before it is installed by hand. */
export function UpdateDialog({ isOpen, onClose, opener }: UpdateDialogProps): ReactNode {
  const { call } = useAttest();
  const { t } = useLingui();
  const tell = useSentence();
  const input = useRef<HTMLInputElement | null>(null);
  const [outcome, setOutcome] = useState<Outcome>('none');
  const judge = async (files: readonly File[]): Promise<Outcome> => {
    const chosen = await measureFiles(files).catch(() => null);
    if (!chosen) return { problem: t`The files could not be read: choose them again.` };
    if (chosen.manifest === null) {
      return { problem: t`Choose one manifest, the file whose name begins with “attest-release”, and the installer.` };
    }
    const checked = await call('checkRelease', { manifest: chosen.manifest, files: [...chosen.others] });
    return checked.ok ? { check: checked.value } : { problem: tell(checked.fault) };
  };
  const look = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setOutcome('checking');
    setOutcome(await judge(files));
  };
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(willBeOpen) => {
        if (willBeOpen) return;
        setOutcome('none');
        onClose();
      }}
    >
      <DialogPopup className="update-dialog" title={<Trans>Check an update file</Trans>} finalFocus={opener}>
        <div className="update-words">
          <p>
            <Trans>
              Attest looks for no updates. If somebody has brought you a new version, check here that the makers of
              Attest signed it and that nobody has changed it since. Nothing is installed.
            </Trans>
          </p>
          <p>
            <Trans>
              Choose two files together: the installer, and the manifest that came with it, whose name begins with
              “attest-release”.
            </Trans>
          </p>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            data-testid="update-files"
            onChange={({ currentTarget }) => {
              const files = [...(currentTarget.files ?? [])];
              // The same files, mended, can be chosen again.
              currentTarget.value = '';
              void look(files);
            }}
          />
          <button
            type="button"
            className="button update-choose"
            disabled={outcome === 'checking'}
            onClick={() => input.current?.click()}
          >
            <Trans>Choose files…</Trans>
          </button>
          <div role="status" className="update-words" data-testid="update-verdict">
            {outcome === 'checking' ? <Trans>Checking…</Trans> : null}
            {typeof outcome === 'object' && 'problem' in outcome ? <p className="bad">{outcome.problem}</p> : null}
            {typeof outcome === 'object' && 'check' in outcome ? <ReleaseVerdict check={outcome.check} /> : null}
          </div>
        </div>
      </DialogPopup>
    </Dialog.Root>
  );
}
