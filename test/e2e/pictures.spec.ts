import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { addFiles } from '../support/add-files.ts';
import { test } from '../support/app-fixture.ts';
import { picturedFiles, picturedReport } from '../support/pictured-files.ts';
import { cards, dragOver, openStatement, titles, waitUntilSaved } from '../support/reader-page.ts';

/** `UPDATE_PICTURES=1` renews the pictures of the README; every run leaves its own in the test results. */
const folder = process.env['UPDATE_PICTURES']
  ? join(import.meta.dirname, '../../docs/pictures')
  : join(import.meta.dirname, '../../test-results/pictures');

async function highlight(page: Page, from: string, to: string, keys: readonly string[], note = ''): Promise<void> {
  await dragOver(page, from, to);
  const count = await cards(page).count();
  for (const key of keys) await page.keyboard.press(key);
  await expect(cards(page)).toHaveCount(count + 1);
  if (note !== '') {
    await page.keyboard.press('n');
    await page.keyboard.type(note);
    await page.keyboard.press('Control+Enter');
  }
  await waitUntilSaved(page);
  await page.keyboard.press('Escape');
}

async function prepare(page: Page): Promise<void> {
  await openStatement(page, titles.platform);
  await highlight(
    page,
    'the well-documented cases',
    'general impunity.',
    ['1'],
    'Impunity; pair with the universal jurisdiction passage.',
  );
  await openStatement(page, titles.vienna);
  await highlight(page, 'more than 1,500 cases', 'degrading treatment or punishment', ['1']);
  await openStatement(page, titles.briefing);
  await highlight(page, 'There are currently', 'political prisoners in Belarus.', ['2']);
  await highlight(
    page,
    'regular use of torture',
    'prison conditions',
    ['1', '2'],
    'Core finding. Use in section 3, next to the 2020 report.',
  );
  await highlight(page, 'inhuman and degrading', 'fair trials.', ['2']);
  await highlight(page, 'falsification of the August', 'presidential election', ['3']);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pictures of every view, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    const take = async (name: string): Promise<void> => {
      await page.mouse.move(0, 0);
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' });
    };
    const openView = async (name: string): Promise<void> => {
      await page.getByRole('tab', { name, exact: true }).click();
    };
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 1440, height: 900 });
    await prepare(page);
    await expect(cards(page)).toHaveCount(4);
    await dragOver(page, 'most severe for political prisoners', 'basic medical care');
    await take('reader');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('tort');
    await expect(page.getByRole('option').first()).toBeVisible();
    await take('palette');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await take('keys');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await expect(page.getByRole('radio', { name: 'Dark', exact: true })).toBeVisible();
    await take('settings');
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox').fill('torture');
    await page.getByTestId('search-hit').nth(1).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(titles.platform);
    await take('search');
    await page.getByRole('searchbox').fill('');
    await openStatement(page, titles.briefing);
    await dragOver(page, 'falsification of the August', 'presidential election');
    await page.keyboard.press('e');
    await expect(page.getByTestId('elsewhere')).toHaveAttribute('aria-busy', 'false');
    await take('elsewhere');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await openStatement(page, titles.platform);
    await page.keyboard.press('Control+\\');
    await expect(page.locator('.columns .reader')).toHaveCount(2);
    await expect(page.locator('.columns .reader').nth(1).locator('[data-start]').first()).toBeAttached();
    await take('side-by-side');
    await page.keyboard.press('Control+\\');
    await expect(page.locator('.columns .reader')).toHaveCount(1);
    await page.keyboard.press('F9');
    await take('focus');
    await page.keyboard.press('F9');
    await openView('Excerpts');
    await expect(page.getByText('6 excerpts', { exact: true })).toBeVisible();
    await take('excerpts');
    await page.getByRole('checkbox', { name: 'Select all shown' }).click();
    await page.getByRole('button', { name: 'Add to dossier' }).click();
    await page.getByRole('textbox', { name: /dossier/iu }).fill('Torture and detention, 2020 to 2023');
    await page.keyboard.press('Enter');
    await waitUntilSaved(page);
    await openView('Dossiers');
    await expect(page.getByTestId('dossier-item')).toHaveCount(6);
    await page.getByTestId('dossier-item').nth(0).focus();
    await page.keyboard.press('h');
    await page.keyboard.type('What the mechanisms found');
    await page.keyboard.press('Enter');
    await waitUntilSaved(page);
    await expect(page.getByTestId('dossier-item')).toHaveCount(7);
    await expect(page.getByTestId('single-source').first()).toBeVisible();
    await take('dossier');
    await page.getByRole('button', { name: 'Export…' }).click();
    await expect(page.getByTestId('preview-excerpt').first()).toBeVisible();
    await take('export');
    await page.keyboard.press('Escape');
    await openView('Insight');
    await expect(page.locator('.figure').first()).toBeVisible();
    await take('insight');
    await openView('Codebook');
    await page.getByRole('main').getByText('torture').first().click();
    await take('codebook');
    await openView('History');
    await expect(page.getByRole('heading', { name: 'All changes' })).toBeVisible();
    await take('history');
    await openView('Exchange');
    await expect(page.getByRole('heading', { name: 'Import work' })).toBeVisible();
    await take('exchange');
    await openView('Library');
    await addFiles(page, picturedFiles);
    await page.getByRole('region', { name: 'Messages' }).locator('[aria-label="Close this message"]').first().click();
    await openStatement(page, picturedReport);
    await page.getByRole('button', { name: 'Show the pages' }).click();
    await expect(page.getByTestId('page').first()).toHaveAttribute('data-outcome', 'drawn', { timeout: 30_000 });
    await take('pages');
    await page.getByRole('button', { name: 'Close the pages' }).click();
    await openView('Catalogue');
    await page.getByRole('button', { name: 'Close the report' }).click();
    await page.getByTestId('catalogue-row').filter({ hasText: 'Letter to the Chairperson' }).click();
    await page.getByRole('tab', { name: 'Record', exact: true }).click();
    await expect(page.getByRole('form', { name: 'Catalogue record' })).toBeVisible();
    await take('catalogue');
    await openView('Library');
    await openStatement(page, titles.briefing);
    await page.getByRole('combobox', { name: 'Language' }).selectOption('be');
    await expect(page.locator('html')).toHaveAttribute('lang', 'be');
    await take('belarusian');
  });
}
