import { useLingui } from '@lingui/react/macro';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Session } from '../../core/session.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { keepOnDevice, readFromDevice } from '../settings/device-storage.ts';
import { useAttest } from '../state/use-attest.tsx';
import { deedsBetween } from './deeds-between.ts';
import { parseTour, stepAfter, type TourState, type TourStep, tourSteps } from './tour-steps.ts';

/** Where this device remembers how far the tour is. */
const key = 'attest.tour';

/** The tour, and the ways to go through it. */
export interface Tour {
  /** The step that is shown; `null` while there is no tour. */
  readonly step: TourStep | null;
  /** How often its user has asked for it: then it takes the focus, which an offer does not. */
  readonly asked: number;
  readonly start: () => void;
  readonly goTo: (state: TourState) => void;
  /** Tells the tour what its user has done; without a tour, or where that does not count, nothing happens. */
  readonly did: (deed: TourStep) => void;
}

const TourContext = createContext<Tour | null>(null);

/** Where the tour is when the window opens: where it was left, or, where nobody has worked yet, at its beginning. */
function firstState(session: Session): TourState | null {
  const kept = parseTour(readFromDevice(key));
  if (kept !== null) return kept;
  const isReadable = session.statements.some(({ fixity }) => fixity === 'verified' || fixity === 'changed');
  const isNew = session.highlights.length === 0 && session.dossiers.length === 0;
  return isNew && isReadable ? tourSteps[0] : null;
}

/** Holds the tour, and keeps on this device how far it is. */
export function TourProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { session } = useAttest();
  const { show } = useNavigation();
  const { t } = useLingui();
  const announce = useAnnounce();
  const [state, setState] = useState(() => firstState(session));
  const [asked, setAsked] = useState(0);
  const latest = useRef(state);
  useEffect(() => {
    if (state !== null) keepOnDevice(key, state);
  }, [state]);
  const goTo = useCallback((next: TourState): void => {
    latest.current = next;
    setState(next);
  }, []);
  const start = useCallback((): void => {
    show('library');
    goTo(tourSteps[0]);
    setAsked((count) => count + 1);
  }, [show, goTo]);
  const did = useCallback(
    (deed: TourStep): void => {
      const { current } = latest;
      if (current === null || current === 'done') return;
      const next = stepAfter(current, deed);
      goTo(next);
      if (next === 'done') announce(t`The tour is over. The command “Show the tour” begins it again.`);
    },
    [goTo, announce, t],
  );
  const { highlights } = session;
  const before = useRef(highlights);
  useEffect(() => {
    for (const deed of deedsBetween(before.current, highlights)) did(deed);
    before.current = highlights;
  }, [highlights, did]);
  const tour = useMemo(
    () => ({ step: state === 'done' ? null : state, asked, start, goTo, did }),
    [state, asked, start, goTo, did],
  );
  return <TourContext value={tour}>{children}</TourContext>;
}

/** The tour. Throws outside of the provider. */
export function useTour(): Tour {
  const tour = use(TourContext);
  if (!tour) throw new Error('useTour needs a TourProvider above it');
  return tour;
}
