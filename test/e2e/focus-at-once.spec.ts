import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { dragOver, openStatement, selectionBar, titles } from '../support/reader-page.ts';

type Press = Pick<KeyboardEventInit, 'key' | 'ctrlKey' | 'shiftKey'>;

/** What has the focus when the key after `press` comes, however soon that is: no frame is painted in between. */
async function focusAfter(page: Page, press: Press): Promise<string> {
  return page.evaluate(async (init) => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
    // What is done at the end of a task is done before the next; nested ones come one after another.
    for (let turn = 0; turn < 100; turn += 1) await null;
    const focused = document.activeElement?.cloneNode();
    return focused instanceof Element ? focused.outerHTML : '';
  }, press);
}

test('what is typed right after the key that opens a field goes into that field', async ({ page }) => {
  await openStatement(page, titles.briefing);
  const article = page.getByRole('article');
  await article.focus();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: /^Command, statement/u });
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(article).toBeFocused();

  const inPalette = await focusAfter(page, { key: 'k', ctrlKey: true });
  expect(inPalette).toContain('palette-field');
  await page.keyboard.type('larger');
  await expect(field).toHaveValue('larger');
  expect(await focusAfter(page, { key: 'Escape' })).toContain('<article');
  await expect(field).toHaveCount(0);

  expect(await focusAfter(page, { key: 'f', ctrlKey: true })).toContain('Find in this statement');
  await page.keyboard.press('Escape');
  await article.focus();
  expect(await focusAfter(page, { key: '/' })).toContain('Search all statements');
  await article.focus();
  expect(await focusAfter(page, { key: '?' })).toContain('aria-label="Close"');
  expect(await focusAfter(page, { key: 'Escape' })).toContain('<article');

  await dragOver(page, 'regular use of torture against detainees');
  expect(await focusAfter(page, { key: 't' })).toContain('role="combobox"');
  // Escape closes what lies on top, and the passage stays marked.
  await page.keyboard.press('Escape');
  await expect(article).toBeFocused();
  expect(await focusAfter(page, { key: 'n' })).toContain('<textarea');
  await page.keyboard.press('Escape');
  await expect(article).toBeFocused();
  await expect(selectionBar(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(selectionBar(page)).toHaveCount(0);
});
