import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { AttestBridge } from '../../core/ipc-contract.ts';
import type { VaultState } from '../../core/vault-state.ts';
import { CommandsProvider } from '../commands/use-commands.tsx';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';
import { LanguageControl } from '../language/language-control.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { ThemeControl } from './theme-control.tsx';
import { useSecretCall } from './use-secret-call.ts';
import { VaultProgress } from './vault-progress.tsx';

interface LockScreenProps {
  readonly vault: VaultState;
  readonly call: AttestBridge['call'];
}

function UnlockForm({ call }: Pick<LockScreenProps, 'call'>): ReactNode {
  const { t } = useLingui();
  const field = useFocusOnMount<HTMLInputElement>();
  const recovery = useRef<HTMLInputElement>(null);
  const [secret, setSecret] = useState('');
  const [isRecovery, setRecovery] = useState(false);
  const { isBusy, refusal, forget, run } = useSecretCall();
  const id = useId();
  const type = (next: string): void => {
    setSecret(next);
    forget();
  };
  const turn = (): void => {
    // The other field must be there before it can take the focus; what is typed next goes into it.
    flushSync(() => {
      type('');
      setRecovery(!isRecovery);
    });
    (isRecovery ? field : recovery).current?.focus();
  };
  const unlock = async (): Promise<void> => {
    if (secret.trim() === '') return;
    const opened = await run(() => call('unlockVault', isRecovery ? { recoveryKey: secret } : { passphrase: secret }));
    if (opened !== null) setSecret('');
    else (isRecovery ? recovery : field).current?.select();
  };
  return (
    <form
      className="lock-form"
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      {isRecovery ? (
        <label className="form-field" key="recovery">
          <Trans>Recovery key</Trans>
          <input
            ref={recovery}
            className="field recovery-field"
            value={secret}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            placeholder="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX"
            aria-describedby={refusal === null ? undefined : id}
            aria-invalid={refusal !== null}
            readOnly={isBusy}
            onChange={(event) => type(event.target.value)}
          />
        </label>
      ) : (
        <PassphraseField
          key="passphrase"
          ref={field}
          label={t`Passphrase`}
          value={secret}
          describedBy={refusal === null ? undefined : id}
          isInvalid={refusal !== null}
          isDisabled={isBusy}
          onChange={type}
        />
      )}
      <p id={id} className="bad" role="alert" data-testid="unlock-refusal">
        {refusal}
      </p>
      <button type="submit" className="button primary wide" aria-disabled={isBusy}>
        {isBusy ? <Trans>Unlocking…</Trans> : <Trans>Unlock</Trans>}
      </button>
      <button type="button" className="link-button" onClick={turn}>
        {isRecovery ? <Trans>Use the passphrase</Trans> : <Trans>Use the recovery key</Trans>}
      </button>
    </form>
  );
}

/** What the window shows in place of everything else while the workspace is locked. Nothing of the work is in it. */
export function LockScreen({ vault, call }: LockScreenProps): ReactNode {
  return (
    <CommandsProvider>
      <div className="lock-screen" data-testid="lock-screen">
        <main className="lock-main">
          <h1 className="lock-title">Attest</h1>
          {vault.state === 'locked' ? (
            <>
              <p>
                <Trans>The workspace is encrypted and locked.</Trans>
              </p>
              <UnlockForm call={call} />
            </>
          ) : (
            <VaultProgress vault={vault} />
          )}
        </main>
        <footer className="lock-foot">
          <ThemeControl />
          <LanguageControl />
        </footer>
      </div>
    </CommandsProvider>
  );
}
