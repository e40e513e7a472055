import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';
import { NewPassphraseFields, nothingTyped } from './new-passphrase-fields.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { useStrength } from './use-strength.ts';

/** What can be done with an encrypted workspace by who knows its passphrase. */
export type VaultDeed = 'passphrase' | 'recovery-key' | 'turn-off' | 'erase';

interface VaultDeedFormProps {
  readonly deed: VaultDeed;
  readonly isBusy: boolean;
  readonly refusal: string | null;
  /** Whether it was refused because something is damaged, which would be lost. */
  readonly isLosing: boolean;
  /** With the passphrase as it is, the new one where one is asked for, and whether what is damaged may be lost. */
  readonly onDo: (passphrase: string, next: string, leavesDamaged: boolean) => void;
  readonly onBack: () => void;
}

function DeedWords({ deed }: { readonly deed: VaultDeed }): ReactNode {
  switch (deed) {
    case 'passphrase':
      return (
        <Trans>
          The new passphrase opens the workspace from now on. Copies of the folder that were made before still open with
          the old one: if somebody may know it, turn encryption off and on again instead.
        </Trans>
      );
    case 'recovery-key':
      return (
        <Trans>
          You are given a new recovery key. Once you say that you have kept it, the one before opens nothing any more.
        </Trans>
      );
    case 'turn-off':
      return (
        <Trans>Every file of the workspace is written in clear again. Anybody with the computer can read it.</Trans>
      );
    case 'erase':
      return (
        <Trans>
          The key is destroyed, and with it everything in the workspace and its backups: for you too, with passphrase
          and recovery key, for ever. Bundled statements and exported files stay. An SSD or a copy of the folder may
          still hold the old key.
        </Trans>
      );
  }
}

/** Asks for what a deed needs: the passphrase, a new one, or a word that shows that erasing is meant. */
export function VaultDeedForm({ deed, isBusy, refusal, isLosing, onDo, onBack }: VaultDeedFormProps): ReactNode {
  const { t } = useLingui();
  const field = useFocusOnMount<HTMLInputElement>();
  const [passphrase, setPassphrase] = useState('');
  const [typed, setTyped] = useState(nothingTyped);
  const [word, setWord] = useState('');
  const [leavesDamaged, setLeavesDamaged] = useState(false);
  const asked = t({ message: 'ERASE', comment: 'A word that is typed to show that erasing is meant' });
  const strength = useStrength(typed.first);
  const isReady = {
    passphrase: strength.isUsable && typed.first === typed.second,
    'recovery-key': true,
    'turn-off': true,
    erase: word.trim().toLowerCase() === asked.toLowerCase(),
  }[deed];
  const names: Readonly<Record<VaultDeed, string>> = {
    passphrase: t`Change the passphrase`,
    'recovery-key': t`Make a new recovery key`,
    'turn-off': t`Turn encryption off`,
    erase: t`Erase the key`,
  };
  return (
    <form
      className="vault-part"
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && passphrase !== '' && !isBusy) onDo(passphrase, typed.first, leavesDamaged);
      }}
    >
      <h3 className="vault-heading">{names[deed]}</h3>
      <p>
        <DeedWords deed={deed} />
      </p>
      <PassphraseField ref={field} label={t`Passphrase as it is`} value={passphrase} onChange={setPassphrase} />
      {deed === 'passphrase' ? (
        <NewPassphraseFields typed={typed} judgement={strength.judgement} onType={setTyped} />
      ) : null}
      {deed === 'erase' ? (
        <label className="form-field">
          <Trans>Type {asked} to show that you mean it</Trans>
          <input
            className="field"
            value={word}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setWord(event.target.value)}
          />
        </label>
      ) : null}
      <p className="bad" role="alert">
        {refusal}
      </p>
      {isLosing ? (
        <label className="check">
          <input
            type="checkbox"
            className="tick"
            checked={leavesDamaged}
            onChange={(event) => setLeavesDamaged(event.target.checked)}
          />
          <Trans>Turn it off all the same: what cannot be decrypted is lost</Trans>
        </label>
      ) : null}
      <div className="row">
        <button
          type="submit"
          className="button primary"
          disabled={!isReady || passphrase === ''}
          aria-disabled={isBusy}
        >
          {isBusy ? <Trans>One moment…</Trans> : names[deed]}
        </button>
        <button type="button" className="button" onClick={onBack}>
          <Trans>Back</Trans>
        </button>
      </div>
    </form>
  );
}
