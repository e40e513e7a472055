import { type RefObject, useEffect, useState } from 'react';

const nobody: ReadonlySet<number> = new Set();

/** How far outside of what is in sight a page is near, in heights of the pane. */
const near = '100% 0%';

/** The pages, counted from 0, that are in sight in `scroller` or nearly so. */
export function useNearPages(scroller: RefObject<HTMLElement | null>, count: number): ReadonlySet<number> {
  const [pages, setPages] = useState(nobody);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other pages are other elements
  useEffect(() => {
    const root = scroller.current;
    if (!root) return;
    const observer = new IntersectionObserver(
      (entries) => {
        setPages((before) => {
          const next = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const index = Number(target.getAttribute('data-page-index'));
            if (isIntersecting) next.add(index);
            else next.delete(index);
          }
          return next;
        });
      },
      { root, rootMargin: near },
    );
    for (const page of root.querySelectorAll('[data-page-index]')) observer.observe(page);
    return () => observer.disconnect();
  }, [scroller, count]);
  return pages;
}
