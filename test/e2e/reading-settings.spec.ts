import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { cards, dragOver, openStatement, paintedWords, titles, waitUntilSaved } from '../support/reader-page.ts';

const settingsButton = (page: Page): Locator => page.getByRole('button', { name: 'Reading settings' });

/** Chooses in the reading settings, which stay open. */
async function choose(page: Page, group: string, name: string): Promise<void> {
  const radio = page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true });
  if (!(await radio.isVisible())) await settingsButton(page).click();
  await radio.click();
  await expect(radio).toBeChecked();
}

async function fontPx(page: Page): Promise<number> {
  return page.locator('.statement').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
}

/** The first letters at the upper edge of the text, by the page's own hit test. */
async function wordsAtTop(page: Page): Promise<string> {
  return page.locator('.reader-scroll').evaluate((scroller) => {
    const box = scroller.getBoundingClientRect();
    const article = scroller.querySelector('.statement');
    if (!article) throw new Error('There is no statement');
    const { left, right } = article.getBoundingClientRect();
    for (let y = box.top + 4; y < box.top + 120; y += 4) {
      for (let x = left + 66; x < right; x += 20) {
        const point = document.caretPositionFromPoint(x, y);
        const node = point?.offsetNode;
        if (!(node instanceof Text) || !node.parentElement?.hasAttribute('data-start')) continue;
        return `${node.parentElement.getAttribute('data-start')}+${point?.offset}`;
      }
    }
    throw new Error('There is no text at the upper edge');
  });
}

/** The block at the upper edge of the text. */
const blockAtTop = async (page: Page): Promise<string> => (await wordsAtTop(page)).split('+')[0] ?? '';

/** Scrolls so that some words stand at the upper edge, and waits until the place is kept. */
async function readOnTo(page: Page, words: string): Promise<void> {
  await page.locator('.statement [data-start]', { hasText: words }).evaluate((element) => {
    element.scrollIntoView({ block: 'start' });
  });
  await page.waitForTimeout(400);
}

const deep = 'There are currently';

test('the text is set as its reader likes, by keyboard, and is so again after a reload', async ({ page }) => {
  await openStatement(page, titles.briefing);
  const before = await fontPx(page);
  await settingsButton(page).focus();
  await page.keyboard.press('Enter');
  const sizes = page.getByRole('radiogroup', { name: 'Text size' });
  await expect(sizes.getByRole('radio', { name: 'Size 3 of 7' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(sizes.getByRole('radio', { name: 'Size 4 of 7' })).toBeChecked();
  await choose(page, 'Typeface', 'Andika Easier to tell letters apart');
  await choose(page, 'Space between lines', 'Loose');
  const normalWidth = (await page.locator('.statement').boundingBox())?.width ?? 0;
  await choose(page, 'Width of the lines', 'Narrow');
  expect((await page.locator('.statement').boundingBox())?.width).toBeLessThan(normalWidth);
  const isAsChosen = async (): Promise<void> => {
    expect(await fontPx(page)).toBeGreaterThan(before);
    await expect(page.locator('.statement')).toHaveCSS('font-family', /^"?Andika"?,/u);
    const lineHeight = await page
      .locator('.statement')
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).lineHeight));
    expect(lineHeight / (await fontPx(page))).toBeCloseTo(1.9, 1);
  };
  await isAsChosen();
  expect(await page.evaluate(async () => (await document.fonts.load('24px Andika', 'Aж')).length)).toBeGreaterThan(1);
  await page.keyboard.press('Escape');
  await expect(settingsButton(page)).toBeFocused();
  await page.reload();
  await expect(page.locator('[data-start]').first()).toBeAttached();
  await isAsChosen();
  await settingsButton(page).click();
  await page.getByRole('button', { name: 'Back to the defaults' }).click();
  expect(await fontPx(page)).toBe(before);
});

test('the theme is the system’s until its reader chooses one', async ({ page }) => {
  const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await openStatement(page, titles.vienna);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper()).toBe('rgb(27, 26, 23)');
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
  await expect.poll(paper).toBe('rgb(0, 0, 0)');
  await choose(page, 'Colours', 'Light');
  expect(await paper()).toBe('rgb(252, 251, 248)');
  await choose(page, 'Colours', 'High contrast, light');
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'no-preference' });
  expect(await paper()).toBe('rgb(255, 255, 255)');
  await page.keyboard.press('Escape');
  await expect(settingsButton(page)).toHaveCSS('outline-width', '3px');
  await page.reload();
  await expect.poll(paper).toBe('rgb(255, 255, 255)');
});

test('the theme is there before anything is painted', async ({ page }) => {
  await openStatement(page, titles.vienna);
  await choose(page, 'Colours', 'Dark');
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.documentElement?.dataset['scheme'] !== 'dark') return;
      performance.mark('themed');
      observer.disconnect();
    }).observe(document, { attributes: true, childList: true, subtree: true });
  });
  await page.reload();
  await expect(page.locator('[data-start]').first()).toBeAttached();
  const timeOf = (name: string): Promise<number | undefined> =>
    page.evaluate((wanted) => performance.getEntriesByName(wanted)[0]?.startTime, name);
  await expect.poll(() => timeOf('first-paint')).toBeGreaterThan(0);
  expect(await timeOf('themed')).toBeLessThan((await timeOf('first-paint')) ?? 0);
});

test('nonsense on the device is as if nothing were kept there', async ({ page }) => {
  await openStatement(page, titles.vienna);
  const before = await fontPx(page);
  await page.evaluate(() => {
    for (const key of ['reading', 'places', 'panes']) localStorage.setItem(`attest.${key}`, '{"size": 99, "sizes"');
  });
  await page.reload();
  await openStatement(page, titles.vienna);
  expect(await fontPx(page)).toBe(before);
});

test('highlights stay on their words, and the words at the upper edge stay there, after a change of size', async ({
  page,
}) => {
  await openStatement(page, titles.briefing);
  await dragOver(page, 'There are currently', 'political prisoners in Belarus.');
  await page.keyboard.press('2');
  await expect(cards(page)).toHaveCount(1);
  await page.keyboard.press('1');
  await waitUntilSaved(page);
  await page.keyboard.press('Escape');
  const painted = async (): Promise<string[]> => [
    ...(await paintedWords(page, 'vermilion')),
    ...(await paintedWords(page, 'ochre')),
  ];
  await expect.poll(painted).toHaveLength(2);
  const before = await painted();
  await readOnTo(page, deep);
  const block = await blockAtTop(page);
  for (const size of [7, 1, 6]) {
    await choose(page, 'Text size', `Size ${size} of 7`);
    await expect.poll(() => blockAtTop(page)).toBe(block);
    expect(await painted()).toEqual(before);
    // A click in the middle of the painted words, as they now lie, still finds the highlight.
    const box = await page.evaluate(() => {
      for (const [name, highlight] of CSS.highlights.entries()) {
        if (!name.startsWith('tag-')) continue;
        for (const range of highlight) {
          if (!(range instanceof Range)) continue;
          const rect = range.getClientRects()[0];
          return rect ? { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 } : null;
        }
      }
      return null;
    });
    if (!box) throw new Error('Nothing is painted');
    await page.keyboard.press('Escape');
    await page.mouse.click(box.x, box.y);
    await expect(page.getByTestId('selection-bar')).toBeVisible();
    await page.keyboard.press('Escape');
  }
});

test('a statement opens where it was left, also after a reload, in another size, and back from another view', async ({
  page,
}) => {
  await openStatement(page, titles.briefing);
  await readOnTo(page, deep);
  const block = await blockAtTop(page);
  await openStatement(page, titles.vienna);
  expect(await page.locator('.reader-scroll').evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await openStatement(page, titles.briefing);
  await expect.poll(() => blockAtTop(page)).toBe(block);
  await page.reload();
  await expect.poll(() => blockAtTop(page)).toBe(block);
  await openStatement(page, titles.vienna);
  await choose(page, 'Text size', 'Size 6 of 7');
  await page.keyboard.press('Escape');
  await openStatement(page, titles.briefing);
  await expect.poll(() => blockAtTop(page)).toBe(block);
  await page.getByRole('tab', { name: 'Codebook' }).click();
  await page.getByRole('tab', { name: 'Library' }).click();
  await expect.poll(() => blockAtTop(page)).toBe(block);
});

test('a search hit is gone to wherever its statement was left, and left from there', async ({ page }) => {
  await openStatement(page, titles.briefing);
  await readOnTo(page, deep);
  await openStatement(page, titles.vienna);
  await page.getByRole('searchbox').fill('Ascensio');
  await page.getByTestId('search-hit').first().click();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText(titles.vienna);
  const isFoundInSight = (): Promise<boolean> =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('found-here') ?? [];
      const frame = document.querySelector('.reader-scroll')?.getBoundingClientRect();
      if (!(range instanceof Range) || !frame) return false;
      const { top, bottom } = range.getBoundingClientRect();
      return top > frame.top && bottom < frame.bottom;
    });
  await expect.poll(isFoundInSight).toBe(true);
  // Reading on from there, and coming back from another view, is not going to the hit again.
  await page.locator('.reader-scroll').evaluate((scroller) => {
    scroller.scrollTop = scroller.scrollHeight;
  });
  await page.waitForTimeout(400);
  const block = await blockAtTop(page);
  await page.getByRole('tab', { name: 'Codebook' }).click();
  await page.getByRole('tab', { name: 'Library' }).click();
  await expect.poll(() => blockAtTop(page)).toBe(block);
});

test('panes are resized by pointer and keyboard within limits, hidden, and remembered', async ({ page }) => {
  await openStatement(page, titles.vienna);
  const library = page.getByRole('separator', { name: 'Width of the library' });
  const highlights = page.getByRole('separator', { name: 'Width of the highlights' });
  const pxOf = async (separator: Locator): Promise<number> => Number(await separator.getAttribute('aria-valuenow'));
  await expect(library).toHaveAttribute('aria-valuenow', '312');
  const box = await library.boundingBox();
  if (!box) throw new Error('The separator is not on the page');
  await page.mouse.move(box.x + box.width / 2, 400);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 60, 420, { steps: 4 });
  await page.mouse.up();
  await expect(library).toHaveAttribute('aria-valuenow', '372');
  await highlights.focus();
  const before = await pxOf(highlights);
  await page.keyboard.press('ArrowLeft');
  await expect(highlights).toHaveAttribute('aria-valuenow', String(before + 16));
  await page.keyboard.press('Home');
  await expect(highlights).toHaveAttribute('aria-valuenow', '208');
  await page.keyboard.press('ArrowRight');
  await expect(highlights).toHaveAttribute('aria-valuenow', '208');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Highlights', exact: true })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Show the highlights' })).toBeFocused();
  await library.dblclick();
  await expect(page.getByRole('searchbox')).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Show the library' })).toBeVisible();
  await page.keyboard.press('Control+Shift+f');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect(library).toHaveAttribute('aria-valuenow', '372');
  await page.getByRole('button', { name: 'Show the highlights' }).click();
  await expect(highlights).toHaveAttribute('aria-valuenow', '208');
});

for (const [width, height] of [
  [900, 700],
  [2560, 1440],
  [3840, 2160],
] as const) {
  test(`nothing is cut off in a window of ${width} by ${height}, whatever the panes were`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openStatement(page, titles.briefing);
    await page.evaluate(() => {
      const sizes = { libraryWidth: 560, highlightsWidth: 720, highlightsHeight: 640 };
      localStorage.setItem('attest.panes', JSON.stringify({ sizes }));
    });
    await page.reload();
    await expect(page.locator('[data-start]').first()).toBeAttached();
    await choose(page, 'Text size', 'Size 7 of 7');
    const popup = await page.locator('.reading-settings').boundingBox();
    expect(popup && popup.y >= 0 && popup.y + popup.height <= height).toBe(true);
    await page.keyboard.press('Escape');
    const overflow = await page.evaluate(() => [
      document.documentElement.scrollWidth - innerWidth,
      document.documentElement.scrollHeight - innerHeight,
      (document.querySelector('.reader-scroll')?.scrollWidth ?? 0) -
        (document.querySelector('.reader-scroll')?.clientWidth ?? 0),
    ]);
    expect(overflow).toEqual([0, 0, 0]);
    expect((await page.locator('.reader-scroll').boundingBox())?.width).toBeGreaterThan(400);
    expect((await page.locator('.reader-scroll').boundingBox())?.height).toBeGreaterThan(150);
  });
}
