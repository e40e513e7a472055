import { type RefObject, useEffect } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { TextMap } from './text-map.ts';

/** Pixels under the upper edge from which on a highlight counts as being read. */
const readingLinePx = 60;

/** Milliseconds without scrolling after which the list follows: building its cards meanwhile would cost frames. */
const restMs = 100;

/**
 * Says which highlight is the first in sight once its user has scrolled there. `highlights` are in reading
 * order; the place is found by halving, so that thousands cost no more than a dozen looks at the layout.
 */
export function useListFollow(
  scroller: RefObject<HTMLElement | null>,
  highlights: readonly PlacedHighlight[],
  mapOf: () => TextMap | null,
  onFirstInSight: (id: string | null) => void,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const placed = highlights.flatMap(({ id, anchor }) =>
      anchor.state === 'anchored' ? [{ id, passage: anchor }] : [],
    );
    let rest = 0;
    const look = (): void => {
      const map = mapOf();
      const line = element.getBoundingClientRect().top + readingLinePx;
      let low = 0;
      let high = placed.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const passage = placed[middle]?.passage;
        const bottom = passage ? map?.rangesOf(passage).at(-1)?.getBoundingClientRect().bottom : undefined;
        if ((bottom ?? 0) < line) low = middle + 1;
        else high = middle;
      }
      onFirstInSight(placed[Math.min(low, placed.length - 1)]?.id ?? null);
    };
    const onScroll = (): void => {
      clearTimeout(rest);
      rest = window.setTimeout(look, restMs);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      element.removeEventListener('scroll', onScroll);
      clearTimeout(rest);
    };
  }, [scroller, highlights, mapOf, onFirstInSight]);
}
