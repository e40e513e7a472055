import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FoundInStatement, Match } from '../../core/search/search-result.ts';
import type { Passage } from '../../core/text/passage.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';

/** What was found in a text, and what was odd in the query. */
export type Found = Pick<FoundInStatement, 'matches' | 'remarks'>;

/** Finding in the open statement: what is looked for, what was found, and which of it is looked at. */
export interface Finding {
  readonly isOpen: boolean;
  readonly query: string;
  /** What was found for `query`; `null` while that is not known. */
  readonly found: Found | null;
  /** The match that is looked at, counted from 0; -1 where there is none. */
  readonly at: number;
  readonly current: Match | null;
  /** Opens the bar, or stays in it; looks for `query` where one is given, from position `from` on. */
  readonly open: (query: string | null, from: number) => void;
  readonly setQuery: (query: string) => void;
  /** Goes to the next match or the one before, round the ends. */
  readonly step: (by: 1 | -1) => void;
  readonly goTo: (at: number) => void;
  readonly close: () => void;
}

const nothing: readonly Match[] = [];

/** The first match that ends after `position`, else the first of all; -1 where there is none. */
function matchFrom(matches: readonly Match[], position: number): number {
  const next = matches.findIndex(({ end }) => end > position);
  return next === -1 && matches.length > 0 ? 0 : next;
}

/**
 * Finds in one text, by the way that `find` does; each match gone to is given to `reveal`. What `find` gives `null` for has been said. Another
 * function looks anew.
 */
export function useFinding(
  find: (query: string) => Promise<Found | null>,
  reveal: (passage: Passage) => void,
): Finding {
  const [isOpen, setOpen] = useState(false);
  const [query, setTyped] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [at, setAt] = useState(-1);
  /** From where on the first match is looked for, so that each further key stays where its user is. */
  const from = useRef(0);
  const matches = found?.matches ?? nothing;

  useEffect(() => {
    if (!isOpen || query.trim() === '') {
      setFound(null);
      setAt(-1);
      return;
    }
    let isCurrent = true;
    void find(query).then((answer) => {
      if (!isCurrent || answer === null) return;
      const next = matchFrom(answer.matches, from.current);
      setFound(answer);
      setAt(next);
      const match = answer.matches[next];
      if (match) reveal(match);
    });
    return () => {
      isCurrent = false;
    };
  }, [isOpen, query, find, reveal]);

  const goTo = useCallback(
    (next: number) => {
      const match = matches[next];
      if (!match) return;
      from.current = match.start;
      setAt(next);
      reveal(match);
    },
    [matches, reveal],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      if (matches.length > 0) goTo((at + by + matches.length) % matches.length);
    },
    [goTo, at, matches.length],
  );
  const open = useCallback((next: string | null, position: number) => {
    from.current = position;
    setOpen(true);
    if (next !== null) setTyped(next);
  }, []);
  const close = useCallback(() => setOpen(false), []);
  return useMemo(
    () => ({
      isOpen,
      query,
      found,
      at,
      current: matches[at] ?? null,
      open,
      setQuery: setTyped,
      step,
      goTo,
      close,
    }),
    [isOpen, query, found, at, matches, open, step, goTo, close],
  );
}

/** Finds in one statement, by the same rules as the search over all. */
export function useFind(statement: string, spellings: boolean, reveal: (passage: Passage) => void): Finding {
  const { call } = useAttest();
  const notify = useNotify();
  const find = useCallback(
    async (query: string) => {
      const answer = await call('findInStatement', { statement, query, spellings, typing: true });
      if (answer.ok) return answer.value;
      notify.fault(answer.fault);
      return null;
    },
    [call, notify, statement, spellings],
  );
  return useFinding(find, reveal);
}
