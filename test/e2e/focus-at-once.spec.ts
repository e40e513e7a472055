import { expect } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { focusAfterKey } from '../support/focus-after.ts';
import { dragOver, openStatement, selectionBar, titles } from '../support/reader-page.ts';

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

  const inPalette = await focusAfterKey(page, { key: 'k', ctrlKey: true });
  expect(inPalette).toContain('palette-field');
  await page.keyboard.type('larger');
  await expect(field).toHaveValue('larger');
  expect(await focusAfterKey(page, { key: 'Escape' })).toContain('<article');
  await expect(field).toHaveCount(0);

  expect(await focusAfterKey(page, { key: 'f', ctrlKey: true })).toContain('Find in this statement');
  await page.keyboard.press('Escape');
  await article.focus();
  expect(await focusAfterKey(page, { key: '/' })).toContain('Search all statements');
  await article.focus();
  expect(await focusAfterKey(page, { key: '?' })).toContain('aria-label="Close"');
  expect(await focusAfterKey(page, { key: 'Escape' })).toContain('<article');

  await dragOver(page, 'regular use of torture against detainees');
  expect(await focusAfterKey(page, { key: 't' })).toContain('role="combobox"');
  // Escape closes what lies on top, and the passage stays marked.
  await page.keyboard.press('Escape');
  await expect(article).toBeFocused();
  expect(await focusAfterKey(page, { key: 'n' })).toContain('<textarea');
  await page.keyboard.press('Escape');
  await expect(article).toBeFocused();
  await expect(selectionBar(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(selectionBar(page)).toHaveCount(0);
});
