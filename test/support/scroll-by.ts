import type { Locator } from '@playwright/test';

/**
 * Scrolls by so many pixels, one after the other. By how many the uppermost row in sight has moved down on the screen in each step;
 * what changes in it or below it does not move it. `rows` is the selector of the rows.
 */
export function scrollBy(scroller: Locator, rows: string, steps: readonly number[]): Promise<number[]> {
  return scroller.evaluate(
    async (scrolled, [wanted, steps]) => {
      const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);
      const { top } = scrolled.getBoundingClientRect();
      const moved: number[] = [];
      for (const step of steps) {
        // Not within a frame: the list would be told only after it has measured rows, and have put the step back.
        await new Promise((resolve) => setTimeout(resolve));
        const row = [...scrolled.querySelectorAll(wanted)].find((one) => one.getBoundingClientRect().bottom > top + 1);
        const before = row?.getBoundingClientRect().top ?? Number.NaN;
        scrolled.scrollTop += step;
        // Rows come with the first frame, and are measured after it.
        await nextFrame();
        await nextFrame();
        moved.push((row?.getBoundingClientRect().top ?? Number.NaN) - before);
      }
      return moved;
    },
    [rows, steps] as const,
  );
}
