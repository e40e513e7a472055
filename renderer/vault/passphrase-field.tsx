import { useLingui } from '@lingui/react/macro';
import { type ReactNode, type Ref, useId, useState } from 'react';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
  /** The id of what says more, such as what is wrong. */
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean;
  readonly isDisabled?: boolean;
}

/** A field for a passphrase, hidden until its user asks to see it. */
export function PassphraseField(props: PassphraseFieldProps): ReactNode {
  const { label, value, onChange, ref, describedBy, isInvalid = false, isDisabled = false } = props;
  const { t } = useLingui();
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <span className="passphrase">
        <input
          id={id}
          ref={ref}
          className="field"
          type={isShown ? 'text' : 'password'}
          value={value}
          maxLength={1000}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-describedby={describedBy}
          aria-invalid={isInvalid}
          readOnly={isDisabled}
          onChange={(event) => onChange(event.target.value)}
        />
        <button
          type="button"
          className="button"
          aria-pressed={isShown}
          aria-label={isShown ? t`Hide what is typed: ${label}` : t`Show what is typed: ${label}`}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? t`Hide` : t`Show`}
        </button>
      </span>
    </div>
  );
}
