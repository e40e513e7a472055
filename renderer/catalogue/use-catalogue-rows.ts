import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { type FacetCounts, facetsOf, filterSummaries } from '../../core/catalogue/facets.ts';
import type { StatementSummary } from '../../core/statements/statement.ts';
import { nameLanguage } from '../language/name-language.ts';
import { useNameOrder } from '../language/use-name-order.ts';
import type { HighlightCounts } from '../library/count-highlights.ts';
import { findByWords } from '../library/find-by-words.ts';
import { useKindWords } from '../library/use-kind-words.ts';
import { useLibraryPlace } from '../library/use-library-place.tsx';
import { useAttest } from '../state/use-attest.tsx';
import type { CataloguePlace } from './catalogue-place.ts';
import { asBefore, sortRows } from './sort-rows.ts';

/** What the table shows. */
export interface CatalogueRows {
  readonly rows: readonly StatementSummary[];
  /** The ids of the rows, in their order. */
  readonly keys: readonly string[];
  /** How many statements have each value, of those in the set in which the words stand. */
  readonly facets: FacetCounts;
  readonly counts: HighlightCounts;
}

/**
 * The statements that the table lists, in its order. Typing and choosing go before them: of thousands they may be a moment late. Each step
 * is done anew only when what it stands on is another: letters typed sort nothing.
 */
export function useCatalogueRows({ words, facets, order }: CataloguePlace): CatalogueRows {
  const { session } = useAttest();
  const { i18n } = useLingui();
  const { locale } = i18n;
  const compareNames = useNameOrder();
  const wordKind = useKindWords();
  const { set, counts, sorted: lastSorted } = useLibraryPlace();
  const { statements, sets } = session;
  const members = useMemo(() => {
    const ids = sets.find(({ id }) => id === set)?.statements;
    return ids ? new Set(ids) : null;
  }, [sets, set]);
  const inSet = useMemo(
    () => (members ? statements.filter(({ id }) => members.has(id)) : statements),
    [statements, members],
  );
  const wantedOrder = useDeferredValue(order);
  // Of another column than that of their numbers, highlights change nothing.
  const sortCounts = wantedOrder.by === 'highlights' ? counts.byStatement : null;
  const sorted = useMemo(() => {
    const { by } = wantedOrder;
    const words = { compareNames, wordKind, nameLanguage: (tag: string) => nameLanguage(tag, locale) };
    // What is alike in these stands as it stood: there the order of the library is the one to begin with.
    const isWhole = by !== 'kind' && by !== 'language' && by !== 'highlights';
    const last = lastSorted.current;
    const from = isWhole && last?.by === by ? asBefore(inSet, last.rows) : inSet;
    return sortRows(from, wantedOrder, words, sortCounts ?? new Map());
  }, [inSet, wantedOrder, compareNames, wordKind, locale, sortCounts, lastSorted]);
  useEffect(() => {
    // A part of the library says nothing of the rest.
    if (members === null) lastSorted.current = { by: wantedOrder.by, rows: sorted };
  }, [lastSorted, wantedOrder, sorted, members]);
  const wantedWords = useDeferredValue(words);
  const found = useMemo(() => findByWords(sorted, wantedWords), [sorted, wantedWords]);
  const wantedFacets = useDeferredValue(facets);
  const counted = useMemo(() => facetsOf(found, wantedFacets), [found, wantedFacets]);
  const rows = useMemo(() => filterSummaries(found, wantedFacets), [found, wantedFacets]);
  const keys = useMemo(() => rows.map(({ id }) => id), [rows]);
  return useMemo(() => ({ rows, keys, facets: counted, counts }), [rows, keys, counted, counts]);
}
