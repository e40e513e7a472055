import { createContext, type ReactNode, type RefObject, use, useMemo, useRef, useState } from 'react';
import type { StatementSummary } from '../../core/statements/statement.ts';
import type { CataloguePlace, Column } from '../catalogue/catalogue-place.ts';
import { keepOnDevice, readFromDevice } from '../settings/device-storage.ts';
import { useAttest } from '../state/use-attest.tsx';
import { countHighlights, type HighlightCounts } from './count-highlights.ts';

/** The orders that the library can be listed in: as it was put together, by title, or by date. */
export const libraryOrders = ['added', 'title', 'date'] as const;
export type LibraryOrder = (typeof libraryOrders)[number];

const orderKey = 'attest.library-order';

/** Which part of the library is looked at, in the pane and in the catalogue, and how. */
export interface LibraryPlace {
  /** The set whose statements are listed, by its id; `null` for all statements. It is one that there is. */
  readonly set: string | null;
  readonly chooseSet: (set: string | null) => void;
  readonly order: LibraryOrder;
  readonly chooseOrder: (order: LibraryOrder) => void;
  /** What is marked, by statement and by tag. */
  readonly counts: HighlightCounts;
  /** All statements as the catalogue sorted them last, and by which column. */
  readonly sorted: RefObject<{ readonly by: Column; readonly rows: readonly StatementSummary[] } | null>;
  /** How the catalogue was left; `null` where nobody has been there. */
  readonly catalogue: RefObject<CataloguePlace | null>;
}

const PlaceContext = createContext<LibraryPlace | null>(null);

/** Holds which part of the library is looked at, and counts what is marked in it. The order is kept on this device. */
export function LibraryPlaceProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { session } = useAttest();
  const [chosen, chooseSet] = useState<string | null>(null);
  const [order, setOrder] = useState<LibraryOrder>(
    () => libraryOrders.find((known) => known === readFromDevice(orderKey)) ?? 'added',
  );
  const catalogue = useRef<CataloguePlace | null>(null);
  const sorted = useRef<{ readonly by: Column; readonly rows: readonly StatementSummary[] } | null>(null);
  const counts = useMemo(() => countHighlights(session.highlights), [session.highlights]);
  const set = session.sets.some(({ id }) => id === chosen) ? chosen : null;
  const place = useMemo(
    () => ({
      set,
      chooseSet,
      order,
      chooseOrder: (next: LibraryOrder): void => {
        keepOnDevice(orderKey, next);
        setOrder(next);
      },
      counts,
      sorted,
      catalogue,
    }),
    [set, order, counts],
  );
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

/** Which part of the library is looked at. Throws outside of the provider. */
export function useLibraryPlace(): LibraryPlace {
  const place = use(PlaceContext);
  if (!place) throw new Error('useLibraryPlace needs a LibraryPlaceProvider above it');
  return place;
}
