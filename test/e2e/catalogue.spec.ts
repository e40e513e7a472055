import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { focusAfterPress } from '../support/focus-after.ts';
import { writeOwnLibrary } from '../support/own-library.ts';
import { highlight, openStatement, titles, undoOf, waitUntilSaved } from '../support/reader-page.ts';

const imported = 40;
const bundled = 5;
const all = imported + bundled;

test.use({
  workspaceFolder: async ({ scratchFolder }, use) => {
    const folder = join(scratchFolder, 'workspace');
    await writeOwnLibrary(folder, imported);
    await use(folder);
  },
});

const openTab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click();
const row = (page: Page, title: string): Locator => page.getByTestId('catalogue-row').filter({ hasText: title });
const count = (page: Page): Locator => page.getByTestId('catalogue-count');
const selected = (page: Page): Locator => page.getByTestId('catalogue-selected');
const words = (page: Page): Locator =>
  page.getByRole('main').getByRole('searchbox', { name: 'Words in title, publisher or people' });

async function openCatalogue(page: Page): Promise<void> {
  await openTab(page, 'Catalogue');
  await expect(count(page)).toHaveText(`${all} statements`);
  await expect(page.getByTestId('catalogue-row').first()).toBeVisible();
}

/** Brings a statement into sight by its words, and selects it alone. */
async function select(page: Page, title: string, modifiers: ('ControlOrMeta' | 'Shift')[] = []): Promise<void> {
  await row(page, title).click({ modifiers });
  await expect(row(page, title)).toHaveAttribute('aria-selected', 'true');
}

test('the table is narrowed, sorted and gone through, and what narrows it is put away', async ({ page }) => {
  await openCatalogue(page);
  const titlesShown = page.getByTestId('catalogue-row').locator('[data-column="title"]');
  await expect(titlesShown.first()).toContainText('Briefing with Ambassador');
  await page.getByRole('button', { name: 'Title' }).click();
  await expect(page.getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'descending');
  await expect(titlesShown.first()).toContainText('US Ambassador');

  await page.getByRole('checkbox', { name: 'Viasna', exact: true }).check();
  await page.getByRole('checkbox', { name: 'letter' }).check();
  await expect(page.getByRole('heading', { name: 'Catalogue', level: 1 })).toBeAttached();
  await expect(page.getByText('No statement fits what is chosen.')).toBeVisible();
  await page.getByRole('button', { name: 'Do not filter by Kind of statement: letter' }).click();
  await expect(count(page)).toHaveText(`7 of ${all} statements`);
  await words(page).fill('бяляцкі');
  await expect(count(page)).toHaveText(`1 of ${all} statements`);
  await page.getByRole('main').getByRole('button', { name: 'Clear' }).click();
  await expect(count(page)).toHaveText(`${all} statements`);

  // By the keyboard: steps, a range, all, none, and the statement itself.
  await page.getByRole('button', { name: 'Title' }).click();
  await expect(titlesShown.first()).toContainText('Briefing with Ambassador');
  const rows = page.getByTestId('catalogue-row');
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selected(page)).toHaveText('3 selected');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(selected(page)).toHaveText('2 selected');
  await page.keyboard.press('ControlOrMeta+a');
  await expect(selected(page)).toHaveText(`${all} selected`);
  await page.keyboard.press('Escape');
  await expect(selected(page)).toHaveText('Select all shown');
  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await expect(rows.last()).toContainText('US Ambassador');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titles.gilmore);
  await page.goBack();
  await expect(rows.last()).toContainText('US Ambassador');
});

test('of many records only what was touched is changed, said before and undone in one step', async ({ page }) => {
  await openCatalogue(page);
  await words(page).fill('Statement 0000');
  await expect(count(page)).toHaveText(`9 of ${all} statements`);
  await select(page, 'Statement 00001');
  await select(page, 'Statement 00003', ['Shift']);
  await expect(selected(page)).toHaveText('3 selected');
  const focused = await focusAfterPress(page.getByRole('button', { name: 'Edit', exact: true }));
  const editor = page.getByRole('form', { name: 'Catalogue record' });
  await expect(editor.getByRole('textbox', { name: 'Title' })).toBeFocused();
  expect(focused).toContain('<textarea');
  await expect(editor.getByRole('textbox', { name: 'Title' })).toHaveAttribute('placeholder', '3 different values');
  await expect(editor.getByRole('textbox', { name: 'Place' })).toHaveValue('Minsk');
  const date = editor.getByRole('textbox', { name: 'Date' });
  await date.fill('3 March 2020');
  await editor.getByRole('textbox', { name: 'Publisher' }).fill('Вясна');
  await editor.getByRole('button', { name: 'Change 3 records' }).click();
  await expect(editor.getByRole('alert')).toContainText('This is no date');
  await date.fill('2020-03-03');
  await expect(editor.getByText('3 March 2020')).toBeVisible();
  await expect(page.getByTestId('record-plan')).toHaveText(
    '3 statements will be changed:Publisher: Вясна (in place of 3 different values)Date: 2020-03-03 (in place of 3 different values)',
  );

  // Another choice does not take along what was typed for this one.
  await select(page, 'Statement 00007');
  await expect(page.getByText('These changes have not been saved.')).toBeVisible();
  await editor.getByRole('button', { name: 'Change 3 records' }).click();
  await waitUntilSaved(page);
  await expect(row(page, 'Statement 00003').locator('[data-column="publisher"]')).toHaveText('Вясна');
  await expect(row(page, 'Statement 00003').locator('[data-column="kind"]')).toHaveText('report');
  await expect(row(page, 'Statement 00004').locator('[data-column="publisher"]')).not.toHaveText('Вясна');
  await expect(row(page, 'Statement 00007').locator('[data-column="publisher"]')).not.toHaveText('Вясна');
  await undoOf(page, 'Changed 3 catalogue records').click();
  await expect(row(page, 'Statement 00003').locator('[data-column="publisher"]')).toHaveText('UN News');

  // One record: people, language by its tag, and where a value is from.
  await select(page, 'Statement 00002');
  await expect(editor.getByRole('textbox', { name: 'Title' })).toHaveValue(/00002/u);
  expect(await focusAfterPress(editor.getByRole('button', { name: 'Add a person' }))).toContain('aria-label="Name"');
  const person = editor.getByRole('group', { name: 'Person 2' });
  await expect(person.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Марыя Калеснікава');
  await person.getByRole('combobox', { name: 'As what' }).selectOption('author');
  await editor.getByRole('combobox', { name: 'Language' }).selectOption('another, by its tag');
  await editor.getByRole('textbox', { name: 'Language tag' }).fill('Belarusian language');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByRole('alert')).toContainText('no language tag');
  await editor.getByRole('textbox', { name: 'Language tag' }).fill('pt_br');
  await editor.getByRole('button', { name: 'Save' }).click();
  await waitUntilSaved(page);
  await expect(row(page, 'Statement 00002').locator('[data-column="language"]')).toContainText('(pt-BR)');
  await words(page).fill('калеснікава');
  await expect(count(page)).toHaveText(`1 of ${all} statements`);
});

test('a record that came with Attest is shown and cannot be changed', async ({ page }) => {
  await openCatalogue(page);
  await select(page, 'Briefing with Ambassador');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Catalogue' });
  await expect(panel.getByText('It cannot be changed here.')).toBeVisible();
  await expect(panel.getByRole('table', { name: 'Catalogue record' })).toContainText('U.S. Department of State');
  await expect(panel.getByRole('textbox')).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove…' }).click();
  await expect(page.getByText('Statements that came with Attest stay in the library.')).toBeVisible();
});

test('sets are made of what is selected, looked at in both places, renamed, and deleted with an undo', async ({
  page,
}) => {
  await openCatalogue(page);
  await select(page, 'Statement 00001');
  await select(page, 'Statement 00002', ['ControlOrMeta']);
  const sets = page.getByRole('button', { name: 'Sets', exact: true });
  expect(await focusAfterPress(sets)).toContain('new-set-name');
  await page.getByRole('textbox', { name: 'New set with the selected statements' }).fill('Вязні: case 7');
  await page.getByRole('button', { name: 'Create' }).click();
  const panel = page.getByRole('complementary', { name: 'Catalogue' });
  await panel.getByRole('button', { name: 'Вязні: case 7' }).click();
  await expect(count(page)).toHaveText(`2 of ${all} statements`);
  await expect(page.getByTestId('catalogue-row')).toHaveCount(2);
  const library = page.getByRole('navigation', { name: 'Library' });
  await expect(library.getByRole('heading', { name: `2 of ${all} statements` })).toBeVisible();
  await expect(library.locator('.statement-item')).toHaveCount(2);

  await select(page, 'Statement 00001');
  expect(await focusAfterPress(sets)).toContain('type="checkbox"');
  await page.getByRole('dialog', { name: 'Sets' }).getByRole('checkbox', { name: 'Вязні: case 7' }).click();
  await expect(page.getByTestId('catalogue-row')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Rename' }).click();
  await panel.getByRole('textbox', { name: 'Name of the set' }).fill('Case 7');
  await panel.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('button', { name: 'Do not filter by Set: Case 7' })).toBeVisible();
  await panel.getByRole('button', { name: 'Delete the set' }).click();
  await expect(count(page)).toHaveText(`${all} statements`);
  await undoOf(page, 'Deleted the set Case 7').click();
  await expect(panel.getByRole('button', { name: 'Case 7' })).toBeVisible();
  await library.getByRole('combobox', { name: 'Set' }).selectOption('Case 7');
  await expect(count(page)).toHaveText(`1 of ${all} statements`);
});

test('statements are removed with their highlights, after saying how many, and come back', async ({ page }) => {
  await openStatement(page, 'Statement 00004');
  await highlight(page, 'cells without beds', '1');
  await openCatalogue(page);
  await select(page, 'Statement 00004');
  await select(page, 'Briefing with Ambassador', ['ControlOrMeta']);
  await page.getByRole('button', { name: 'Remove…' }).click();
  const popup = page.getByRole('dialog', { name: 'Remove' });
  await expect(popup).toContainText('1 statement leaves the library. 1 highlight goes with it.');
  await expect(popup).toContainText('1 of those selected came with Attest and stays.');
  await popup.getByRole('button', { name: 'Remove' }).click();
  await expect(count(page)).toHaveText(`${all - 1} statements`);
  await expect(row(page, 'Statement 00004')).toHaveCount(0);
  await undoOf(page, 'Removed the statement').click();
  await expect(row(page, 'Statement 00004').locator('[data-column="highlights"]')).toHaveText('1');
});

test('the catalogue goes out as a table, comes back changed, and its report says what was not taken', async ({
  page,
  app,
  runtime,
}) => {
  test.skip(runtime !== 'browser', 'on the desktop a dialog of the system asks for the file');
  await openCatalogue(page);
  await openTab(page, 'Files');
  const { name, content } = await app.saveExport(() =>
    page.getByRole('region', { name: 'Catalogue for other programs' }).getByRole('button', { name: 'Export…' }).click(),
  );
  expect(name).toMatch(/\.csv$/u);
  const table = content.toString('utf8');
  const changed = table.replaceAll('Statement 00009 on detention', 'Сведчанне 9').replace(/2013-02\?/u, 'last winter');
  await page
    .getByTestId('catalogue-file')
    .setInputFiles({ name: 'catalogue.csv', mimeType: 'text/csv', buffer: Buffer.from(changed) });
  const report = page.getByTestId('catalogue-taken');
  await expect(report).toContainText('1 record changed');
  await expect(report).toContainText('last winter');
  await words(page).fill('сведчанне');
  await expect(row(page, 'Сведчанне 9')).toHaveCount(1);
  await undoOf(page, 'Changed the catalogue record').click();
  await expect(count(page)).toHaveText(`0 of ${all} statements`);
});

test('a check of the files says which one is not as it was left', async ({ page, app }) => {
  await openCatalogue(page);
  await openTab(page, 'Files');
  const fixity = page.getByTestId('fixity');
  await expect(fixity).toHaveAttribute('data-state', 'done');
  await expect(fixity).toContainText('files are as they were left.');
  const workspace = JSON.parse(await readFile(join(app.workspaceFolder, 'workspace.json'), 'utf8'));
  const [first] = Object.values<{ versions: { original: { sha256: string } }[] }>(workspace.statements);
  const sha256 = first?.versions[0]?.original.sha256 ?? '';
  await rm(join(app.workspaceFolder, 'statements/originals', sha256.slice(0, 2), sha256));
  await fixity.getByRole('button', { name: 'Check now' }).click();
  await expect(fixity).toContainText('1 file is not as it was left.');
  await expect(page.getByTestId('fixity-line')).toHaveText(/^missing Statement 00001/u);
});
