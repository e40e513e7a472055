import { createContext, type ReactNode, use, useMemo, useState } from 'react';

/** Whose coding is compared, and where. */
interface ComparisonChoice {
  readonly isOpen: boolean;
  /** Ids of people; `null` where nobody has been chosen. */
  readonly a: string | null;
  readonly b: string | null;
  /** `null` for all. */
  readonly statement: string | null;
  readonly hasSubTags: boolean;
  /** The tag whose disagreements are shown. */
  readonly tag: string | null;
}

/** How the exchange was left, and what its user has asked to see in it. */
export interface ExchangePlace {
  readonly comparison: ComparisonChoice;
  readonly choose: (choice: Partial<ComparisonChoice>) => void;
  /** Whether the shared folder has been asked for, and is not in sight yet. */
  readonly isSharedAsked: boolean;
  readonly askForShared: (isAsked: boolean) => void;
}

const ExchangePlaceContext = createContext<ExchangePlace | null>(null);

/** How the exchange was left. Only inside `ExchangePlaceProvider`. */
export function useExchangePlace(): ExchangePlace {
  const place = use(ExchangePlaceContext);
  if (!place) throw new Error('useExchangePlace needs an ExchangePlaceProvider around it');
  return place;
}

/** Holds how the exchange was left above the views, so that its user finds it so again after a look at a passage. */
export function ExchangePlaceProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [comparison, setComparison] = useState<ComparisonChoice>({
    isOpen: false,
    a: null,
    b: null,
    statement: null,
    hasSubTags: true,
    tag: null,
  });
  const [isSharedAsked, askForShared] = useState(false);
  const value = useMemo<ExchangePlace>(
    () => ({
      comparison,
      choose: (choice) => setComparison((last) => ({ ...last, ...choice })),
      isSharedAsked,
      askForShared,
    }),
    [comparison, isSharedAsked],
  );
  return <ExchangePlaceContext value={value}>{children}</ExchangePlaceContext>;
}
