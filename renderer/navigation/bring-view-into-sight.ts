/** The window shows its panes under each other, so that the page itself scrolls (styles/small-window.css). */
function isStacked(): boolean {
  const { scrollHeight, clientHeight } = document.documentElement;
  return scrollHeight > clientHeight + 1;
}

/**
 * In a small window, where the panes stand under each other: scrolls the page to the view, or with `isSameView` to the
 * main part of it, as soon as it is rendered. Elsewhere all is in sight, and nothing happens.
 */
export function bringViewIntoSight(isSameView: boolean): void {
  // Two frames: what was asked for is rendered, and a dialog that led here has let go of the page.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (!isStacked()) return;
      const view = document.querySelector('.view');
      const part = isSameView ? view?.querySelector('main') : view;
      part?.scrollIntoView({ block: 'start' });
    }),
  );
}
