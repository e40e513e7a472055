import { createContext, type ReactNode, use, useMemo, useState } from 'react';

/** The parts of the exchange. */
export const exchangeParts = ['files', 'shared-folder', 'people', 'comparison'] as const;
export type ExchangePart = (typeof exchangeParts)[number];

/** Whose coding is compared, and where. */
export interface ComparisonChoice {
  /** Ids of people; `null` where nobody has been chosen, so that it is oneself and the next. */
  readonly a: string | null;
  readonly b: string | null;
  /** `null` for all. */
  readonly statement: string | null;
  readonly hasSubTags: boolean;
  /** The tag whose disagreements are unfolded. */
  readonly open: string | null;
}

/** Which part of the exchange is shown, and how it stands. */
export interface ExchangePlace {
  readonly part: ExchangePart;
  readonly showPart: (part: ExchangePart) => void;
  readonly comparison: ComparisonChoice;
  readonly choose: (choice: Partial<ComparisonChoice>) => void;
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
  const [part, showPart] = useState<ExchangePart>('files');
  const [comparison, setComparison] = useState<ComparisonChoice>({
    a: null,
    b: null,
    statement: null,
    hasSubTags: false,
    open: null,
  });
  const value = useMemo<ExchangePlace>(
    () => ({
      part,
      showPart,
      comparison,
      choose: (choice) => setComparison((last) => ({ ...last, ...choice })),
    }),
    [part, comparison],
  );
  return <ExchangePlaceContext value={value}>{children}</ExchangePlaceContext>;
}
