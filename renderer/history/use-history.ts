import { useCallback, useEffect, useRef, useState } from 'react';
import type { HistoryEntry, HistoryPage } from '../../core/workspace/history.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';

/** How many changes come at a time, and how many at most when what is shown is read anew. */
const pageSize = 50;
const largestPage = 500;

/** The changes shown so far, newest first. */
export interface ShownHistory {
  readonly entries: readonly HistoryEntry[];
  readonly hasMore: boolean;
  /** Reads and shows the page before the oldest change that is shown; `null` where that failed. */
  readonly showEarlier: () => Promise<HistoryPage | null>;
}

/** The history, of the whole workspace or of one highlight, kept in step with it; `null` until it has been read. */
export function useHistory(highlight: string | null): ShownHistory | null {
  const { session, call } = useAttest();
  const notify = useNotify();
  const [shown, setShown] = useState<(HistoryPage & { readonly highlight: string | null }) | null>(null);
  const count = useRef(0);
  const { save } = session;
  const isForThis = shown !== null && shown.highlight === highlight;
  useEffect(() => {
    count.current = isForThis ? shown.entries.length : 0;
  }, [isForThis, shown]);

  // The history is read from the disk: a change is in it when it has been saved.
  useEffect(() => {
    if (save.state === 'saving') return;
    let isCurrent = true;
    const limit = Math.min(largestPage, Math.max(pageSize, count.current));
    void call('readHistory', { highlight, before: null, limit }).then((read) => {
      if (!isCurrent) return;
      if (read.ok) setShown({ ...read.value, highlight });
      else notify.fault(read.fault);
    });
    return () => {
      isCurrent = false;
    };
  }, [highlight, save, call, notify]);

  const oldest = isForThis ? (shown.entries.at(-1)?.sequence ?? null) : null;
  const showEarlier = useCallback(async (): Promise<HistoryPage | null> => {
    const read = await call('readHistory', { highlight, before: oldest, limit: pageSize });
    if (!read.ok) {
      notify.fault(read.fault);
      return null;
    }
    const { entries, hasMore } = read.value;
    setShown((last) => {
      // What is shown may have been read anew meanwhile.
      if (last?.highlight !== highlight || last.entries.at(-1)?.sequence !== oldest) return last;
      return { ...last, entries: [...last.entries, ...entries], hasMore };
    });
    return read.value;
  }, [call, notify, highlight, oldest]);

  return isForThis ? { entries: shown.entries, hasMore: shown.hasMore, showEarlier } : null;
}
