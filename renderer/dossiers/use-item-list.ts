import { defaultRangeExtractor, type ReactVirtualizer, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { DossierItem } from '../../core/dossiers/dossier.ts';
import { measureRow } from '../controls/measure-row.ts';

/** The height of a row before it has been measured, in pixels. */
const estimatedRowPx = 150;

/** The rows of a dossier that exist. */
interface ItemList {
  readonly list: ReactVirtualizer<HTMLElement, Element>;
  /** How far below the top of what scrolls the list begins, in pixels. */
  readonly margin: number;
  /** The items that have a row now. */
  readonly near: readonly DossierItem[];
}

/**
 * Lays out a row for each item and one for the end, those in sight only; those at the indices `kept` stay although they are
 * scrolled out of sight, since they have the focus or are being written.
 */
export function useItemList(
  items: readonly DossierItem[],
  scroller: RefObject<HTMLElement | null>,
  element: RefObject<HTMLElement | null>,
  kept: readonly number[],
): ItemList {
  const [margin, setMargin] = useState(0);
  // The title above may have become higher; the same number again changes nothing.
  useLayoutEffect(() => setMargin(element.current?.offsetTop ?? 0));
  const list = useVirtualizer<HTMLElement, Element>({
    count: items.length + 1,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedRowPx,
    getItemKey: (index) => items[index]?.id ?? 'end',
    measureElement: measureRow,
    overscan: 6,
    scrollMargin: margin,
    rangeExtractor: (range) => {
      const more = kept.filter((index) => index >= 0 && index < range.count);
      return [...new Set([...defaultRangeExtractor(range), ...more])].sort((a, b) => a - b);
    },
  });
  const rows = list.getVirtualItems();
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0];
  const near = useMemo(() => items.slice(first, last + 1), [items, first, last]);
  return { list, margin, near };
}
