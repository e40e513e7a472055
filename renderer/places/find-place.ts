import type { TextMap } from '../reader/text-map.ts';
import type { Place } from './place.ts';

function boxAt(node: Text, offset: number): DOMRect | null {
  const range = new Range();
  range.setStart(node, offset);
  range.setEnd(node, Math.min(node.length, offset + 1));
  return [...range.getClientRects()].findLast(({ height }) => height > 0) ?? null;
}

/** The first character of `node` that reaches below `top`, with its box; a line break of the text has none. */
function firstBelow(node: Text, top: number): { readonly offset: number; readonly box: DOMRect } | null {
  let low = 0;
  let high = node.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    let shown = middle;
    let box = boxAt(node, shown);
    while (!box && shown + 1 < high) {
      shown += 1;
      box = boxAt(node, shown);
    }
    if (box && box.bottom <= top) low = shown + 1;
    else high = middle;
  }
  for (let offset = low; offset < node.length; offset += 1) {
    const box = boxAt(node, offset);
    if (box) return { offset, box };
  }
  return null;
}

/** The place at the upper edge of `scroller`; `null` at the very beginning, and where no text is in sight. */
export function findPlace(scroller: HTMLElement, map: TextMap, statement: string): Place | null {
  if (scroller.scrollTop <= 0) return null;
  const { top, bottom } = scroller.getBoundingClientRect();
  const inSight = map.passageBetween(top, bottom);
  const point = inSight && map.pointAt(inSight.start);
  const first = point && firstBelow(point.node, top);
  if (!inSight || !first) return null;
  const above = Math.round(((top - first.box.top) / first.box.height) * 100) / 100;
  return { statement, block: inSight.start, into: first.offset, above };
}

/** Scrolls to `place`. Says whether it is in the text that is on the page. */
export function scrollToPlace(scroller: HTMLElement, map: TextMap, { block, into, above }: Place): boolean {
  const point = map.pointAt(block + into);
  const box = point && boxAt(point.node, Math.min(point.offset, Math.max(0, point.node.length - 1)));
  if (!box) return false;
  scroller.scrollTop += box.top - scroller.getBoundingClientRect().top + above * box.height;
  return true;
}
