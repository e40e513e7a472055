import { expect, type Locator, type Page } from '@playwright/test';

/** The titles by which the specs know the bundled statements: a part of each that no other has. */
export const titles = {
  invocation: 'Invocation of the OSCE Moscow Mechanism',
  platform: 'The OSCE Moscow Mechanism report in respect of Belarus',
  vienna: '35 OSCE Countries Demand Answers',
  briefing: 'Briefing with Ambassador Michael Carpenter',
  gilmore: 'US Ambassador to OSCE',
} as const;

/** Opens a statement from the library and waits until its text is there. */
export async function openStatement(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  await expect(page.locator('[data-start]').first()).toBeAttached();
}

/** The points on the screen just inside the beginning of `from` and the end of `to` in the open statement. */
async function pointsOf(page: Page, from: string, to: string): Promise<{ x: number; y: number }[]> {
  return page.evaluate(
    async ([first, last]) => {
      // A font that arrives later would move the words away from under the points.
      await document.fonts.ready;
      const pieces = [...document.querySelectorAll('[data-start]')];
      const find = (words: string, after: number): [Node, number, number] => {
        for (const [index, piece] of pieces.entries()) {
          const at = index < after ? -1 : (piece.textContent ?? '').indexOf(words);
          if (at !== -1 && piece.firstChild) return [piece.firstChild, at, index];
        }
        throw new Error(`“${words}” is not on the page`);
      };
      const [startNode, startOffset, index] = find(first, 0);
      const [endNode, endOffset] = find(last, index);
      startNode.parentElement?.scrollIntoView({ block: 'center' });
      const range = new Range();
      range.setStart(startNode, startOffset);
      range.setEnd(endNode, endOffset + last.length);
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
      const [a, b] = [rects[0], rects.at(-1)];
      if (!a || !b) throw new Error('The words are not in sight');
      return [
        { x: a.left + 1, y: a.top + a.height / 2 },
        { x: b.right - 1, y: b.top + b.height / 2 },
      ];
    },
    [from, to] as const,
  );
}

/** Selects from the beginning of `from` to the end of `to` by dragging the mouse, backwards if asked. */
export async function dragOver(page: Page, from: string, to = from, isBackwards = false): Promise<void> {
  await expect(page.locator('.statement [data-start]').filter({ hasText: from.trim() }).first()).toBeAttached();
  const points = await pointsOf(page, from, to);
  const [start, end] = isBackwards ? points.reverse() : points;
  if (!start || !end) throw new Error('There are no points to drag between');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await page.mouse.up();
  await expect(selectionBar(page)).toBeVisible();
}

/** Clicks into the middle of some words of the open statement. */
export async function clickWords(page: Page, words: string): Promise<void> {
  const [start, end] = await pointsOf(page, words, words);
  if (!start || !end) throw new Error('There is no point to click');
  await page.mouse.click((start.x + end.x) / 2, start.y);
}

/** The bar at what is selected. */
export function selectionBar(page: Page): Locator {
  return page.getByTestId('selection-bar');
}

/** The highlights in the list beside the text. */
export function cards(page: Page): Locator {
  return page.getByTestId('highlight-card');
}

/** The button that takes back what a message tells of in these words. One that told of a change before may be there still, for a moment. */
export function undoOf(page: Page, words: string | RegExp): Locator {
  const message = page.getByRole('region', { name: 'Messages' }).locator('.message').filter({ hasText: words });
  return message.getByRole('button', { name: 'Undo' });
}

/** Waits until the status bar says that everything is on the disk. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await expect(page.getByTestId('save-state')).toHaveText(/^Saved \d/u);
}

/** Selects words of the open statement and marks them with the tag of a digit key. */
export async function highlight(page: Page, words: string, key: string): Promise<void> {
  const count = await cards(page).count();
  await dragOver(page, words);
  await page.keyboard.press(key);
  await expect(cards(page)).toHaveCount(count + 1);
  await page.keyboard.press('Escape');
  await waitUntilSaved(page);
}

/** The words that the page paints under the name of a tag colour, or as `active`, `found` or `found-here`. */
export async function paintedWords(page: Page, name: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const words: string[] = [];
    for (const [painted, highlight] of CSS.highlights.entries()) {
      if (painted !== wanted && !painted.startsWith(`tag-${wanted}-`)) continue;
      for (const range of highlight) words.push(range.toString());
    }
    return words;
  }, name);
}
