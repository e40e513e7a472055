/** The window shows its panes under each other, so that the page itself scrolls (styles/small-window.css). */
function isStacked(): boolean {
  const { scrollHeight, clientHeight } = document.documentElement;
  return scrollHeight > clientHeight + 1;
}

/** For how many frames a view that is not rendered yet is waited for: until then the page is too short to scroll to it. */
const patienceFrames = 30;

function scrollToView(isSameView: boolean, framesLeft: number): void {
  const view = document.querySelector('.view');
  const main = view?.querySelector('main');
  if (!main && framesLeft > 0) {
    requestAnimationFrame(() => scrollToView(isSameView, framesLeft - 1));
    return;
  }
  const part = isSameView ? main : view;
  if (isStacked()) part?.scrollIntoView({ block: 'start' });
}

/**
 * In a small window, where the panes stand under each other: scrolls the page to the view, or with `isSameView` to the
 * main part of it, as soon as it is rendered. Elsewhere all is in sight, and nothing happens.
 */
export function bringViewIntoSight(isSameView: boolean): void {
  // Two frames: what was asked for is rendered, and a dialog that led here has let go of the page.
  requestAnimationFrame(() => requestAnimationFrame(() => scrollToView(isSameView, patienceFrames)));
}
