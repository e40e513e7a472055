import type { Page } from '@playwright/test';

/** What the watching script leaves on the page: moments in milliseconds since the epoch. */
interface Watched {
  readable?: number;
}

/** When a statement, or the line of an empty window, was there to be read: milliseconds since the epoch and since the page's own start. */
export interface Readable {
  readonly atMs: number;
  readonly pageMs: number;
}

/** Runs in a page before its own scripts, and notes the end of the first frame that shows text with `data-start`. */
export function watchReadable(): void {
  const look = (): void => {
    const text = document.querySelector('[data-start]');
    if (!text?.textContent || text.getBoundingClientRect().height === 0) {
      requestAnimationFrame(look);
      return;
    }
    // A message sent in a frame's callback arrives when the frame has been painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      (window as Window & Watched).readable = performance.timeOrigin + performance.now();
    };
    port2.postMessage(null);
  };
  if (location.protocol !== 'about:') requestAnimationFrame(look);
}

/** How long a window may take, in milliseconds. */
const limitMs = 60_000;

/** Waits for what `watchReadable` notes on the page. */
export async function readMoment(page: Page): Promise<Readable> {
  const seen = await page.waitForFunction(() => (window as Window & Watched).readable, null, { timeout: limitMs });
  const atMs = (await seen.jsonValue()) ?? Number.NaN;
  return { atMs, pageMs: atMs - (await page.evaluate(() => performance.timeOrigin)) };
}
