import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefCallback,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

/** Rows built beyond those in sight, at each end. */
const overscan = 6;

interface RowListOptions {
  /** The rows, by keys that stay theirs. The same list until they change. */
  readonly keys: readonly string[];
  /** About how high a row is, in pixels. */
  readonly rowPx: number;
  /** How much at the top of the scroller lies over the rows, in pixels. */
  readonly headPx?: number;
  /** The key of the row that has or had the focus. */
  readonly at: string | null;
  readonly onAt: (key: string) => void;
}

/** A list of rows of which only those in or near sight exist. */
export interface RowList {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rows: readonly VirtualItem[];
  /** Of all rows together, in pixels. */
  readonly heightPx: number;
  /** The index of the row that Tab comes to. */
  readonly stop: number;
  /** Goes to a row, by its index, and gives it the focus; beyond the ends to the first or last. Gives the index. */
  readonly goTo: (index: number) => number;
  /** Goes where an arrow, Page Up or Down, Home or End leads. Gives the index; `null` for other keys, and without rows. */
  readonly step: (event: KeyboardEvent) => number | null;
  /** Brings a row into sight, by its index. */
  readonly show: (index: number) => void;
  /** For the element around the rows. */
  readonly handlers: {
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
  /** For each row, of which the height then is what it is. */
  readonly measure: RefCallback<Element>;
}

/**
 * Holds which rows of a long list exist and which one Tab comes to: the one that had the focus last, or the first in sight.
 * The row with the focus exists wherever its list is scrolled to. The element to be focused bears its key as `data-row`.
 */
export function useRowList({ keys, rowPx, headPx = 0, at, onAt }: RowListOptions): RowList {
  const scroller = useRef<HTMLDivElement>(null);
  const [hasFocus, setFocus] = useState(false);
  const wanted = useRef<string | null>(null);
  const indexes = useMemo(() => new Map(keys.map((key, index) => [key, index])), [keys]);
  const known = at === null ? undefined : indexes.get(at);
  const focused = hasFocus ? known : undefined;
  const list = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => rowPx, [rowPx]),
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    overscan,
    // What lies over the rows pushes them down as far: only at the other end do they go out of sight earlier.
    scrollPaddingEnd: headPx,
    rangeExtractor: useCallback(
      (range: Range) => {
        const near = defaultRangeExtractor(range);
        return focused === undefined || near.includes(focused) ? near : [...near, focused].sort((a, b) => a - b);
      },
      [focused],
    ),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are placed anew
  useLayoutEffect(() => list.measure(), [list, rowPx]);
  const inSight = list.range ?? { startIndex: 0, endIndex: 0 };
  const isInSight = known !== undefined && known >= inSight.startIndex && known <= inSight.endIndex;
  const stop = known !== undefined && (hasFocus || isInSight) ? known : inSight.startIndex;

  const goTo = (index: number): number => {
    const bounded = Math.max(0, Math.min(keys.length - 1, index));
    const key = keys[bounded];
    if (key === undefined) return bounded;
    wanted.current = key;
    setFocus(true);
    onAt(key);
    list.scrollToIndex(bounded, { align: 'auto' });
    return bounded;
  };
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  const step = (event: KeyboardEvent): number | null => {
    if (event.altKey || keys.length === 0) return null;
    const from = known ?? stop;
    const page = Math.max(1, inSight.endIndex - inSight.startIndex - 1);
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key];
    if (by !== undefined) return goTo(from + by);
    if (event.key === 'Home') return goTo(0);
    return event.key === 'End' ? goTo(keys.length - 1) : null;
  };
  return {
    scroller,
    rows: list.getVirtualItems(),
    heightPx: list.getTotalSize(),
    stop,
    goTo,
    step,
    show: (index) => list.scrollToIndex(index, { align: 'auto' }),
    handlers: {
      onFocus: ({ target }) => {
        const key = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
        setFocus(true);
        if (key !== undefined) onAt(key);
      },
      onBlur: ({ currentTarget, relatedTarget }) => setFocus(currentTarget.contains(relatedTarget)),
    },
    measure: list.measureElement,
  };
}
