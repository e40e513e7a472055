import { useCallback, useMemo, useState } from 'react';
import type { CallInput } from '../../core/ipc-contract.ts';
import { keepInWindow, readFromWindow } from '../settings/device-storage.ts';

/** What is asked of the search. */
export type SearchRequest = CallInput<'search'>;

/** Hits that are asked for at a time; the rest is counted, and comes when it is wanted. */
const hitsAtATime = 200;

/** Where the switch for other spellings is remembered, for as long as the window is. */
const spellingsKey = 'attest.spellings';

/** The search that its user is making, and the ways to change it. */
export interface Searching {
  readonly request: SearchRequest;
  /** The query as it is typed: its last word may be the beginning of one. */
  readonly type: (query: string) => void;
  /** A whole query, as a suggestion or a saved search is one. */
  readonly ask: (query: string) => void;
  readonly setSpellings: (spellings: boolean) => void;
  /** Takes the query for a whole one, as it will be when something is done with all its hits. */
  readonly settle: () => void;
  readonly showMore: () => void;
}

/** The search that its user is making. Other spellings of names are on until they are switched off. */
export function useSearchRequest(): Searching {
  const [request, setRequest] = useState<SearchRequest>(() => ({
    query: '',
    spellings: readFromWindow(spellingsKey) !== 'off',
    typing: true,
    limit: hitsAtATime,
  }));
  const type = useCallback((query: string) => {
    setRequest((before) => ({ ...before, query, typing: true, limit: hitsAtATime }));
  }, []);
  const ask = useCallback((query: string) => {
    setRequest((before) => ({ ...before, query, typing: false, limit: hitsAtATime }));
  }, []);
  const setSpellings = useCallback((spellings: boolean) => {
    keepInWindow(spellingsKey, spellings ? 'on' : 'off');
    setRequest((before) => ({ ...before, spellings, limit: hitsAtATime }));
  }, []);
  const settle = useCallback(() => setRequest((before) => ({ ...before, typing: false })), []);
  const showMore = useCallback(() => {
    setRequest((before) => ({ ...before, limit: before.limit + hitsAtATime }));
  }, []);
  return useMemo(
    () => ({ request, type, ask, setSpellings, settle, showMore }),
    [request, type, ask, setSpellings, settle, showMore],
  );
}
