import { useEffect, useState } from 'react';
import type { SearchResult } from '../../core/search/search-result.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';

/** Hits that are asked for at a time; the rest is only counted. */
const hitLimit = 200;

/** The hits of `query` in all statements, searched anew on every key; `null` where nothing is asked for. */
export function useSearch(query: string): SearchResult | null {
  const { call } = useAttest();
  const notify = useNotify();
  const [result, setResult] = useState<SearchResult | null>(null);
  useEffect(() => {
    if (query.trim() === '') {
      setResult(null);
      return;
    }
    let isCurrent = true;
    void call('search', { query, limit: hitLimit, typing: true }).then((searched) => {
      if (!isCurrent) return;
      if (searched.ok) setResult(searched.value);
      else notify.fault(searched.fault);
    });
    return () => {
      isCurrent = false;
    };
  }, [query, call, notify]);
  return result;
}
