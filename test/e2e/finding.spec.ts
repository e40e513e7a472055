import { expect } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { dragOver, openStatement, paintedWords, selectionBar, titles } from '../support/reader-page.ts';

test.beforeEach(async ({ page }) => {
  await expect(page.getByRole('searchbox', { name: 'Search all statements' })).toBeVisible();
});

test('a search finds words that non-breaking spaces stand between, and shows the passage', async ({ page }) => {
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('ambassador michael carpenter');
  const hit = page.getByTestId('search-hit').filter({ hasText: 'very honored to be joined by' });
  // What is found follows every letter: the whole of the query is what is to be chosen.
  await expect(hit.locator('mark')).toHaveText(['Ambassador', 'Michael', 'Carpenter']);
  await hit.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titles.briefing);
  const passage = page.locator('.statement [data-start]', { hasText: 'We are very honored to be joined by' });
  await expect(passage).toBeInViewport();
  expect(await paintedWords(page, 'found-here')).toEqual(['Ambassador Michael Carpenter']);
});

test('a straight quote finds a curly one, and capitals make no difference', async ({ page }) => {
  const box = page.getByRole('searchbox', { name: 'Search all statements' });
  await box.fill("lukashenka REGIME's");
  await expect(page.getByTestId('search-hit').first()).toContainText('Lukashenka regime’s');
});

test('results are grouped by statement, counted, and reached by keyboard alone', async ({ page }) => {
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('torture');
  await expect(page.getByText(/^\d+ passages in 4 statements$/u)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => paintedWords(page, 'found-here')).toEqual([expect.stringMatching(/^torture$/iu)]);
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
});

test('a hit in website text opens its fold', async ({ page }) => {
  await page.getByRole('searchbox').fill('lock https');
  await page.getByTestId('search-hit').first().click();
  await expect(page.locator('.furniture', { hasText: 'A lock ( ) or https://' })).toBeVisible();
});

test('a search without a hit says so', async ({ page }) => {
  await page.getByRole('searchbox').fill('xylophone');
  await expect(page.getByText('No statement holds “xylophone”.')).toBeVisible();
});

test('what was found can be highlighted where it stands', async ({ page }) => {
  await openStatement(page, titles.briefing);
  await page.getByRole('searchbox').fill('parental custody');
  await page.getByTestId('search-hit').click();
  await dragOver(page, 'threats of sexual violence or the loss of parental custody');
  await selectionBar(page).getByRole('button', { name: 'torture' }).click();
  await expect
    .poll(() => paintedWords(page, 'vermilion'))
    .toEqual(['threats of sexual violence or the loss of parental custody']);
});
