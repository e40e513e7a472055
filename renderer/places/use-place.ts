import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { LeftAt } from '../navigation/visit.ts';
import type { TextMap } from '../reader/text-map.ts';
import { findPlace, scrollToPlace } from './find-place.ts';
import type { Place } from './place.ts';
import { usePlaces } from './use-places.tsx';

/** Milliseconds without scrolling after which the place is kept. */
const restMs = 150;

/**
 * Opens a statement where it was left, unless its user is on the way to a goal, and keeps where it is left. `leftAt` is
 * where it was left by who comes back to it with Back or Forward; a new object goes there again. When the
 * text is laid out anew (another size, width or typeface, a font that arrives), the same words stay at the upper edge.
 */
export function usePlace(
  scroller: RefObject<HTMLElement | null>,
  statement: string,
  mapOf: () => TextMap | null,
  hasGoal: boolean,
  leftAt: LeftAt | null,
): void {
  const places = usePlaces();
  const hasGoalAtFirst = useRef(hasGoal);
  useLayoutEffect(() => {
    const element = scroller.current;
    const map = mapOf();
    if (!element || !map) return;
    let place: Place | null = hasGoalAtFirst.current ? null : places.find(statement);
    // Whoever came for a goal leaves from there, even where no scrolling was needed to see it.
    let scrolledTo = hasGoalAtFirst.current ? Number.NaN : element.scrollTop;
    let rest = 0;
    const restore = (): void => {
      if (!place || !scrollToPlace(element, map, place)) return;
      scrolledTo = element.scrollTop;
    };
    const look = (): void => {
      clearTimeout(rest);
      rest = 0;
      // The place is known better than it can be found again: it may be in the middle of a line by now.
      if (!element.isConnected || element.scrollTop === scrolledTo) return;
      place = findPlace(element, map, statement);
      scrolledTo = element.scrollTop;
      places.keep(statement, place);
    };
    const onScroll = (): void => {
      if (element.scrollTop === scrolledTo) return;
      clearTimeout(rest);
      rest = window.setTimeout(look, restMs);
    };
    const onResize = (): void => {
      if (rest === 0) restore();
    };
    restore();
    const observer = new ResizeObserver(onResize);
    observer.observe(map.root);
    element.addEventListener('scroll', onScroll, { passive: true });
    addEventListener('pagehide', look);
    const unwatch = places.watch(look);
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
      removeEventListener('pagehide', look);
      unwatch();
      look();
    };
  }, [scroller, statement, mapOf, places]);
  useLayoutEffect(() => {
    const element = scroller.current;
    const map = mapOf();
    const place = leftAt?.get(statement);
    if (place === undefined || !element || !map) return;
    if (place) scrollToPlace(element, map, place);
    else element.scrollTop = 0;
  }, [scroller, statement, mapOf, leftAt]);
}
