import { Trans } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import { dossierNameLimit } from '../../core/dossiers/dossier.ts';
import type { Fault, Result } from '../../core/result.ts';
import { useFocusOnMount } from '../controls/use-focus-on-mount.ts';
import { useSentence } from '../controls/use-sentence.ts';

interface NameFormProps {
  readonly name: string;
  readonly label: string;
  readonly button: string;
  readonly onName: (name: string) => Promise<Result<unknown>>;
  readonly onClose: () => void;
}

/** The name of a dossier, new or another; what is wrong with it is said here. */
export function NameForm({ name, label, button, onName, onClose }: NameFormProps): ReactNode {
  const id = useId();
  const field = useFocusOnMount<HTMLInputElement>();
  const [text, setText] = useState(name);
  const [refusal, setRefusal] = useState<Fault | null>(null);
  const tell = useSentence();
  const send = async (): Promise<void> => {
    const named = await onName(text);
    if (named.ok) onClose();
    else setRefusal(named.fault);
  };
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <label className="form-field" htmlFor={id}>
        {label}
        <input
          ref={field}
          id={id}
          className="field"
          value={text}
          maxLength={dossierNameLimit}
          autoComplete="off"
          onFocus={(event) => event.target.select()}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {refusal === null ? null : (
        <p className="bad" role="alert">
          {tell(refusal)}
        </p>
      )}
      <div className="row">
        <button type="submit" className="button primary" disabled={text.trim() === ''}>
          {button}
        </button>
        <button type="button" className="button" onClick={onClose}>
          <Trans>Cancel</Trans>
        </button>
      </div>
    </form>
  );
}
