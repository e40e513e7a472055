import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PageStart } from '../../core/statements/page-start.ts';
import { PageView } from './page-view.tsx';
import { PagesHead } from './pages-head.tsx';
import type { PdfDocument } from './pdf-engine.ts';
import { useNearPages } from './use-near-pages.ts';

/** Height by width of a sheet of A4, until the document says better. */
const sheetRatio = Math.SQRT2;

/** Pixels beside the pages, and above each. */
const marginPx = 16;

/** How long the pane is left in peace after it was made wider or narrower, in milliseconds. */
const restMs = 150;

/** How long after the pages have led the text its scrolling does not lead the pages, in milliseconds. */
const leadMs = 800;

interface PageListProps {
  readonly pdf: PdfDocument;
  readonly pages: readonly PageStart[];
  /** Where its user is in the text; a new object goes there again. */
  readonly wanted: { readonly index: number };
  /** Leads the text to a page. */
  readonly onLead: (index: number) => void;
  readonly onClose: () => void;
}

/** The width that fits the pane, in pixels; 0 until that is known. */
function useFittingWidth(scroller: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => setWidth(Math.max(80, element.clientWidth - 2 * marginPx));
    measure();
    let rest = 0;
    const observer = new ResizeObserver(() => {
      clearTimeout(rest);
      rest = window.setTimeout(measure, restMs);
    });
    observer.observe(element);
    return () => {
      clearTimeout(rest);
      observer.disconnect();
    };
  }, [scroller]);
  return width;
}

/** The pages of an open PDF one under the other; the text leads them, and a page's label leads the text. */
export function PageList({ pdf, pages, wanted, onLead, onClose }: PageListProps): ReactNode {
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const count = pdf.numPages;
  const near = useNearPages(scroller, count);
  const fitting = useFittingWidth(scroller);
  const [zoom, setZoom] = useState(1);
  const [index, setIndex] = useState(0);
  const [ratios, setRatios] = useState<ReadonlyMap<number, number>>(new Map());
  const ledAt = useRef(Number.NEGATIVE_INFINITY);
  const width = Math.round(fitting * zoom);

  const pageAtEdge = useCallback((): number => {
    const element = scroller.current;
    if (!element) return 0;
    const line = element.getBoundingClientRect().top + element.clientHeight / 3;
    const shown = [...element.querySelectorAll('[data-page-index]')];
    const found = shown.findLastIndex((page) => page.getBoundingClientRect().top <= line);
    return Math.max(0, found);
  }, []);
  const goTo = useCallback((next: number): void => {
    const element = scroller.current;
    const page = element?.querySelectorAll('[data-page-index]')[next];
    if (!element || !page) return;
    element.scrollTop += page.getBoundingClientRect().top - element.getBoundingClientRect().top;
    setIndex(next);
  }, []);
  const isLaidOut = fitting > 0;
  useEffect(() => {
    if (isLaidOut && performance.now() - ledAt.current > leadMs) goTo(wanted.index);
  }, [wanted, goTo, isLaidOut]);
  // The page that was shown stays when all of them become larger or smaller.
  const shown = useRef(index);
  shown.current = index;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width is what moves them
  useLayoutEffect(() => goTo(shown.current), [width, goTo]);

  const onRatio = useCallback((page: number, ratio: number): void => {
    setRatios((before) => (before.get(page) === ratio ? before : new Map([...before, [page, ratio]])));
  }, []);
  const lead = useCallback(
    (page: number): void => {
      ledAt.current = performance.now();
      goTo(page);
      onLead(page);
    },
    [goTo, onLead],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const by = { PageDown: 1, PageUp: -1, Home: -count, End: count }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    goTo(Math.min(count - 1, Math.max(0, index + by)));
  };
  const estimate = ratios.get(0) ?? sheetRatio;
  return (
    <>
      <PagesHead
        index={index}
        count={count}
        label={pages[index]?.label ?? String(index + 1)}
        zoom={zoom}
        onZoom={setZoom}
        onClose={onClose}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a section that scrolls and takes keys */}
      <div
        ref={scroller}
        className="pages-scroll"
        role="region"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard
        tabIndex={0}
        aria-label={t`Pages. Page Up and Page Down go from page to page.`}
        onKeyDown={onKeyDown}
        onScroll={() => setIndex(pageAtEdge())}
      >
        <ol className="page-list">
          {Array.from({ length: count }, (_, at) => (
            <PageView
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
              key={at}
              pdf={pdf}
              index={at}
              label={pages[at]?.label ?? String(at + 1)}
              width={width}
              ratio={ratios.get(at) ?? estimate}
              isNear={near.has(at)}
              onRatio={onRatio}
              onLead={lead}
            />
          ))}
        </ol>
      </div>
    </>
  );
}
