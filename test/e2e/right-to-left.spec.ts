import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { cards, dragOver, openStatement, paintedWords, selectionBar, waitUntilSaved } from '../support/reader-page.ts';

const arabic = 'الإعلان العالمي لحقوق الإنسان';
const hebrew = 'ההכרזה האוניברסלית בדבר זכויות האדם';

test.use({ collection: join(import.meta.dirname, '../fixtures/collections/right-to-left') });
test.beforeEach(({ runtime }) => test.skip(runtime !== 'browser', 'another collection is staged for one edition'));

/** Where the drawn caret is, in pixels from the left. */
const caretX = async (page: Page): Promise<number> => (await page.locator('.caret').boundingBox())?.x ?? Number.NaN;

/** Where a handle's line is, in pixels from the left. */
async function handleX(page: Page, end: 'start' | 'end'): Promise<number> {
  const box = await page.locator(`.handle[data-end="${end}"]`).boundingBox();
  return box ? box.x + box.width / 2 : Number.NaN;
}

test('a statement is set from right to left whatever it begins with, and what is not its text is not', async ({
  page,
}) => {
  await openStatement(page, arabic);
  const latinFirst = page.locator('.block', { hasText: 'Viasna' });
  await expect(latinFirst).toHaveCSS('direction', 'rtl');
  await expect(page.locator('.statement [lang="ar"]', { has: latinFirst })).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('.statement-facts')).toHaveCSS('direction', 'ltr');
  await openStatement(page, hebrew);
  await expect(page.locator('.statement [lang="he"] .block').first()).toHaveCSS('direction', 'rtl');
  await page.getByRole('searchbox', { name: 'Search all statements' }).fill('1,486');
  await expect(page.getByTestId('search-hit')).toHaveCount(2);
  for (const text of await page.locator('.hit-text').all()) await expect(text).toHaveCSS('direction', 'rtl');
});

test('a passage with Latin words and numbers is marked with the mouse, found, listed and exported as it stands', async ({
  page,
  app,
}) => {
  const quotation = 'Viasna منظمة لحقوق الإنسان وثّقت 1,486 حالة في عام 2020';
  await openStatement(page, arabic);
  await dragOver(page, 'منظمة لحقوق', 'الإنسان وثّقت');
  await expect.poll(() => paintedWords(page, 'active')).toEqual(['منظمة لحقوق الإنسان وثّقت']);
  expect(await handleX(page, 'start')).toBeGreaterThan(await handleX(page, 'end'));
  await page.keyboard.press('Escape');
  await expect(selectionBar(page)).toHaveCount(0);
  await page.getByRole('article').focus();
  await page.keyboard.press('F7');
  await page.evaluate((words) => {
    const piece = [...document.querySelectorAll('[data-start]')].find(({ textContent }) =>
      textContent?.includes(words),
    );
    document.getSelection()?.collapse(piece?.firstChild ?? null, 0);
  }, quotation);
  for (const _ of quotation.split(' ')) await page.keyboard.press('Control+Shift+ArrowLeft');
  await expect.poll(async () => (await paintedWords(page, 'active')).join('')).toContain(quotation.slice(0, 40));
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(1);
  const marked = await cards(page).locator('.card-quote').innerText();
  expect(marked.startsWith('Viasna')).toBe(true);
  await expect(cards(page).locator('.card-quote')).toHaveCSS('direction', 'rtl');
  await waitUntilSaved(page);
  await page.keyboard.press('Escape');
  await page.getByRole('article').press('Control+f');
  await page.keyboard.type('حالة');
  await expect.poll(() => paintedWords(page, 'found-here')).toEqual(['حالة']);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Excerpts' }).click();
  await expect(page.locator('.excerpt-text')).toHaveCSS('direction', 'rtl');
  await expect(page.locator('.excerpt-quotation')).toHaveText(marked);
  await page.getByRole('button', { name: /^Export 1 excerpt/u }).click();
  await expect(page.locator('.report-quotation')).toHaveCSS('direction', 'rtl');
  await page
    .getByRole('dialog', { name: 'Export' })
    .getByRole('radio', { name: /^HTML|^Web page/u })
    .click();
  const { content } = await app.saveExport(() => page.getByRole('button', { name: /^Export to / }).click());
  const written = content.toString('utf8');
  expect(written).toContain('<p dir="rtl" lang="ar"><span data-quotation="1">');
  expect(written).toContain(marked);
});

test('the caret and the handles go where their arrows point', async ({ page }) => {
  await openStatement(page, arabic);
  await page.getByRole('article').focus();
  await page.keyboard.press('F7');
  await expect(page.locator('.caret')).toBeVisible();
  for (const key of ['ArrowLeft', 'Control+ArrowLeft', 'End']) {
    const before = await caretX(page);
    await page.keyboard.press(key);
    await expect.poll(() => caretX(page), { message: key }).toBeLessThan(before);
  }
  for (const key of ['ArrowRight', 'Control+ArrowRight', 'Home']) {
    const before = await caretX(page);
    await page.keyboard.press(key);
    await expect.poll(() => caretX(page), { message: key }).toBeGreaterThan(before);
  }
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await expect.poll(() => paintedWords(page, 'active')).toEqual(['الإعلان العالمي']);
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(1);
  await page.keyboard.press(']');
  await expect(page.locator('.handle[data-end="end"]')).toBeFocused();
  const [right, left] = [await handleX(page, 'start'), await handleX(page, 'end')];
  await page.keyboard.press('Control+ArrowLeft');
  await expect.poll(() => handleX(page, 'end')).toBeLessThan(left);
  expect(await handleX(page, 'start')).toBe(right);
  await page.keyboard.press('Enter');
  await expect(cards(page).locator('.card-quote')).toHaveText('الإعلان العالمي لحقوق');
});
