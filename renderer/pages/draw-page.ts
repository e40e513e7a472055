import type { PdfPage } from './pdf-engine.ts';

/** The most pixels of one page: what a canvas of a large screen has. */
const mostPixels = 16_000_000;

/** How much finer than the layout's pixels a page is drawn, at most. */
const finest = 2;

/** A page that is being drawn. */
export interface Drawing {
  readonly canvas: HTMLCanvasElement;
  /** Says whether all pictures of the page could be drawn; rejects where the page could not. */
  readonly done: Promise<boolean>;
  readonly cancel: () => void;
}

/** Draws a page `width` pixels wide: with what stands in its forms and notes, of which nothing can be clicked or filled in. */
export function drawPage(page: PdfPage, width: number): Drawing {
  const natural = page.getViewport({ scale: 1 });
  const wanted = width * Math.min(finest, devicePixelRatio);
  const ratio = natural.height / natural.width;
  const pixels = Math.min(wanted, Math.sqrt(mostPixels / ratio));
  const viewport = page.getViewport({ scale: pixels / natural.width });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const task = page.render({ canvas, viewport });
  const done = task.promise.then(() => {
    // A picture that cannot be decoded is an object without data.
    const objects: Iterable<unknown[]> = page.objs;
    return [...objects].every(([, data]) => data !== null);
  });
  return { canvas, done, cancel: () => task.cancel() };
}
