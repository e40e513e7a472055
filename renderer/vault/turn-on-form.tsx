import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useSharedFolder } from '../exchange/shared-folder-provider.tsx';
import { NewPassphraseFields, nothingTyped } from './new-passphrase-fields.tsx';
import { ProtectionWords } from './protection-words.tsx';
import { useStrength } from './use-strength.ts';

interface TurnOnFormProps {
  readonly isBusy: boolean;
  readonly refusal: string | null;
  readonly onTurnOn: (passphrase: string) => void;
}

/** What encryption is, and the passphrase to turn it on with. */
export function TurnOnForm({ isBusy, refusal, onTurnOn }: TurnOnFormProps): ReactNode {
  const { shared } = useSharedFolder();
  const [typed, setTyped] = useState(nothingTyped);
  const strength = useStrength(typed.first);
  const isUsable = strength.isUsable && typed.first === typed.second;
  return (
    <form
      className="vault-part"
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault();
        if (isUsable && !isBusy) onTurnOn(typed.first);
      }}
    >
      <ProtectionWords />
      <NewPassphraseFields typed={typed} judgement={strength.judgement} onType={setTyped} />
      <p className="pane-hint">
        <Trans>Nobody can bring back a forgotten passphrase. You will be given a recovery key to keep on paper.</Trans>
      </p>
      {shared?.folder ? (
        <p className="pane-hint" data-testid="shared-in-clear">
          <Trans>
            The file that you share with others in a folder stays in clear. If nobody is to read it, stop sharing first,
            and delete it.
          </Trans>
        </p>
      ) : null}
      <p className="bad" role="alert">
        {refusal}
      </p>
      <div className="row">
        <button type="submit" className="button primary" disabled={!isUsable} aria-disabled={isBusy}>
          {isBusy ? <Trans>Making the key…</Trans> : <Trans>Encrypt the workspace</Trans>}
        </button>
      </div>
    </form>
  );
}
