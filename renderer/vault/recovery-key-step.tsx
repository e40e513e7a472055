import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';
import { useNotify } from '../controls/use-notify.ts';
import { printRecoveryKey, removePaper } from './print-recovery-key.ts';

interface RecoveryKeyStepProps {
  readonly recoveryKey: string;
  /** Files in the workspace's folder that are not its own, and were left as they are. */
  readonly left: readonly string[];
  /** Whether there is another one, which holds until this one is said to be kept. */
  readonly isProposed: boolean;
  readonly isBusy: boolean;
  /** Why it could not be noted that it is kept, in words. */
  readonly refusal: string | null;
  readonly onKept: () => void;
  /** Leaves the other one as it is. */
  readonly onBack: () => void;
}

/** The recovery key, shown this once: to be printed or copied, and said to be kept before anything else can be done. */
export function RecoveryKeyStep(props: RecoveryKeyStepProps): ReactNode {
  const { recoveryKey, left, isProposed, isBusy, refusal, onKept, onBack } = props;
  const { t } = useLingui();
  const notify = useNotify();
  const hint = useId();
  const first = useFocusOnMount<HTMLButtonElement>();
  const [isKept, setKept] = useState(false);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => removePaper, []);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(recoveryKey);
      setCopied(true);
    } catch (fault) {
      if (!(fault instanceof DOMException)) throw fault;
      notify.fault({ code: 'internal', message: t`The system did not take the key: write it down, or print it.` });
    }
  };
  const printIt = (): void =>
    printRecoveryKey({
      title: t`Attest: recovery key`,
      key: recoveryKey,
      hint: t`It opens the workspace without the passphrase. Keep it where nobody finds both it and the computer.`,
    });
  return (
    <div className="vault-part">
      <p id={hint}>
        <Trans>
          If you forget the passphrase, only this key opens the workspace. It is shown now and never again. Keep it on
          paper, away from this computer: whoever has it needs no passphrase.
        </Trans>
      </p>
      <ul className="recovery-key" aria-label={t`Recovery key`} aria-describedby={hint} data-testid="recovery-key">
        {recoveryKey.split('-').map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups stay where they are, and two may be the same
          <li key={at}>{group}</li>
        ))}
      </ul>
      <div className="row">
        <button type="button" className="button" ref={first} aria-describedby={hint} onClick={printIt}>
          <Trans>Print</Trans>
        </button>
        <button type="button" className="button" onClick={() => void copy()}>
          <Trans>Copy</Trans>
        </button>
      </div>
      <p className="pane-hint" role="status">
        {isCopied ? (
          <Trans>
            Copied. Other programs can read the clipboard: copy something else when you have put the key away.
          </Trans>
        ) : null}
      </p>
      {left.length > 0 ? (
        <div role="note">
          <p>
            <Trans>These files in the workspace’s folder are not its own. They stay as they are, not encrypted:</Trans>
          </p>
          <ul className="vault-left">
            {left.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <label className="check">
        <input type="checkbox" className="tick" checked={isKept} onChange={(event) => setKept(event.target.checked)} />
        <Trans>I have kept it</Trans>
      </label>
      <p className="bad" role="alert">
        {refusal}
      </p>
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={!isKept}
          aria-disabled={isBusy}
          onClick={() => (isBusy ? undefined : onKept())}
        >
          <Trans>Done</Trans>
        </button>
        {isProposed ? (
          <button type="button" className="button" onClick={onBack}>
            <Trans>Stay with the recovery key as it was</Trans>
          </button>
        ) : null}
      </div>
    </div>
  );
}
