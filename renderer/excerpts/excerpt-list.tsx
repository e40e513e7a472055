import { useLingui } from '@lingui/react/macro';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ExcerptContext } from '../../core/excerpts/excerpt.ts';
import type { ExcerptGrouping } from '../../core/excerpts/excerpt-filter.ts';
import { measureRow } from '../controls/measure-row.ts';
import { useHighlightActions } from '../highlights/use-highlight-actions.ts';
import { estimateRowsPx } from './estimate-row.ts';
import { ExcerptRow } from './excerpt-row.tsx';
import { GroupHeading, GroupName } from './group-heading.tsx';
import { type ExcerptItem, type ExcerptRow as Row, stepThroughExcerpts } from './list-excerpt-rows.ts';
import type { Selection } from './use-selection.ts';
import type { ShownExcerpts } from './use-shown-excerpts.ts';
import { useSourceWords } from './use-source-words.ts';
import { useSurroundings } from './use-surroundings.ts';

/** Rows built beyond those in sight, at each end. */
const overscan = 4;

/** The text around quotations is read for so many rows beyond those in sight, in steps of as many. */
const readAhead = 30;

/** Where the row with a key stands. Looked for when it is needed: a map of a hundred thousand rows would be made for one of them. */
function indexOfRow(rows: readonly Row[], key: string | null): number | undefined {
  const index = key === null ? -1 : rows.findIndex((row) => row.key === key);
  return index === -1 ? undefined : index;
}

/**
 * Numbers for the rows, which stay theirs while other rows come and go. The list looks for the measured height of every row again
 * whenever one has been measured: with numbers in an array this takes a fraction of what it takes with the keys of the rows.
 */
function useRowNumbers(rows: readonly Row[]): Uint32Array {
  const known = useRef({ numbers: new Map<string, number>(), next: 0 });
  return useMemo(() => {
    // Those of rows that are long gone would come to more than the rows.
    const isCrowded = known.current.numbers.size > 2 * rows.length;
    let { next } = known.current;
    const numbers = isCrowded ? new Map<string, number>() : known.current.numbers;
    const all = Uint32Array.from(rows, ({ key }) => {
      const there = numbers.get(key);
      if (there !== undefined) return there;
      numbers.set(key, next);
      next += 1;
      return next - 1;
    });
    known.current = { numbers, next };
    return all;
  }, [rows]);
}

interface ExcerptListProps {
  readonly shown: ShownExcerpts;
  readonly groupBy: ExcerptGrouping;
  /** How many excerpts are among the rows. */
  readonly count: number;
  readonly context: ExcerptContext;
  readonly selection: Selection;
  /** The key of the row that has or had the focus: the list begins there. */
  readonly at: RefObject<string | null>;
  readonly onOpen: (highlight: string) => void;
}

/**
 * The excerpts under their headings. Only the rows in or near sight exist, so that thousands scroll as lightly as ten. One
 * excerpt at a time can be reached by Tab; the arrow keys, Page Up and Down, Home and End go from one to another, Enter
 * opens it in the reader and Space selects it (with Shift all from the one before).
 */
export function ExcerptList(props: ExcerptListProps): ReactNode {
  const { shown, groupBy, count, context, selection, at: kept, onOpen } = props;
  const { rows, filter } = shown;
  const { t } = useLingui();
  const { cite } = useHighlightActions();
  const wordSource = useSourceWords();
  const scroller = useRef<HTMLElement>(null);
  const [at, setAt] = useState(kept.current);
  const [hasFocus, setFocus] = useState(false);
  const wantsFocus = useRef(false);
  const known = useMemo(() => indexOfRow(rows, at), [rows, at]);
  const focused = hasFocus ? known : undefined;

  const estimates = useMemo(() => estimateRowsPx(rows, context), [rows, context]);
  const numbers = useRowNumbers(rows);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimates[index] ?? 0,
    // The same function until the rows change: with another one, every row is placed anew.
    getItemKey: useCallback((index: number) => numbers[index] ?? index, [numbers]),
    measureElement: measureRow,
    overscan,
    // The excerpt that has the focus stays, wherever its list is scrolled to: the keys go on from there.
    rangeExtractor: useCallback(
      (range: Range) => {
        const near = defaultRangeExtractor(range);
        return focused === undefined || near.includes(focused) ? near : [...near, focused].sort((a, b) => a - b);
      },
      [focused],
    ),
  });
  const items = list.getVirtualItems();
  const inSight = list.range ?? { startIndex: 0, endIndex: 0 };
  const firstInSight = stepThroughExcerpts(rows, inSight.startIndex - 1, 1);
  const isInSight = known !== undefined && known >= inSight.startIndex && known <= inSight.endIndex;
  const stop = known !== undefined && (hasFocus || isInSight) ? known : firstInSight;

  const from = Math.floor(inSight.startIndex / readAhead - 1) * readAhead;
  const to = Math.ceil(inSight.endIndex / readAhead + 1) * readAhead;
  const near = useMemo(
    () => rows.slice(Math.max(0, from), to).flatMap((row) => (row.kind === 'excerpt' ? row.highlight : [])),
    [rows, from, to],
  );
  const surroundingsOf = useSurroundings(near, context);

  const onCite = useCallback(
    ({ highlight: { statement, anchor } }: ExcerptItem) => {
      if (anchor.state === 'anchored') void cite(statement, { start: anchor.start, end: anchor.end });
    },
    [cite],
  );

  useLayoutEffect(() => {
    kept.current = at;
  }, [kept, at]);
  // Where the list was taken to by key, or begins: rows that grow when their text arrives do not push it out of sight.
  const held = useRef<string | null>(at);
  const letGo = useCallback(() => {
    held.current = null;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other surroundings are other heights
  useLayoutEffect(() => {
    const index = indexOfRow(rows, held.current);
    if (index !== undefined) list.scrollToIndex(index, { align: 'auto' });
  }, [list, rows, surroundingsOf]);

  // Another choice of excerpts is another list: it is read from its beginning.
  const before = useRef({ filter, groupBy });
  useLayoutEffect(() => {
    const isSame = before.current.filter === filter && before.current.groupBy === groupBy;
    before.current = { filter, groupBy };
    if (!isSame && indexOfRow(rows, held.current) === undefined) list.scrollToOffset(0);
  }, [list, rows, filter, groupBy]);

  const goTo = (index: number): void => {
    const row = rows[index];
    if (row?.kind !== 'excerpt') return;
    wantsFocus.current = true;
    held.current = row.key;
    setAt(row.key);
    setFocus(true);
    // Above the first of a group stands its heading, which says what it belongs to.
    const isUpward = index <= inSight.startIndex;
    list.scrollToIndex(isUpward && rows[index - 1]?.kind === 'heading' ? index - 1 : index, {
      align: isUpward ? 'start' : 'auto',
    });
  };
  useLayoutEffect(() => {
    if (!wantsFocus.current || at === null) return;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(at)}"]`);
    if (!element) return;
    wantsFocus.current = false;
    element.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || known === undefined) return;
    const row = rows[known];
    const isOnExcerpt = event.target instanceof HTMLElement && event.target.matches('.excerpt');
    const page = Math.max(1, inSight.endIndex - inSight.startIndex - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key];
    if (steps !== undefined) goTo(stepThroughExcerpts(rows, known, steps));
    else if (event.key === 'Home') goTo(stepThroughExcerpts(rows, -1, 1));
    else if (event.key === 'End') goTo(stepThroughExcerpts(rows, rows.length, -1));
    else if (event.key === 'Enter' && isOnExcerpt && row?.kind === 'excerpt') onOpen(row.highlight.id);
    else if (event.key === ' ' && isOnExcerpt && row?.kind === 'excerpt') selection.toggle(row, event.shiftKey);
    else return;
    event.preventDefault();
  };

  const top = list.scrollOffset ?? 0;
  const above = list.getVirtualItemForOffset(top);
  const passing = above && above.start < top ? rows[above.index]?.group : undefined;
  return (
    <div className="excerpt-frame">
      {passing && passing.of !== 'none' ? (
        <p className="excerpt-passing" aria-hidden="true">
          <span>
            <GroupName group={passing} />
          </span>
        </p>
      ) : null}
      <section
        className="excerpts-scroll"
        ref={scroller}
        aria-label={t`Excerpts`}
        onWheel={letGo}
        onPointerDown={letGo}
        data-testid="excerpt-scroll"
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the excerpts in it */}
        <div
          className="excerpt-list"
          style={{ height: list.getTotalSize() }}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            const key = event.target.closest<HTMLElement>('[data-row]')?.dataset['row'];
            setFocus(true);
            if (key !== undefined) setAt(key);
          }}
          onBlur={(event) => setFocus(event.currentTarget.contains(event.relatedTarget))}
        >
          {items.map(({ index, key, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <div
                key={key}
                ref={list.measureElement}
                className="excerpt-place"
                data-index={index}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row.kind === 'heading' ? (
                  <GroupHeading group={row.group} />
                ) : (
                  <ExcerptRow
                    item={row}
                    count={count}
                    surroundings={surroundingsOf(row.highlight)}
                    source={row.group.of === 'statement' ? '' : wordSource(row.highlight.statement)}
                    isSelected={selection.ids.has(row.highlight.id)}
                    isStop={index === stop}
                    onSelect={selection.toggle}
                    onOpen={onOpen}
                    onCite={onCite}
                  />
                )}
              </div>
            );
          })}
        </div>
      </section>
    </div>
  );
}
