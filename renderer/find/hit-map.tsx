import { type PointerEvent, type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Passage } from '../../core/text/passage.ts';
import type { TextMap } from '../reader/text-map.ts';

interface HitMapProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly mapOf: () => TextMap | null;
  /** What is found in the statement, in text order. */
  readonly matches: readonly Passage[];
  readonly current: Passage | null;
  /** Goes to the match with this number, counted from 0. */
  readonly onGoTo: (at: number) => void;
}

/** A mark on the strip: its height in pixels from the top, and the first match that it stands for. */
interface Mark {
  readonly y: number;
  readonly at: number;
}

/** Pixels from mark to mark: nearer ones are one. */
const grainPx = 2;

/** How far from a mark a click still means it, in pixels. */
const reachPx = 12;

/**
 * Heights in the statement, as parts of its whole. One look at the layout for each element of the text; within one, a
 * position stands as far down as it stands along. What lies in a closed fold stands where the fold does.
 */
function heightsIn(scroller: HTMLElement, map: TextMap): (position: number) => number {
  const top = scroller.getBoundingClientRect().top - scroller.scrollTop;
  const boxes = new Map<Element, DOMRect>();
  const boxOf = (element: Element): DOMRect => {
    const known = boxes.get(element);
    if (known) return known;
    const fold = element.closest('[hidden]') ? element.closest('.furniture-fold') : null;
    const box = (fold ?? element).getBoundingClientRect();
    boxes.set(element, box);
    return box;
  };
  return (position) => {
    const point = map.pointAt(position);
    const element = point?.node.parentElement;
    if (!point || !element) return 0;
    const box = boxOf(element);
    const along = point.node.length === 0 ? 0 : point.offset / point.node.length;
    return (box.top + box.height * along - top) / scroller.scrollHeight;
  };
}

function nearestTo(marks: readonly Mark[], y: number): Mark | null {
  let nearest: Mark | null = null;
  for (const mark of marks) if (!nearest || Math.abs(mark.y - y) < Math.abs(nearest.y - y)) nearest = mark;
  return nearest && Math.abs(nearest.y - y) <= reachPx ? nearest : null;
}

const pathOf = (heights: readonly number[]): string => heights.map((y) => `M1 ${y}h8`).join('');

/** Where in the statement the matches are, as a strip beside its scroll bar; a click goes there. */
export function HitMap({ scroller, mapOf, matches, current, onGoTo }: HitMapProps): ReactNode {
  const strip = useRef<SVGSVGElement>(null);
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const [currentY, setCurrentY] = useState<number | null>(null);
  const [scrollBarPx, setScrollBarPx] = useState(0);

  const measure = useCallback(() => {
    const map = mapOf();
    const height = strip.current?.clientHeight ?? 0;
    if (!scroller.current || !map || height === 0) return;
    setScrollBarPx(scroller.current.offsetWidth - scroller.current.clientWidth);
    const heightOf = heightsIn(scroller.current, map);
    const yOf = ({ start }: Passage): number =>
      Math.min(height - 1, Math.max(1, Math.floor((heightOf(start) * height) / grainPx) * grainPx));
    const next = new Map<number, Mark>();
    for (const [at, match] of matches.entries()) {
      const y = yOf(match);
      if (!next.has(y)) next.set(y, { y, at });
    }
    setMarks([...next.values()]);
    setCurrentY(current ? yOf(current) : null);
  }, [scroller, mapOf, matches, current]);

  useEffect(() => {
    const article = mapOf()?.root;
    if (!strip.current || !article) return;
    // Watching begins with a first report.
    const resized = new ResizeObserver(measure);
    resized.observe(strip.current);
    resized.observe(article);
    return () => resized.disconnect();
  }, [mapOf, measure]);

  const onPointerDown = (event: PointerEvent): void => {
    event.preventDefault();
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    const mark = nearestTo(marks, y);
    if (mark) onGoTo(mark.at);
  };
  return (
    <svg
      ref={strip}
      className="hit-map"
      aria-hidden="true"
      data-testid="hit-map"
      style={{ marginInlineEnd: scrollBarPx }}
      onPointerDown={onPointerDown}
    >
      <path className="hit-map-mark" d={pathOf(marks.map(({ y }) => y))} />
      {currentY === null ? null : <path className="hit-map-current" d={`M0 ${currentY}h10`} />}
    </svg>
  );
}
