import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { shortestPassphrase } from '../../core/vault-state.ts';
import { estimateStrength, type Strength } from './estimate-strength.ts';

const steps: Readonly<Record<Strength, number>> = { short: 0, common: 1, weak: 1, fair: 2, strong: 3 };

function Words({ strength }: { readonly strength: Strength }): ReactNode {
  switch (strength) {
    case 'short':
      return <Trans>Too short: at least {shortestPassphrase} characters.</Trans>;
    case 'common':
      return <Trans>Among the first to be guessed.</Trans>;
    case 'weak':
      return <Trans>Weak: add words that nobody would expect beside one another.</Trans>;
    case 'fair':
      return <Trans>Fair. One or two more words make it strong.</Trans>;
    case 'strong':
      return <Trans>Strong, if it stands in no book and says nothing about you.</Trans>;
  }
}

/** How well a passphrase withstands guessing, as words and three steps. Nothing is judged before something is typed. */
export function StrengthWords({ id, passphrase }: { readonly id: string; readonly passphrase: string }): ReactNode {
  const strength = estimateStrength(passphrase);
  return (
    <p id={id} className="strength" data-strength={passphrase === '' ? 'none' : strength} aria-live="polite">
      <span className="strength-steps" aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <span key={step} data-on={passphrase !== '' && step <= steps[strength]} />
        ))}
      </span>
      {passphrase === '' ? (
        <Trans>Four or more words chosen by chance are strong and easy to keep in mind.</Trans>
      ) : (
        <Words strength={strength} />
      )}
    </p>
  );
}
