import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { cards, dragOver, openStatement, paintedWords, titles, waitUntilSaved } from '../support/reader-page.ts';

async function highlight(page: Page, words: string, key: string): Promise<void> {
  const count = await cards(page).count();
  await dragOver(page, words);
  await page.keyboard.press(key);
  await expect(cards(page)).toHaveCount(count + 1);
  await page.keyboard.press('Escape');
}

async function chooseTag(page: Page, name: string): Promise<void> {
  await page
    .getByRole('list', { name: 'Tags' })
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') })
    .click();
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
}

test.beforeEach(async ({ page }) => {
  await openStatement(page, titles.briefing);
  await highlight(page, 'regular use of torture against detainees', '1');
  await highlight(page, 'inhuman and degrading prison conditions', '2');
  await page.getByRole('tab', { name: 'Codebook' }).click();
});

test('a tag under another is created, named by its path and put on by it', async ({ page }) => {
  await page.getByRole('textbox', { name: 'New tag' }).fill('detention/conditions');
  await expect(page.getByTestId('change-preview')).toContainText('No highlight is touched.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Tags' }).getByRole('button', { name: /^conditions/u })).toBeVisible();
  await page.getByRole('tab', { name: 'Library' }).click();
  await highlight(page, 'most severe for political prisoners', '4');
  await expect(cards(page).filter({ hasText: 'most severe' })).toContainText('conditions');
  await page.getByRole('button', { name: 'Filter highlights by tags' }).click();
  await page.getByRole('checkbox', { name: 'detention' }).click();
  await page.keyboard.press('Escape');
  await expect(cards(page)).toHaveCount(2);
  await expect(page.getByText('1 more hidden by the filter')).toBeVisible();
  expect(await paintedWords(page, 'vermilion')).toEqual([]);
});

test('renaming, recolouring and moving show what they touch, and are undone', async ({ page }) => {
  await chooseTag(page, 'torture');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('torture and ill-treatment');
  await expect(page.getByTestId('change-preview')).toContainText('1 highlight is touched in 1 statement.');
  await page.getByRole('button', { name: 'Rename' }).click();
  await chooseTag(page, 'torture and ill-treatment');
  await page.getByRole('radio', { name: 'violet' }).click();
  await page.getByRole('button', { name: 'Change the colour' }).click();
  await page.getByRole('combobox', { name: 'Under' }).selectOption('detention');
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toHaveText(
    'Moved the tag torture and ill-treatment to detention/torture and ill-treatment',
  );
  await page.keyboard.press('Escape');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
  await chooseTag(page, 'torture');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('torture');
  await waitUntilSaved(page);
});

test('merging and deleting say how many highlights they touch, and lose none', async ({ page }) => {
  await chooseTag(page, 'torture');
  await page.getByRole('combobox', { name: 'Merge into' }).selectOption('detention');
  await expect(page.getByTestId('change-preview')).toContainText('1 highlight is touched');
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await chooseTag(page, 'detention');
  await page.getByRole('button', { name: 'Delete this tag' }).click();
  await expect(page.getByTestId('change-preview')).toContainText(
    '2 highlights are touched in 1 statement. 2 would be left without a tag.',
  );
  await page.getByTestId('change-preview').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('tab', { name: 'Library' }).click();
  await expect(cards(page)).toHaveCount(2);
  await expect(cards(page).first()).toContainText('no tag');
  await page.keyboard.press('Control+z');
  await expect(cards(page).first()).toContainText('detention');
});

test('a name that is taken or empty gets a clear sentence', async ({ page }) => {
  await page.getByRole('textbox', { name: 'New tag' }).fill('TORTURE');
  await expect(page.getByTestId('change-preview')).toContainText('already');
  await expect(page.getByRole('button', { name: 'Create' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'New tag' }).fill('x'.repeat(10_000));
  await expect(page.getByTestId('change-preview')).toContainText('at most 100 characters');
});

test('undo reaches back through a reload of the window', async ({ page, runtime }) => {
  test.skip(runtime === 'double', 'a reload by the test counts as the page leaving there');
  await page.reload();
  await openStatement(page, titles.briefing);
  await expect(cards(page)).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(cards(page)).toHaveCount(1);
});
