import { Plural, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { HistoryEntry } from '../../core/workspace/history.ts';
import { useChangeWords } from './use-change-words.ts';
import { useHostWords } from './use-host-words.ts';
import { useMomentWords } from './use-moment-words.ts';
import { VersionChange } from './version-change.tsx';

interface HistoryEntryItemProps {
  readonly entry: HistoryEntry;
  /** Whether a highlight is still there, so that it can be gone to. */
  readonly isThere: (highlight: string) => boolean;
  readonly onOpen: (highlight: string) => void;
}

/** One change: what it did, when, by whom and through which edition, and the first highlights before and after. */
export function HistoryEntryItem({ entry, isThere, onOpen }: HistoryEntryItemProps): ReactNode {
  const { t } = useLingui();
  const wordChange = useChangeWords();
  const wordHost = useHostWords();
  const words = useMomentWords();
  const { at, by, host, action, summary, highlights } = entry;
  const what = wordChange(summary);
  const titles = { do: what, undo: t`Undone: ${what}`, redo: t`Done again: ${what}` };
  const more = highlights.length === 0 ? 0 : summary.highlights - highlights.length;
  return (
    <li className="history-entry" tabIndex={-1} data-action={action} data-testid="history-entry">
      <time className="history-time faint" dateTime={at}>
        {words.time(at)}
      </time>
      <div className="history-what">
        <p className="history-title">{titles[action]}</p>
        <p className="faint">{by === '' ? wordHost(host) : `${by}, ${wordHost(host)}`}</p>
        {highlights.map(({ id, before, after }) => (
          <VersionChange key={id} before={before} after={after} onOpen={isThere(id) ? () => onOpen(id) : null} />
        ))}
        {more > 0 ? (
          <p className="faint">
            <Plural value={more} one="and # more highlight" other="and # more highlights" />
          </p>
        ) : null}
      </div>
    </li>
  );
}
