import { measureElement, type Virtualizer } from '@tanstack/react-virtual';

/** The rows whose height has been read as they stood in the list. */
const measured = new WeakSet<Element>();

function isAnyInSightMeasured({ range, elementsCache, options }: Virtualizer<HTMLElement, Element>): boolean {
  if (!range) return false;
  for (let index = range.startIndex; index <= range.endIndex; index += 1) {
    const element = elementsCache.get(options.getItemKey(index));
    if (element && measured.has(element)) return true;
  }
  return false;
}

/**
 * The height of a row, in pixels. Rows above the sight that turn out higher than was thought must not push down what is being read:
 * the list scrolls by as much, in either direction, and places all its rows anew for each of them. Where every row in sight is new,
 * as after a jump of the scroll bar, nobody has read any yet, and they stay where they come to be.
 */
export function measureRow(
  element: Element,
  entry: ResizeObserverEntry | undefined,
  list: Virtualizer<HTMLElement, Element>,
): number {
  if (entry) {
    const isNew = !measured.has(element);
    const isRead = isAnyInSightMeasured(list);
    list.shouldAdjustScrollPositionOnItemSizeChange = ({ start, end }, _, { scrollOffset }) =>
      isRead && scrollOffset !== null && (isNew ? start < scrollOffset : end <= scrollOffset);
    measured.add(element);
  } else {
    // A row that is measured as it is placed, on the way to where a key goes: the list itself knows where that is.
    list.shouldAdjustScrollPositionOnItemSizeChange = undefined;
  }
  return measureElement(element, entry, list);
}
