import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import { PassphraseField } from './passphrase-field.tsx';
import { StrengthWords } from './strength-words.tsx';
import type { Judgement } from './use-strength.ts';

/** A new passphrase as it is typed, twice. */
interface TypedTwice {
  readonly first: string;
  readonly second: string;
}

/** Nothing typed yet. */
export const nothingTyped: TypedTwice = { first: '', second: '' };

interface NewPassphraseFieldsProps {
  readonly typed: TypedTwice;
  /** How strong the first is. */
  readonly judgement: Judgement;
  readonly onType: (typed: TypedTwice) => void;
}

/** A new passphrase, typed twice, with how strong it is. */
export function NewPassphraseFields({ typed, judgement, onType }: NewPassphraseFieldsProps): ReactNode {
  const { t } = useLingui();
  const strength = useId();
  const difference = useId();
  const isOther = typed.second !== '' && !typed.first.startsWith(typed.second);
  return (
    <>
      <PassphraseField
        label={t`New passphrase`}
        value={typed.first}
        describedBy={strength}
        onChange={(first) => onType({ ...typed, first })}
      />
      <StrengthWords id={strength} judgement={judgement} />
      <PassphraseField
        label={t`The same again`}
        value={typed.second}
        describedBy={difference}
        isInvalid={isOther}
        onChange={(second) => onType({ ...typed, second })}
      />
      <p id={difference} className="bad" aria-live="polite">
        {isOther ? t`The two are not the same.` : null}
      </p>
    </>
  );
}
