import { useDeferredValue, useEffect, useMemo } from 'react';
import { sortSummaries } from '../../core/catalogue/sort-summaries.ts';
import type { StatementSummary } from '../../core/statements/statement.ts';
import { useNameOrder } from '../language/use-name-order.ts';
import { useAttest } from '../state/use-attest.tsx';
import { findByWords, foldAhead } from './find-by-words.ts';
import { useLibraryPlace } from './use-library-place.tsx';

/** The statements of the set that is looked at, in the order of the library; those whose words are `typed`, a moment late. */
export function useListedStatements(typed: string): readonly StatementSummary[] {
  const { session } = useAttest();
  const compareNames = useNameOrder();
  const { set, order } = useLibraryPlace();
  const { statements, sets } = session;
  const members = useMemo(() => {
    const ids = sets.find(({ id }) => id === set)?.statements;
    return ids ? new Set(ids) : null;
  }, [sets, set]);
  const inSet = useMemo(
    () => (members ? statements.filter(({ id }) => members.has(id)) : statements),
    [statements, members],
  );
  const sorted = useMemo(
    () => (order === 'added' ? inSet : sortSummaries(inSet, order, 'ascending', compareNames)),
    [inSet, order, compareNames],
  );
  useEffect(() => {
    let [at, handle] = [0, 0];
    const goOn = (deadline: IdleDeadline): void => {
      at = foldAhead(statements, at, () => deadline.timeRemaining() > 1);
      if (at < statements.length) handle = requestIdleCallback(goOn);
    };
    handle = requestIdleCallback(goOn);
    return () => cancelIdleCallback(handle);
  }, [statements]);
  const wanted = useDeferredValue(typed);
  return useMemo(() => findByWords(sorted, wanted), [sorted, wanted]);
}
