import { Trans } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import { shortestPassphrase } from '../../core/vault-state.ts';
import type { Estimate, Strength } from './estimate-strength.ts';
import { GuessingTime } from './guessing-time.tsx';
import { SuggestionWords, WarningWords } from './strength-advice.tsx';
import type { Judgement } from './use-strength.ts';

const steps: Readonly<Record<Strength, number>> = { common: 1, weak: 1, fair: 2, strong: 3 };

/** More advice than this is not read. */
const mostSuggestions = 2;

function Verdict({ strength }: { readonly strength: Strength }): ReactNode {
  switch (strength) {
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

function Words({ judgement }: { readonly judgement: Judgement }): ReactNode {
  switch (judgement.state) {
    case 'none':
      return <Trans>Five words or more, chosen by chance, are strong and easy to keep in mind.</Trans>;
    case 'short':
      return <Trans>Too short: at least {shortestPassphrase} characters.</Trans>;
    case 'strange':
      return <Trans>There is a character in it that cannot be typed again: type it by hand.</Trans>;
    case 'loading':
      return <Trans>How strong it is will be shown in a moment.</Trans>;
    case 'unknown':
      return (
        <Trans>
          How strong it is cannot be shown: a part of the program is missing. Take five words or more, chosen by chance.
        </Trans>
      );
    case 'estimated':
      return <Verdict strength={judgement.estimate.strength} />;
  }
}

function Reasons({ estimate }: { readonly estimate: Estimate }): ReactNode {
  const { strength, seconds, warning, suggestions } = estimate;
  const isAdvised = strength === 'common' || strength === 'weak';
  // What is weak is told to add words already.
  const further = suggestions.filter((each) => strength !== 'weak' || (each !== 'anotherWord' && each !== 'useWords'));
  return (
    <p className="strength-reasons">
      {isAdvised && warning !== null ? (
        <>
          <WarningWords warning={warning} />{' '}
        </>
      ) : null}
      {isAdvised
        ? further.slice(0, mostSuggestions).map((suggestion) => (
            <Fragment key={suggestion}>
              <SuggestionWords suggestion={suggestion} />{' '}
            </Fragment>
          ))
        : null}
      <GuessingTime seconds={seconds} />
    </p>
  );
}

/**
 * How well a passphrase withstands guessing, as three steps and words, with the reasons. Nothing is judged before something
 * is typed.
 */
export function StrengthWords({ id, judgement }: { readonly id: string; readonly judgement: Judgement }): ReactNode {
  const estimate = judgement.state === 'estimated' ? judgement.estimate : null;
  const reached = estimate === null ? 0 : steps[estimate.strength];
  return (
    <div id={id} data-strength={estimate?.strength ?? judgement.state} aria-live="polite">
      <p className="strength">
        <span className="strength-steps" aria-hidden="true">
          {[1, 2, 3].map((step) => (
            <span key={step} data-on={step <= reached} />
          ))}
        </span>
        <Words judgement={judgement} />
      </p>
      {estimate === null ? null : <Reasons estimate={estimate} />}
    </div>
  );
}
