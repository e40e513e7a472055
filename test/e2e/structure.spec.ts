import { expect, type Locator, type Page } from '@playwright/test';
import { addFiles } from '../support/add-files.ts';
import { test } from '../support/app-fixture.ts';
import {
  cards,
  clickWords,
  dragOver,
  highlight,
  openStatement,
  paintedWords,
  selectionBar,
  waitUntilSaved,
} from '../support/reader-page.ts';

const hearing = [
  'Пасяджэнне 3 мая',
  'MODERATOR: Welcome to all.',
  'Ambassador Smith: The report is clear.\nMs Jones: It names 1,486 prisoners.',
  'She went on: nobody was told why.',
  'Home',
  'Contact us',
].join('\n\n');

const names = 'It names 1,486 prisoners';

const menu = (page: Page): Locator => page.getByTestId('structure-menu');
const block = (page: Page, words: string): Locator => page.locator('.statement .block').filter({ hasText: words });

/** Says of the paragraph that the pointer is put into what it is. */
async function openMenuAt(page: Page, words: string): Promise<void> {
  await clickWords(page, words);
  await page.keyboard.press('Escape');
  await page.keyboard.press('v');
  await page.keyboard.press('t');
  await expect(menu(page)).toBeVisible();
}

test.beforeEach(({ runtime }) => {
  test.skip(runtime !== 'browser', 'on the desktop a dialog of the system asks for the file');
});

test('what the program took a paragraph for is put right, and highlights stand where they stood', async ({
  page,
  app,
}) => {
  test.setTimeout(120_000);
  await addFiles(page, [{ name: 'hearing.txt', mimeType: 'text/plain', buffer: Buffer.from(hearing) }]);
  await openStatement(page, 'Пасяджэнне 3 мая');
  await highlight(page, names, '1');
  await highlight(page, 'nobody was told why', '2');

  // By key at the pointer: a heading, and the focus is in the text again.
  await openMenuAt(page, 'Пасяджэнне');
  await expect(menu(page).getByRole('button', { name: 'Paragraph' })).toHaveAttribute('aria-pressed', 'true');
  await menu(page).getByRole('button', { name: 'Heading', exact: true }).click();
  await expect(page.locator('.statement h2.block')).toHaveText('Пасяджэнне 3 мая');
  await expect(page.locator('.statement')).toBeFocused();
  await expect(block(page, 'MODERATOR')).toHaveAttribute('data-paragraph', '1');

  // From the bar at a selection: a speech that begins in the middle of a paragraph.
  await dragOver(page, 'Ms Jones: It names');
  await selectionBar(page).getByRole('button', { name: 'This is…' }).click();
  await menu(page).getByLabel('Speech by').fill('Ms Jones');
  await page.keyboard.press('Enter');
  const turn = page.getByRole('group', { name: 'Ms Jones' });
  await expect(turn.locator('.block-label')).toHaveText('Ms Jones: ');
  await expect(turn).toContainText('It names 1,486 prisoners.She went on: nobody was told why.');
  await expect(cards(page)).toHaveCount(2);
  await expect(cards(page).first()).toContainText(names);
  await expect(cards(page).first()).toContainText('¶ 3');
  await page.keyboard.press('Escape');
  expect(await paintedWords(page, 'vermilion')).toEqual([names]);

  // Website text is folded away, and Undo brings it back.
  await dragOver(page, 'Home', 'Contact us');
  await selectionBar(page).getByRole('button', { name: 'This is…' }).click();
  await menu(page).getByRole('button', { name: 'Website text' }).click();
  await expect(page.locator('.furniture-toggle')).toContainText('2 lines of website text.');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.furniture-toggle')).toHaveCount(0);
  await expect(block(page, 'Home')).toBeVisible();

  // It is kept, and taken back where it was said.
  await waitUntilSaved(page);
  await app.restart();
  const again = app.page();
  await openStatement(again, 'Пасяджэнне 3 мая');
  await expect(again.getByRole('group', { name: 'Ms Jones' })).toBeVisible();
  await expect(cards(again)).toHaveCount(2);
  await openMenuAt(again, 'Welcome');
  await expect(menu(again).getByRole('button', { name: 'Undo this correction' })).toHaveCount(0);
  await again.keyboard.press('Escape');
  await expect(menu(again)).toHaveCount(0);
  await openMenuAt(again, 'Пасяджэнне');
  await menu(again).getByRole('button', { name: 'Undo this correction' }).click();
  await expect(again.locator('.statement h2.block')).toHaveCount(0);
  await expect(block(again, 'Пасяджэнне')).toHaveAttribute('data-paragraph', '1');
  expect(await paintedWords(again, 'vermilion')).toEqual([names]);
});

test('the structure of a bundled statement is not offered to be put right', async ({ page }) => {
  await openStatement(page, 'Briefing with Ambassador Michael Carpenter');
  await dragOver(page, 'regular use of torture against detainees');
  await expect(selectionBar(page).getByRole('button', { name: 'Note' })).toBeVisible();
  await expect(selectionBar(page).getByRole('button', { name: 'This is…' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'File and versions' })).toHaveCount(0);
});
