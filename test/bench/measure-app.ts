import type { Page } from '@playwright/test';
import { scrollThrough } from './scroll-through.ts';
import { type FrameSummary, median, summariseFrames } from './statistics.ts';

/** What one start of the application showed. Times in milliseconds; for adding, the medians of several. */
export interface AppMeasures {
  readonly openMs: number;
  readonly scroll: FrameSummary;
  readonly addMs: number;
  readonly addFrames: number;
}

/** Steps from top to bottom of the statement, and highlights added on the way. */
const scrollSteps = 500;
const additions = 9;

/** Time for the page to come to rest between two measurements. */
const restMs = 400;

/** A highlight that does not show within this time will not show at all. */
const showLimitMs = 10_000;

/** From the click on the statement to the end of the first frame that shows its text, highlights and all. */
async function timeOpening(page: Page, title: string): Promise<number> {
  await page.getByRole('button', { name: title }).waitFor();
  await page.waitForTimeout(restMs);
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const buttons = [...document.querySelectorAll('button')];
        const button = buttons.find(({ textContent }) => textContent.includes(wanted));
        if (!button) return reject(new Error(`There is no ${wanted} in the library`));
        const start = performance.now();
        const look = (): void => {
          if (document.querySelector('[data-start]') === null) {
            requestAnimationFrame(look);
            return;
          }
          // A message sent in a frame's callback arrives when the frame has been painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - start);
          port2.postMessage(null);
        };
        button.click();
        requestAnimationFrame(look);
      }),
    title,
  );
}

/** Scrolls to `share` of the statement and selects some words that are in sight there. */
async function selectWords(page: Page, share: number): Promise<void> {
  await page.evaluate((wanted) => {
    const scroller = document.querySelector('.reader-scroll');
    if (!scroller) throw new Error('There is no statement');
    scroller.scrollTop = wanted * scroller.scrollHeight;
    const middle = scroller.clientHeight / 2;
    const pieces = [...document.querySelectorAll('[data-start]:not(.block-label)')];
    const text = pieces.find((piece) => piece.getBoundingClientRect().bottom > middle)?.firstChild;
    if (text) document.getSelection()?.setBaseAndExtent(text, 3, text, 24);
  }, share);
  await page.getByTestId('selection-bar').waitFor();
  await page.waitForTimeout(restMs);
}

/** From the press of a tag's key to the end of the frame that shows the new highlight; and the frames until then. */
export async function timeAdding(page: Page): Promise<{ readonly ms: number; readonly frames: number }> {
  // The promise waits inside an object, so that the key is pressed only when its listener is there.
  const watch = await page.evaluateHandle((limitMs) => {
    const countLines = (): number =>
      [...CSS.highlights].reduce((sum, [name, { size }]) => sum + (name.startsWith('tag-') ? size : 0), 0);
    const before = countLines();
    const added = new Promise<{ ms: number; frames: number }>((resolve, reject) => {
      setTimeout(() => reject(new Error('The highlight did not show')), limitMs);
      const onKey = ({ timeStamp }: KeyboardEvent): void => {
        let frames = 0;
        const look = (): void => {
          frames += 1;
          if (countLines() === before) {
            requestAnimationFrame(look);
            return;
          }
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve({ ms: performance.now() - timeStamp, frames });
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      };
      document.addEventListener('keydown', onKey, { capture: true, once: true });
    });
    return { added };
  }, showLimitMs);
  await page.keyboard.press('1');
  return watch.evaluate(({ added }) => added);
}

/** Opens the statement with `title` in a fresh start of the application, scrolls through it and highlights in it. */
export async function measureApp(page: Page, title: string): Promise<AppMeasures> {
  const openMs = await timeOpening(page, title);
  await page.waitForTimeout(restMs);
  const frames = await scrollThrough(page, '.reader-scroll', scrollSteps);
  const added: { ms: number; frames: number }[] = [];
  for (let index = 1; index <= additions; index += 1) {
    await selectWords(page, index / (additions + 1));
    added.push(await timeAdding(page));
    await page.keyboard.press('Escape');
  }
  return {
    openMs,
    scroll: summariseFrames(frames),
    addMs: median(added.map(({ ms }) => ms)),
    addFrames: median(added.map((one) => one.frames)),
  };
}
