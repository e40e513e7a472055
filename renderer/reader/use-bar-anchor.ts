import { type RefObject, useCallback, useRef } from 'react';
import type { Passage } from '../../core/text/passage.ts';
import type { BarPanel } from './selection-bar.tsx';
import type { TextMap } from './text-map.ts';

/** A passage that takes more than this part of the height cannot be kept in sight beside what is found elsewhere. */
const keptInSight = 0.4;

/** Where the bar is to stand: asked for whenever the layout moves, whatever panel is shown by then; `null` while there is no passage. */
export function useBarAnchor(
  scroller: RefObject<HTMLElement | null>,
  mapOf: () => TextMap | null,
  passage: Passage | null,
  panel: BarPanel,
): () => { readonly getBoundingClientRect: () => DOMRect } | null {
  const shownPanel = useRef(panel);
  shownPanel.current = panel;
  return useCallback(() => {
    if (!passage) return null;
    const rectOf = (): DOMRect | undefined => {
      const ranges = mapOf()?.rangesOf(passage) ?? [];
      const lines = ranges.flatMap((range) => [...range.getClientRects()]);
      const [first, last] = [lines[0], lines.at(-1)];
      if (!first || !last || shownPanel.current !== 'elsewhere') return last;
      // What is found elsewhere is compared with the passage: the bar leaves all of it in sight, if that is possible.
      const height = last.bottom - first.top;
      const room = scroller.current?.clientHeight ?? 0;
      return height < room * keptInSight ? new DOMRect(last.x, first.top, last.width, height) : last;
    };
    // Asked for anew each time: the layout may have moved.
    return rectOf() ? { getBoundingClientRect: () => rectOf() ?? new DOMRect() } : null;
  }, [passage, mapOf, scroller]);
}
