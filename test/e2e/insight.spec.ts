import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { cards, dragOver, openStatement, titles, waitUntilSaved } from '../support/reader-page.ts';

async function highlight(page: Page, words: string, digit: string, count: number): Promise<void> {
  await dragOver(page, words);
  await page.keyboard.press(digit);
  await expect(cards(page)).toHaveCount(count);
  await page.keyboard.press('Escape');
}

test('without highlights it says what to do', async ({ page }) => {
  await page.getByRole('tab', { name: 'Insight' }).click();
  await expect(page.getByText('Nothing is highlighted yet.')).toBeVisible();
});

test('a cell of the heat map leads to its excerpts, as many as it says', async ({ page }) => {
  await openStatement(page, titles.briefing);
  await highlight(page, 'regular use of torture against detainees', '1', 1);
  await highlight(page, 'There are currently at least 1,486 political prisoners in Belarus', '2', 2);
  await openStatement(page, titles.platform);
  await highlight(page, 'the well-documented cases of torture', '1', 1);
  await waitUntilSaved(page);
  await page.getByRole('tab', { name: 'Insight' }).click();
  const cell = page.getByRole('link', { name: /torture.*Carpenter|Carpenter.*torture/u }).first();
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Excerpts' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByTestId('excerpt')).toHaveCount(1);
  await expect(page.getByTestId('excerpt')).toContainText('regular use of torture');
});
