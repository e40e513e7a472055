import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { StatementSummary } from '../../core/statements/statement.ts';
import type { Tag } from '../../core/tags/tag.ts';
import type { HighlightCounts } from './count-highlights.ts';
import { StatementItem } from './statement-item.tsx';
import { useRowList } from './use-row-list.ts';

interface StatementListProps {
  readonly statements: readonly StatementSummary[];
  readonly counts: HighlightCounts;
  readonly tags: readonly Tag[];
  /** The statements that are open. */
  readonly open: readonly string[];
  readonly onOpen: (statement: string, isBeside: boolean) => void;
}

/** The usual height of an item at the usual text size, in pixels. */
const itemPx = 76;

/** A few statements, all of them there, and each a stop of the Tab key. */
export function StatementList({ statements, counts, tags, open, onOpen }: StatementListProps): ReactNode {
  return (
    <ul className="statement-list">
      {statements.map((summary) => (
        <li key={summary.id}>
          <StatementItem
            summary={summary}
            highlights={counts.byStatement.get(summary.id)}
            tags={tags}
            isOpen={open.includes(summary.id)}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ul>
  );
}

/**
 * Any number of statements, which scroll by themselves. Only those in or near sight exist; one at a time can be reached by
 * Tab, the arrow keys, Page Up and Down, Home and End go from one to another.
 */
export function LongStatementList({ statements, counts, tags, open, onOpen }: StatementListProps): ReactNode {
  const [at, setAt] = useState<string | null>(open[0] ?? null);
  const keys = useMemo(() => statements.map(({ id }) => id), [statements]);
  const list = useRowList({ keys, rowPx: itemPx, at, onAt: setAt });
  const [first = null] = open;
  const show = useRef((_: string): void => undefined);
  show.current = (id) => {
    const index = keys.indexOf(id);
    if (index !== -1) list.show(index);
  };
  useEffect(() => {
    if (first !== null) show.current(first);
  }, [first]);
  return (
    <div className="statement-scroll" ref={list.scroller} data-testid="statement-scroll">
      <ul
        className="statement-list"
        style={{ height: list.heightPx }}
        {...list.handlers}
        onKeyDown={(event) => {
          if (!event.ctrlKey && !event.metaKey && list.step(event) !== null) event.preventDefault();
        }}
      >
        {list.rows.map(({ index, key, start }) => {
          const summary = statements[index];
          if (!summary) return null;
          return (
            <li
              key={key}
              ref={list.measure}
              className="statement-place"
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={statements.length}
              style={{ transform: `translateY(${start}px)` }}
            >
              <StatementItem
                summary={summary}
                highlights={counts.byStatement.get(summary.id)}
                tags={tags}
                isOpen={open.includes(summary.id)}
                isStop={index === list.stop}
                onOpen={onOpen}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
