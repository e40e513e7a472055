import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { HistoryEntry } from '../../core/workspace/history.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { HistoryEntryItem } from './history-entry-item.tsx';
import type { ShownHistory } from './use-history.ts';
import { useMomentWords } from './use-moment-words.ts';

interface Day {
  readonly day: string;
  readonly entries: HistoryEntry[];
}

function groupByDay(entries: readonly HistoryEntry[], dayOf: (at: string) => string): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

interface HistoryListProps {
  readonly history: ShownHistory;
  readonly onOpen: (highlight: string) => void;
}

/** The changes by day, newest first, and a way to the earlier ones. */
export function HistoryList({ history, onOpen }: HistoryListProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const announce = useAnnounce();
  const words = useMomentWords();
  const [isBusy, setBusy] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const { entries, hasMore, showEarlier } = history;
  const days = useMemo(() => groupByDay(entries, words.day), [entries, words]);
  const present = useMemo(() => new Set(session.highlights.map(({ id }) => id)), [session.highlights]);
  const showMore = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const last = [...(list.current?.querySelectorAll<HTMLElement>('.history-entry') ?? [])].at(-1);
    const page = await showEarlier();
    setBusy(false);
    if (!page) return;
    // With the last page the button goes: the focus stays where the list goes on.
    if (!page.hasMore) last?.focus({ preventScroll: true });
    const count = page.entries.length;
    announce(t`${plural(count, { one: '# earlier change shown', other: '# earlier changes shown' })}`);
  };
  return (
    <div ref={list}>
      {days.map(({ day, entries: members }) => (
        // The clock may have gone back: the same day can come twice, but not with the same newest change.
        <section key={members[0]?.sequence} className="history-day">
          <h3 className="pane-label">{day}</h3>
          <ol>
            {members.map((entry) => (
              <HistoryEntryItem key={entry.sequence} entry={entry} isThere={(id) => present.has(id)} onOpen={onOpen} />
            ))}
          </ol>
        </section>
      ))}
      {hasMore ? (
        <button type="button" className="button" aria-busy={isBusy} onClick={() => void showMore()}>
          <Trans>Show earlier changes</Trans>
        </button>
      ) : null}
    </div>
  );
}
