import { type RefObject, useEffect, useState } from 'react';
import { type PageStart, pageAt } from '../../core/statements/page-start.ts';
import type { TextMap } from '../reader/text-map.ts';

/** Pixels under the upper edge of the text from which on a page counts as being read. */
const readingLinePx = 80;

/** Milliseconds without scrolling after which the pages follow. */
const restMs = 80;

/** Where its user is in the text. */
interface TextPage {
  /** Counted from 0. */
  readonly index: number;
}

/**
 * The page that its user is at in the text: the one that the caret was put on, or that scrolling has brought to the upper edge. A new
 * object wherever they go.
 */
export function useTextPage(
  scroller: RefObject<HTMLElement | null>,
  mapOf: () => TextMap | null,
  pages: readonly PageStart[],
): TextPage {
  const [page, setPage] = useState<TextPage>({ index: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let rest = 0;
    const goTo = (position: number | null | undefined): void => {
      if (position == null) return;
      const index = pageAt(pages, position);
      setPage((before) => (before.index === index ? before : { index }));
    };
    const look = (): void => {
      const { top, bottom } = element.getBoundingClientRect();
      const inSight = mapOf()?.passageBetween(top + readingLinePx, bottom);
      // At the end of the text the last page may be too short to come to the upper edge.
      const isAtEnd = element.scrollTop > 0 && element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
      goTo(inSight && (isAtEnd ? inSight.end - 1 : inSight.start));
    };
    const onScroll = (): void => {
      clearTimeout(rest);
      rest = window.setTimeout(look, restMs);
    };
    const onSelectionChange = (): void => {
      const selection = document.getSelection();
      if (selection?.focusNode) goTo(mapOf()?.offsetAt(selection.focusNode, selection.focusOffset));
    };
    look();
    element.addEventListener('scroll', onScroll, { passive: true });
    document.addEventListener('selectionchange', onSelectionChange);
    return () => {
      clearTimeout(rest);
      element.removeEventListener('scroll', onScroll);
      document.removeEventListener('selectionchange', onSelectionChange);
    };
  }, [scroller, mapOf, pages]);
  return page;
}
