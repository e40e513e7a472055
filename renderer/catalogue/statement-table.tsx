import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useRowList } from '../library/use-row-list.ts';
import { columns, type RowOrder } from './catalogue-place.ts';
import { StatementRow } from './statement-row.tsx';
import type { CatalogueRows } from './use-catalogue-rows.ts';
import { useColumnWords } from './use-column-words.ts';
import type { RowChoice } from './use-row-choice.ts';
import { useRowWords } from './use-row-words.ts';

/** From this width on a row is one line, in rem; below it the title has a line of its own. */
const wideRem = 58;

/** The heights of a row and of the head above them, in rem, as in catalogue.css. */
const heights = {
  wide: { row: 2.25, head: 2 },
  narrow: { row: 3.375, head: 3.25 },
};

interface TableHeadProps {
  readonly order: RowOrder;
  readonly onOrder: (order: RowOrder) => void;
}

/** The names of the columns. A press sorts by one, another turns the order round. */
function TableHead({ order, onOrder }: TableHeadProps): ReactNode {
  const words = useColumnWords();
  const { t } = useLingui();
  return (
    <thead className="catalogue-table-head">
      <tr className="catalogue-row" aria-rowindex={1}>
        <th scope="col" className="catalogue-tick">
          <span className="visually-hidden">{t`Selected`}</span>
        </th>
        {columns.map((column) => {
          const direction = order.by === column ? order.direction : null;
          return (
            <th key={column} scope="col" data-column={column} aria-sort={direction ?? 'none'}>
              <button
                type="button"
                className="column-button"
                title={words[column]}
                onClick={() =>
                  onOrder({ by: column, direction: direction === 'ascending' ? 'descending' : 'ascending' })
                }
              >
                {words[column]}
                {direction === null ? null : <span aria-hidden="true">{direction === 'ascending' ? ' ↑' : ' ↓'}</span>}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface StatementTableProps {
  readonly shown: CatalogueRows;
  readonly order: RowOrder;
  readonly onOrder: (order: RowOrder) => void;
  readonly choice: RowChoice;
  /** The id of the row that has or had the focus. */
  readonly at: string | null;
  readonly onAt: (at: string) => void;
  readonly onOpen: (statement: string) => void;
}

/**
 * The statements as a table of which only the rows in or near sight exist. One row at a time can be reached by Tab; the arrow keys, Page Up
 * and Down, Home and End go from one to another, with Shift they select on the way; Space selects, Ctrl and A selects all, Escape none,
 * Enter opens.
 */
export function StatementTable(props: StatementTableProps): ReactNode {
  const { shown, order, onOrder, choice, at, onAt, onOpen } = props;
  const { rows, keys, counts } = shown;
  const { t } = useLingui();
  const words = useRowWords();
  const [isWide, setWide] = useState(true);
  const [remPx] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
  const { row, head } = heights[isWide ? 'wide' : 'narrow'];
  const list = useRowList({ keys, rowPx: row * remPx, headPx: head * remPx, at, onAt });
  const { scroller, show } = list;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): void => setWide(element.clientWidth >= wideRem * remPx);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, remPx]);

  // The view begins where it was left; and rows of another height leave the one with the focus in sight.
  const begin = useRef((): void => undefined);
  begin.current = () => {
    const index = at === null ? -1 : keys.indexOf(at);
    if (index !== -1) show(index);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height lie elsewhere
  useEffect(() => begin.current(), [row]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-row]')) return;
    const key = event.target.dataset['row'] ?? '';
    const isAlone = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.code === 'KeyA' && (event.ctrlKey || event.metaKey) && !event.shiftKey) choice.selectAll();
    else if (event.key === ' ' && !event.altKey) choice.select(key, event.shiftKey ? 'range' : 'toggle');
    else if (event.key === 'Escape' && isAlone && choice.selected.size > 0) choice.clear();
    else if (event.key === 'Enter' && isAlone) onOpen(key);
    else {
      const index = event.metaKey ? null : list.step(event);
      if (index === null) return;
      const next = keys[index];
      if (event.shiftKey && next !== undefined) {
        if (choice.selected.size === 0) choice.select(key, 'alone');
        choice.select(next, 'range');
      }
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="catalogue-scroll" ref={list.scroller} data-testid="catalogue-table">
      <table
        className="catalogue-grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are selected is a grid
        role="grid"
        aria-label={t`Catalogue`}
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        data-wide={isWide}
      >
        <TableHead order={order} onOrder={onOrder} />
        <tbody className="catalogue-rows" style={{ height: list.heightPx }} onKeyDown={onKeyDown} {...list.handlers}>
          {list.rows.map(({ index, key, start }) => {
            const summary = rows[index];
            if (!summary) return null;
            return (
              <StatementRow
                key={key}
                summary={summary}
                position={index + 1}
                highlights={counts.byStatement.get(summary.id)?.count ?? 0}
                startPx={start}
                words={words}
                isSelected={choice.selected.has(summary.id)}
                isStop={index === list.stop}
                onSelect={choice.select}
                onOpen={onOpen}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
