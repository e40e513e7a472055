import { useEffect, useState } from 'react';
import type { SearchResult } from '../../core/search/search-result.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';
import type { SearchRequest } from './use-search-request.ts';

/** While statements are still being indexed, the search is made anew after so many milliseconds. */
const buildingRefreshMs = 500;

/**
 * What `request` finds in statements, notes and tags, searched anew on every key and after every change of the
 * annotations; `null` where nothing is asked for.
 */
export function useSearch({ query, spellings, typing, limit }: SearchRequest): SearchResult | null {
  const { session, call } = useAttest();
  const notify = useNotify();
  const [result, setResult] = useState<SearchResult | null>(null);
  const [round, setRound] = useState(0);
  const { revision } = session;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision and a new round may find something else
  useEffect(() => {
    if (query.trim() === '') {
      setResult(null);
      return;
    }
    let isCurrent = true;
    let again = 0;
    void call('search', { query, spellings, typing, limit }).then((searched) => {
      if (!isCurrent) return;
      if (!searched.ok) {
        notify.fault(searched.fault);
        return;
      }
      setResult(searched.value);
      if (searched.value.building) again = window.setTimeout(() => setRound((count) => count + 1), buildingRefreshMs);
    });
    return () => {
      isCurrent = false;
      clearTimeout(again);
    };
  }, [query, spellings, typing, limit, revision, round, call, notify]);
  return result;
}
