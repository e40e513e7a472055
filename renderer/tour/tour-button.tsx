import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useTour } from './use-tour.tsx';

/** Begins the tour; nothing while it is shown. */
export function TourButton(): ReactNode {
  const { step, start } = useTour();
  if (step !== null) return null;
  return (
    <button type="button" className="link-button" onClick={start}>
      <Trans>Show the tour</Trans>
    </button>
  );
}
