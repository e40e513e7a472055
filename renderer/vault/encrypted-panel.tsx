import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { KeyCaps } from '../commands/key-caps.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { AutoLockField } from './auto-lock-field.tsx';
import { ProtectionWords } from './protection-words.tsx';
import type { VaultDeed } from './vault-deed-form.tsx';

interface EncryptedPanelProps {
  readonly onLock: () => void;
  readonly onChoose: (deed: VaultDeed) => void;
  /** The deed that its user comes back from, if any: its button takes the focus. */
  readonly cameFrom: VaultDeed | null;
}

/** What can be done while the workspace is encrypted and open. */
export function EncryptedPanel({ onLock, onChoose, cameFrom }: EncryptedPanelProps): ReactNode {
  const [keys] = useKnownCommands()['window.lock'].keys;
  const deeds = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (cameFrom !== null) deeds.current?.querySelector<HTMLElement>(`[data-deed="${cameFrom}"]`)?.focus();
  }, [cameFrom]);
  return (
    <div className="vault-part">
      <div className="vault-lock">
        <button type="button" className="button primary" onClick={onLock}>
          <Trans>Lock now</Trans>
        </button>
        {keys === undefined ? null : <KeyCaps keys={keys} />}
      </div>
      <AutoLockField />
      <ProtectionWords />
      <div className="vault-deeds" ref={deeds}>
        <button type="button" className="button" data-deed="passphrase" onClick={() => onChoose('passphrase')}>
          <Trans>Change the passphrase…</Trans>
        </button>
        <button type="button" className="button" data-deed="recovery-key" onClick={() => onChoose('recovery-key')}>
          <Trans>New recovery key…</Trans>
        </button>
        <button type="button" className="button" data-deed="turn-off" onClick={() => onChoose('turn-off')}>
          <Trans>Turn encryption off…</Trans>
        </button>
        <button type="button" className="button vault-erase" data-deed="erase" onClick={() => onChoose('erase')}>
          <Trans>Erase the key…</Trans>
        </button>
      </div>
    </div>
  );
}
