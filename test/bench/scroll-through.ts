import type { Page } from '@playwright/test';

/**
 * Scrolls the element `selector` from top to bottom in `steps` equal steps, one in each frame, and gives the time of
 * every frame in milliseconds.
 */
export async function scrollThrough(page: Page, selector: string, steps: number): Promise<number[]> {
  return page.evaluate(
    async ([wanted, count]) => {
      const element = document.querySelector(wanted);
      if (!element) throw new Error(`There is no ${wanted} to scroll`);
      const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
      const frames: number[] = [];
      element.scrollTop = 0;
      await nextFrame();
      let last = await nextFrame();
      for (let step = 1; step <= count; step += 1) {
        element.scrollTop = (step / count) * (element.scrollHeight - element.clientHeight);
        const now = await nextFrame();
        frames.push(now - last);
        last = now;
      }
      return frames;
    },
    [selector, steps] as const,
  );
}

/** Scrolls the element from its beginning by `stepPx` pixels in each of `steps` frames, as with a wheel, and times them in milliseconds. */
export async function scrollOn(page: Page, selector: string, steps: number, stepPx: number): Promise<number[]> {
  return page.evaluate(
    async ([wanted, count, px]) => {
      const element = document.querySelector(wanted);
      if (!element) throw new Error(`There is no ${wanted} to scroll`);
      const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
      const frames: number[] = [];
      element.scrollTop = 0;
      await nextFrame();
      let last = await nextFrame();
      for (let step = 1; step <= count; step += 1) {
        element.scrollTop += px;
        const now = await nextFrame();
        frames.push(now - last);
        last = now;
      }
      return frames;
    },
    [selector, steps, stepPx] as const,
  );
}
