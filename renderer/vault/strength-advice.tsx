import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Suggestion, Warning } from './estimate-strength.ts';

/** What is easy to guess in a passphrase, as a sentence. */
export function WarningWords({ warning }: { readonly warning: Warning }): ReactNode {
  switch (warning) {
    case 'straightRow':
      return <Trans>A row of keys is easy to guess.</Trans>;
    case 'keyPattern':
      return <Trans>A path over the keyboard is easy to guess.</Trans>;
    case 'simpleRepeat':
      return <Trans>One sign again and again is easy to guess.</Trans>;
    case 'extendedRepeat':
      return <Trans>The same again and again is easy to guess.</Trans>;
    case 'sequences':
      return <Trans>A sequence of letters, digits or words is easy to guess.</Trans>;
    case 'recentYears':
      return <Trans>A year is easy to guess.</Trans>;
    case 'dates':
      return <Trans>A date is easy to guess.</Trans>;
    case 'topTen':
    case 'topHundred':
    case 'common':
    case 'pwned':
      return <Trans>It is in the published lists of common passwords.</Trans>;
    case 'similarToCommon':
      return <Trans>It is much like one in the published lists of common passwords.</Trans>;
    case 'wordByItself':
      return <Trans>A single word is easy to guess.</Trans>;
    case 'namesByThemselves':
    case 'commonNames':
      return <Trans>A name is easy to guess.</Trans>;
    case 'userInputs':
      return <Trans>It has a name out of this workspace.</Trans>;
  }
}

/** What would make a passphrase stronger, as a sentence. */
export function SuggestionWords({ suggestion }: { readonly suggestion: Suggestion }): ReactNode {
  switch (suggestion) {
    case 'l33t':
      return <Trans>Signs in the place of letters, as @ for a, add little.</Trans>;
    case 'reverseWords':
      return <Trans>Words written backwards add little.</Trans>;
    case 'allUppercase':
    case 'capitalization':
      return <Trans>Capitals add little.</Trans>;
    case 'dates':
    case 'recentYears':
    case 'associatedYears':
      return <Trans>Leave out dates and years.</Trans>;
    case 'sequences':
      return <Trans>Leave out sequences.</Trans>;
    case 'repeated':
      return <Trans>Leave out repetitions.</Trans>;
    case 'longerKeyboardPattern':
      return <Trans>Leave out rows of keys.</Trans>;
    case 'anotherWord':
    case 'useWords':
    case 'pwned':
      return <Trans>Add words that nobody would expect beside one another.</Trans>;
    case 'noNeed':
      return <Trans>Digits, signs and capitals are not needed.</Trans>;
  }
}
