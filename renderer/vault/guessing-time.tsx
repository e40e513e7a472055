import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30 * day;
const year = 365 * day;

/** Longer than anybody can look ahead, in years. */
const farAhead = 1000;

/** How long guessing takes, with what is assumed of who guesses, as a sentence. */
export function GuessingTime({ seconds }: { readonly seconds: number }): ReactNode {
  const count = (unit: number): number => Math.round(seconds / unit);
  if (seconds < 2 * minute) {
    return <Trans>Ten thousand computers, each with one guess a second, would find it within two minutes.</Trans>;
  }
  if (seconds < 2 * hour) {
    return (
      <Plural
        value={count(minute)}
        one="Ten thousand computers, each with one guess a second, would find it in about # minute."
        other="Ten thousand computers, each with one guess a second, would find it in about # minutes."
      />
    );
  }
  if (seconds < 2 * day) {
    return (
      <Plural
        value={count(hour)}
        one="Ten thousand computers, each with one guess a second, would find it in about # hour."
        other="Ten thousand computers, each with one guess a second, would find it in about # hours."
      />
    );
  }
  if (seconds < 2 * month) {
    return (
      <Plural
        value={count(day)}
        one="Ten thousand computers, each with one guess a second, would find it in about # day."
        other="Ten thousand computers, each with one guess a second, would find it in about # days."
      />
    );
  }
  if (seconds < year) {
    return (
      <Plural
        value={count(month)}
        one="Ten thousand computers, each with one guess a second, would find it in about # month."
        other="Ten thousand computers, each with one guess a second, would find it in about # months."
      />
    );
  }
  if (seconds < farAhead * year) {
    return (
      <Plural
        value={count(year)}
        one="Ten thousand computers, each with one guess a second, would find it in about # year."
        other="Ten thousand computers, each with one guess a second, would find it in about # years."
      />
    );
  }
  return <Trans>Ten thousand computers, each with one guess a second, would need more than a thousand years.</Trans>;
}
