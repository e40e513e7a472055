import { expect, type Page } from '@playwright/test';
import { addFiles } from '../support/add-files.ts';
import { test } from '../support/app-fixture.ts';
import { cards, highlight, openStatement, paintedWords, selectionBar } from '../support/reader-page.ts';

const title = 'Statement on the detention of journalists';
const kept = 'Two of them are still held without charge';
const changed = 'Eleven journalists were detained in one night';

const first = [
  title,
  `${changed}, as their families told us.`,
  'They were taken from their homes, and from the office of the paper that most of them worked for.',
  `${kept}.`,
  'The others were released after ten days, each with a fine that is more than they earn in a month.',
  'We call for their release.',
].join('\n\n');
const second = first.replace('Eleven journalists', 'Nine reporters').replace('We call', 'We call again');

async function addVersion(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: /^(File and versions|Version of)/u }).click();
  await page.getByRole('menuitem', { name: 'Add a newer version…' }).click();
  const buffer = Buffer.from(text);
  await page.getByTestId('version-file').setInputFiles({ name: 'statement-2.txt', mimeType: 'text/plain', buffer });
  await expect(page.getByRole('button', { name: /· 2 versions/u })).toBeVisible({ timeout: 60_000 });
}

test.beforeEach(({ runtime }) => {
  test.skip(runtime !== 'browser', 'on the desktop a dialog of the system asks for the file');
});

test('an older version stays readable, and shows what was marked in it', async ({ page, app }) => {
  test.setTimeout(120_000);
  await addFiles(page, [{ name: 'statement.txt', mimeType: 'text/plain', buffer: Buffer.from(first) }]);
  await openStatement(page, title);
  await highlight(page, kept, '1');
  await highlight(page, changed, '2');
  await addVersion(page, second);
  await expect(page.locator('.statement')).toContainText('Nine reporters were detained');
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText('¶ 4');
  expect(await paintedWords(page, 'vermilion')).toEqual([kept]);

  // From what asks for review to the words as they were.
  const review = page.getByTestId('review-card');
  await expect(review).toContainText(changed);
  await review.getByRole('button', { name: 'Show it in the version it was marked in' }).click();
  const older = page.getByTestId('older-version');
  await expect(older).toContainText(/^An older version, from .+\. Highlights stand in the newest\./u);
  await expect(page.locator('.statement')).toContainText(changed);
  expect(await paintedWords(page, 'found-here')).toEqual([changed]);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('FAMILIES  told');
  await expect(page.getByTestId('find-count')).toHaveText('1 of 1');
  expect(await paintedWords(page, 'found-here')).toEqual(['families told']);
  await page.keyboard.press('Escape');
  expect(await paintedWords(page, 'found-here')).toEqual([changed]);
  // Nothing is marked there.
  await page.locator('.statement').getByText('We call for their release').dblclick();
  await expect(selectionBar(page)).toHaveCount(0);
  await page.goBack();
  await expect(older).toHaveCount(0);
  await expect(page.locator('.statement')).toContainText('Nine reporters');

  // By the menu there and back.
  await page.getByRole('button', { name: /· 2 versions/u }).click();
  await page.getByRole('menuitemradio').last().click();
  await expect(older).toBeVisible();
  await expect(page.locator('.statement')).toContainText(changed);
  await older.getByRole('button', { name: 'Show the newest version' }).click();
  await expect(page.locator('.statement')).toContainText('We call again');

  // What is known of its file, and the file itself.
  await page.getByRole('button', { name: 'Where this comes from' }).click();
  const record = page.getByRole('table', { name: 'Catalogue record' });
  await expect(record).toContainText('statement-2.txt');
  await expect(record.getByRole('row', { name: /^Versions/u }).getByRole('listitem')).toHaveCount(2);
  const { name, content } = await app.saveExport(async () => {
    await page.getByRole('button', { name: /· 2 versions/u }).click();
    await page.getByRole('menuitem', { name: 'Save the original…' }).click();
  });
  expect(name).toBe('statement-2.txt');
  expect(content.toString()).toBe(second);

  // To its record in the catalogue.
  await page.getByRole('button', { name: /· 2 versions/u }).click();
  await page.getByRole('menuitem', { name: 'Edit what the catalogue says…' }).click();
  await expect(page.getByRole('tab', { name: 'Catalogue', exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(new RegExp(title, 'u'));
});
