import { expect } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { openStatement, titles } from '../support/reader-page.ts';

test('how its reader likes to read is as it was after a restart', async ({ app, page }) => {
  await openStatement(page, titles.gilmore);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  await page.getByRole('radio', { name: 'Dark', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Hide the highlights' }).click();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('uk');
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk');

  const again = await app.restart();
  await expect(again.locator('html')).toHaveAttribute('lang', 'uk');
  await expect(again.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await expect(again.locator('.reading')).toHaveAttribute('data-highlights', 'hidden');
  await expect(again.getByRole('heading', { level: 1 })).toContainText(titles.gilmore);
});
