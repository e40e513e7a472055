import { Dialog } from '@base-ui/react/dialog';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { DialogPopup } from '../controls/dialog-popup.tsx';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';
import { EncryptedPanel } from './encrypted-panel.tsx';
import { RecoveryKeyStep } from './recovery-key-step.tsx';
import { TurnOnForm } from './turn-on-form.tsx';
import { useActivity } from './use-activity.ts';
import { useSecretCall } from './use-secret-call.ts';
import { type VaultDeed, VaultDeedForm } from './vault-deed-form.tsx';
import { VaultProgress } from './vault-progress.tsx';

interface NewKey {
  readonly recoveryKey: string;
  /** Whether the workspace has another one, which holds until this one is said to be kept. */
  readonly isProposed: boolean;
  readonly left: readonly string[];
}

/** Whether the workspace is encrypted, in the status bar, and the dialog in which that is changed. */
export function VaultControl(): ReactNode {
  const { vault, lock, call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const known = useKnownCommands();
  const [isOpen, setOpen] = useState(false);
  const [deed, setDeed] = useState<VaultDeed | null>(null);
  const [cameFrom, setCameFrom] = useState<VaultDeed | null>(null);
  const [fresh, setFresh] = useState<NewKey | null>(null);
  /** Whether encryption cannot be turned off without losing what is damaged. */
  const [isLosing, setLosing] = useState(false);
  const { isBusy, refusal, forget, run } = useSecretCall();
  useActivity();
  const isOn = vault.state !== 'none';
  const isUnderWay = vault.state === 'sealing' || vault.state === 'unsealing';
  const lockNow = (): void => {
    if (vault.state === 'open') void lock();
    else setOpen(true);
  };
  const choose = (next: VaultDeed | null): void => {
    forget();
    setLosing(false);
    setCameFrom(deed);
    setDeed(next);
  };
  useCommands([
    { ...known['window.encryption'], run: () => setOpen(true) },
    { ...known['window.lock'], isAvailable: fresh === null && !isUnderWay, run: lockNow },
  ]);

  // What is under way, and a key that is shown only now, stay until they are done with.
  const isHeld = isUnderWay || fresh !== null || isBusy;
  useEffect(() => {
    if (!isHeld) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isHeld]);

  const keep = async (recoveryKey: string): Promise<void> => {
    if (await run(() => call('keepRecoveryKey', { recoveryKey }))) setFresh(null);
  };
  const turnOn = async (passphrase: string): Promise<void> => {
    const made = await run(() => call('encryptWorkspace', { passphrase }));
    if (made) setFresh({ ...made, isProposed: false });
  };
  const deeds: Readonly<
    Record<VaultDeed, (passphrase: string, next: string, leavesDamaged: boolean) => Promise<void>>
  > = {
    passphrase: async (passphrase, next) => {
      if (!(await run(() => call('changePassphrase', { passphrase, next })))) return;
      choose(null);
      notify.done(t`The passphrase is changed`);
    },
    'recovery-key': async (passphrase) => {
      const made = await run(() => call('renewRecoveryKey', { passphrase }));
      if (!made) return;
      choose(null);
      setFresh({ ...made, isProposed: true, left: [] });
    },
    'turn-off': async (passphrase, _next, leavesDamaged) => {
      const decrypted = await run(async () => {
        const answer = await call('decryptWorkspace', { passphrase, leavesDamaged });
        setLosing(!answer.ok && answer.fault.code === 'unreadable');
        return answer;
      });
      if (!decrypted) return;
      choose(null);
      setOpen(false);
      notify.done(t`The workspace is not encrypted any more`);
    },
    erase: async (passphrase) => {
      await run(() => call('eraseWorkspaceKey', { passphrase }));
    },
  };
  const body = (): ReactNode => {
    if (isUnderWay) return <VaultProgress vault={vault} />;
    if (fresh) {
      return (
        <RecoveryKeyStep
          {...fresh}
          isBusy={isBusy}
          refusal={refusal}
          onKept={() => void keep(fresh.recoveryKey)}
          onBack={() => {
            forget();
            setFresh(null);
          }}
        />
      );
    }
    if (!isOn) {
      return <TurnOnForm isBusy={isBusy} refusal={refusal} onTurnOn={(passphrase) => void turnOn(passphrase)} />;
    }
    if (deed === null) return <EncryptedPanel onLock={lockNow} onChoose={choose} cameFrom={cameFrom} />;
    return (
      <VaultDeedForm
        key={deed}
        deed={deed}
        isBusy={isBusy}
        refusal={refusal}
        isLosing={isLosing}
        onDo={(passphrase, next, leavesDamaged) => void deeds[deed](passphrase, next, leavesDamaged)}
        onBack={() => choose(null)}
      />
    );
  };
  return (
    <>
      <button type="button" className="status-button" onClick={() => setOpen(true)}>
        {isOn ? <Trans>Encryption: on</Trans> : <Trans>Encryption: off</Trans>}
      </button>
      <Dialog.Root
        open={isOpen || isUnderWay || fresh !== null}
        onOpenChange={(willBeOpen) => {
          if (!willBeOpen && isHeld) return;
          setOpen(willBeOpen);
          choose(null);
          setCameFrom(null);
        }}
      >
        <DialogPopup
          className="vault-dialog"
          title={fresh === null ? <Trans>Encryption</Trans> : <Trans>Recovery key</Trans>}
        >
          {body()}
        </DialogPopup>
      </Dialog.Root>
    </>
  );
}
