import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { pressCyrillic } from '../support/press-cyrillic.ts';
import { dragOver, openStatement, titles, waitUntilSaved } from '../support/reader-page.ts';

const torture = 'regular use of torture against detainees';
const prisoners = 'There are currently at least 1,486 political prisoners in Belarus';
const impunity = 'impunity for abuses and violations';

const items = (page: Page): Locator => page.getByTestId('dossier-item');
const announced = (page: Page): Locator => page.getByTestId('announcer');

async function expectOrder(page: Page, ...words: readonly string[]): Promise<void> {
  await expect(items(page)).toHaveCount(words.length);
  for (const [index, word] of words.entries()) await expect(items(page).nth(index)).toContainText(word);
}

test.beforeEach(async ({ page }) => {
  await openStatement(page, titles.briefing);
  for (const [words, digit] of [
    [prisoners, '2'],
    [torture, '1'],
    [impunity, '3'],
  ] as const) {
    await dragOver(page, words);
    await page.keyboard.press(digit);
    await page.keyboard.press('Escape');
  }
  await expect(page.getByTestId('highlight-card')).toHaveCount(3);
  await page.getByRole('tab', { name: 'Excerpts' }).click();
  await page.getByRole('checkbox', { name: 'Select all shown' }).click();
  await page.getByRole('button', { name: 'Add to dossier' }).click();
  await page.getByRole('textbox', { name: /dossier/iu }).fill('Prisons 🇧🇾');
  await page.keyboard.press('Enter');
  await waitUntilSaved(page);
  await page.getByRole('tab', { name: 'Dossiers' }).click();
  await expectOrder(page, prisoners, torture, impunity);
});

test('an excerpt moves by keyboard, quick steps add up, it is said, and Undo takes each back', async ({ page }) => {
  await items(page).nth(0).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expectOrder(page, torture, impunity, prisoners);
  await expect(items(page).nth(2)).toBeFocused();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Moved to place 3 of 3.');
  await waitUntilSaved(page);
  await page.keyboard.press('Control+z');
  await expectOrder(page, torture, prisoners, impunity);
  await page.keyboard.press('Control+z');
  await expectOrder(page, prisoners, torture, impunity);
});

test('what is selected moves together', async ({ page }) => {
  await items(page).nth(0).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Alt+ArrowDown');
  await expectOrder(page, impunity, prisoners, torture);
});

test('an excerpt is dragged by its handle to where the line is', async ({ page }) => {
  await items(page).nth(0).hover();
  const target = await items(page).nth(2).boundingBox();
  if (!target) throw new Error('The last item is not in sight');
  await items(page).nth(0).getByTestId('drag-handle').hover();
  await page.mouse.down();
  await page.mouse.move(target.x + 100, target.y + target.height / 2, { steps: 6 });
  await page.mouse.move(target.x + 100, target.y + target.height - 8, { steps: 4 });
  await expect(items(page).nth(2)).toHaveAttribute('data-aim', 'after');
  await page.mouse.up();
  await expectOrder(page, torture, impunity, prisoners);
  await expect(page.locator('[data-aim]')).toHaveCount(0);
});

test('headings and connecting text are written between excerpts, and kept however the editor is left', async ({
  page,
  app,
}) => {
  await items(page).nth(0).focus();
  await page.keyboard.press('h');
  await page.keyboard.type('What was found');
  await page.keyboard.press('Enter');
  await expectOrder(page, prisoners, 'What was found', torture, impunity);
  await page.getByRole('button', { name: 'Add a text at place 3' }).click();
  await page.getByRole('textbox', { name: 'New text' }).fill('The report names two things.\n\nBoth are quoted.');
  // Another view, without a word of keeping.
  await page.getByRole('tab', { name: 'Library' }).click();
  await page.getByRole('tab', { name: 'Dossiers' }).click();
  await expectOrder(page, prisoners, 'What was found', 'The report names two things.', torture, impunity);
  await page.getByText('Both are quoted.').click();
  await page.keyboard.type(' Twice.');
  await page.getByRole('searchbox').click();
  await expect(items(page).nth(2)).toContainText('Both are quoted. Twice.');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await waitUntilSaved(page);
  const again = await app.restart();
  await again.getByRole('tab', { name: 'Dossiers' }).click();
  await expect(items(again).nth(2)).toContainText('Both are quoted. Twice.');
});

test('letters work on a Cyrillic keyboard, and the second of two belongs to the first', async ({ page }) => {
  await items(page).nth(0).focus();
  await pressCyrillic(page, 'р', 'KeyH');
  await expect(page.getByRole('textbox', { name: 'New heading' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(items(page).nth(0)).toBeFocused();
  await pressCyrillic(page, 'ф', 'KeyA', true);
  await expect(page.locator('[data-testid="dossier-item"][data-selected="true"]')).toHaveCount(3);

  await page.keyboard.press('v');
  await page.keyboard.press('h');
  await expect(items(page).nth(0)).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name: 'Dossiers' }).click();
  await expectOrder(page, prisoners, torture, impunity);
  await expect(page.getByRole('textbox', { name: 'New heading' })).toHaveCount(0);
});

test('an item is removed by Delete, and comes back', async ({ page }) => {
  await items(page).nth(1).focus();
  await page.keyboard.press('Delete');
  await expectOrder(page, prisoners, impunity);
  await expect(items(page).nth(1)).toBeFocused();
  await page.getByRole('dialog').filter({ hasText: '1 item removed.' }).getByRole('button', { name: 'Undo' }).click();
  await expectOrder(page, prisoners, torture, impunity);
});

test('words are left out, put back, and marked in what is exported', async ({ page, app }) => {
  const excerpt = items(page).nth(1);
  await excerpt.hover();
  await excerpt.getByRole('button', { name: 'Leave words out…' }).click();
  const field = excerpt.getByTestId('omission-field');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(announced(page)).toHaveText(/Selected: use of/u);
  await page.keyboard.press('Enter');
  await expect(field.locator('del')).toHaveText('use of');
  await page.keyboard.press('Control+a');
  await excerpt.getByRole('button', { name: 'Leave out', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Nothing would be left');
  await excerpt.getByRole('button', { name: 'Done' }).click();
  await expect(excerpt.locator('q')).toHaveText('regular […] torture against detainees');
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.locator('mark[data-kind="omission"]')).toHaveText('[…]');
  await dialog.getByRole('radio', { name: /^Markdown/u }).click();
  const { name, content } = await app.saveExport(() => dialog.getByRole('button', { name: /^Export to/u }).click());
  expect(name).toMatch(/\.md$/u);
  const text = content.toString('utf8');
  expect(text).toContain('Prisons 🇧🇾');
  expect(text).toMatch(/regular \\?\[…\\?\] torture against detainees/u);
  await excerpt.hover();
  await excerpt.getByRole('button', { name: 'Leave words out…' }).click();
  await excerpt.getByRole('button', { name: 'Put back “use of”' }).click();
  await expect(field.locator('del')).toHaveCount(0);
});

test('words are selected by mouse too, and snap to whole words', async ({ page }) => {
  const excerpt = items(page).nth(1);
  await excerpt.hover();
  await excerpt.getByRole('button', { name: 'Leave words out…' }).click();
  const field = excerpt.getByTestId('omission-field');
  const box = await field.evaluate((element) => {
    const node = element.querySelector('[data-start]')?.firstChild;
    const range = new Range();
    if (!node) throw new Error('The quotation is not there');
    range.setStart(node, 'regular use of to'.length);
    range.setEnd(node, 'regular use of torture aga'.length);
    const { left, right, top, height } = range.getBoundingClientRect();
    return { left, right, y: top + height / 2 };
  });
  await page.mouse.move(box.left, box.y);
  await page.mouse.down();
  await page.mouse.move(box.right, box.y, { steps: 5 });
  await page.mouse.up();
  await excerpt.getByRole('button', { name: 'Leave out', exact: true }).click();
  await expect(field.locator('del')).toHaveText('torture against');
});

test('a dossier is named, renamed and deleted, and the deletion is undone', async ({ page }) => {
  await page.getByRole('button', { name: 'New dossier' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the new dossier' })).toBeFocused();
  await page.keyboard.type('prisons 🇧🇾');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is a dossier “Prisons 🇧🇾” already')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name of the new dossier' }).fill('Elections');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Elections' })).toBeVisible();
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('Elections, 2020');
  await page.keyboard.press('Enter');
  const list = page.getByRole('navigation', { name: 'Dossiers' });
  await expect(list).toContainText('Elections, 2020');
  await page.getByRole('button', { name: 'Delete this dossier' }).click();
  await expect(list).not.toContainText('Elections');
  await page.getByRole('dialog').filter({ hasText: 'deleted' }).getByRole('button', { name: 'Undo' }).click();
  await expect(list).toContainText('Elections, 2020');
});

test('a deleted highlight takes its excerpt along, and Undo brings both back', async ({ page }) => {
  await page.getByRole('tab', { name: 'Library' }).click();
  const card = page.getByTestId('highlight-card').filter({ hasText: torture });
  await card.getByRole('button', { name: 'Delete highlight' }).click();
  await page.getByRole('tab', { name: 'Dossiers' }).click();
  await expectOrder(page, prisoners, impunity);
  await page.keyboard.press('Control+z');
  await expectOrder(page, prisoners, torture, impunity);
});
