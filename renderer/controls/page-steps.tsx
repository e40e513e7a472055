import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

interface PageStepsProps {
  readonly label: string;
  /** The index of the first that is shown, how many are shown at a time, and how many there are. */
  readonly from: number;
  readonly atATime: number;
  readonly count: number;
  readonly isBusy?: boolean;
  readonly onFrom: (from: number) => void;
}

/** Which part of a long list is shown, and the ways to the others. */
export function PageSteps({ label, from, atATime, count, isBusy = false, onFrom }: PageStepsProps): ReactNode {
  const { i18n } = useLingui();
  const to = Math.min(count, from + atATime);
  const [first, last, all] = [from + 1, to, count].map((number) => i18n.number(number));
  return (
    <nav className="import-pages" aria-label={label} aria-busy={isBusy}>
      <button
        type="button"
        className="button"
        disabled={from === 0}
        onClick={() => onFrom(Math.max(0, from - atATime))}
      >
        <Trans>Those before</Trans>
      </button>
      <span>
        <Trans>
          {first} to {last} of {all}
        </Trans>
      </span>
      <button type="button" className="button" disabled={to >= count} onClick={() => onFrom(from + atATime)}>
        <Trans>Those after</Trans>
      </button>
    </nav>
  );
}
