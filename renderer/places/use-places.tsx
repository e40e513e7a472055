import { createContext, type ReactNode, useContext, useState } from 'react';
import { keepOnDevice, readFromDevice } from '../settings/device-storage.ts';
import type { Goal } from '../state/goal.ts';
import { type Place, parsePlaces, putPlace } from './place.ts';

const key = 'attest.places';

/** Where statements were left, on this device, and which goals have been reached since the window was opened. */
export interface Places {
  readonly find: (statement: string) => Place | null;
  /** Keeps where a statement is left; `null` for its beginning. */
  readonly keep: (statement: string, place: Place | null) => void;
  /** Whether a goal was reached before: whoever read on from there comes back to where that was left. */
  readonly wasReached: (goal: Goal) => boolean;
  readonly reach: (goal: Goal) => void;
  /** Has `look` called, until the returned function is, whenever where its user is must be known at once. */
  readonly watch: (look: () => void) => () => void;
  /** Keeps where the statements on the screen are at this moment. */
  readonly settle: () => void;
}

function openPlaces(): Places {
  const reached = new WeakSet<Goal>();
  const watching = new Set<() => void>();
  // Read anew each time: another window may have left a statement meanwhile.
  const read = (): Place[] => parsePlaces(readFromDevice(key));
  return {
    find: (statement) => read().find((place) => place.statement === statement) ?? null,
    keep: (statement, place) => keepOnDevice(key, putPlace(read(), statement, place)),
    wasReached: (goal) => reached.has(goal),
    reach: (goal) => {
      reached.add(goal);
    },
    watch: (look) => {
      watching.add(look);
      return () => {
        watching.delete(look);
      };
    },
    settle: () => {
      for (const look of watching) look();
    },
  };
}

const PlacesContext = createContext<Places | null>(null);

/** Holds where statements were left. */
export function PlacesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [places] = useState(openPlaces);
  return <PlacesContext value={places}>{children}</PlacesContext>;
}

/** Where statements were left. Throws outside of the provider. */
export function usePlaces(): Places {
  const places = useContext(PlacesContext);
  if (!places) throw new Error('usePlaces needs a PlacesProvider above it');
  return places;
}
