import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { cards, highlight, openStatement, titles, waitUntilSaved } from '../support/reader-page.ts';

const torture = 'regular use of torture against detainees';
const conditions = 'inhuman and degrading prison conditions';

async function remove(page: Page, words: string): Promise<void> {
  const count = await cards(page).count();
  await cards(page).filter({ hasText: words }).getByRole('button', { name: 'Delete highlight' }).click();
  await expect(cards(page)).toHaveCount(count - 1);
}

const entries = (page: Page): Locator => page.getByTestId('history-entry');
const differences = (page: Page): Locator => page.getByTestId('difference');
const messages = (page: Page): Locator => page.getByRole('region', { name: 'Messages' });
const message = (page: Page, words: string): Locator => messages(page).locator('.message').filter({ hasText: words });

async function openHistory(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'History' }).click();
}

async function openNewestBackup(page: Page): Promise<void> {
  await openHistory(page);
  await page.getByTestId('backup').first().click();
  await expect(page.getByTestId('comparison')).toContainText('What differs from now');
}

/** Puts the tag detention on the only highlight, and takes it off again by Undo. */
async function tagAndUndo(page: Page): Promise<void> {
  await cards(page).getByRole('button', { name: 'Tags' }).click();
  await page.keyboard.type('detention');
  await page.keyboard.press('Enter');
  await expect(cards(page)).toContainText('detention');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(cards(page)).not.toContainText('detention');
  await waitUntilSaved(page);
}

async function addNote(page: Page): Promise<void> {
  await cards(page).filter({ hasText: torture }).getByRole('button', { name: 'Add note' }).click();
  await page.keyboard.type('Core finding. Use in section 3, next to the 2020 report.');
  await page.keyboard.press('Control+Enter');
  await waitUntilSaved(page);
}

test.beforeEach(async ({ page }) => {
  await openStatement(page, titles.briefing);
});

test('an empty history and no backup say what to do', async ({ page }) => {
  await openHistory(page);
  await expect(page.getByText('Nothing has been changed yet.')).toBeVisible();
  await expect(page.getByText('There is no backup yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export as CSV' })).toBeDisabled();
});

test('every change stands in the history, with what became what, also after a restart', async ({ page, app }) => {
  await highlight(page, torture, '1');
  await tagAndUndo(page);
  await openHistory(page);
  const check = async (shown: Page): Promise<void> => {
    await expect(entries(shown)).toHaveCount(3);
    await expect(entries(shown).nth(0)).toContainText('Undone: Tagged 1 highlight detention');
    await expect(entries(shown).nth(1)).toContainText('Tagged 1 highlight detention');
    await expect(entries(shown).nth(1).locator('dd')).toHaveText('torture→becametorturedetention');
    await expect(entries(shown).nth(2)).toContainText('Highlighted a passage: torture');
    await expect(entries(shown).nth(2)).toContainText(torture);
  };
  await check(page);
  const again = await app.restart();
  await openHistory(again);
  await check(again);
  await entries(again).nth(2).getByRole('button', { name: torture }).click();
  await expect(cards(again)).toHaveCount(1);
});

test('the history of one highlight opens from its card, goes out as a file, and leads back to all', async ({
  page,
  app,
}) => {
  await highlight(page, torture, '1');
  await highlight(page, conditions, '2');
  await cards(page).filter({ hasText: torture }).getByRole('button', { name: 'History of this highlight' }).click();
  await expect(page.getByRole('heading', { name: 'The changes of one highlight' })).toBeFocused();
  await expect(entries(page)).toHaveCount(1);
  const csv = await app.saveExport(() => page.getByRole('button', { name: 'Export as CSV' }).click());
  expect(csv.content.toString('utf8')).toContain(torture);
  expect(csv.content.toString('utf8')).not.toContain(conditions);
  await expect(messages(page)).toContainText('1 change exported');
  await page.getByRole('button', { name: 'Show all changes' }).click();
  await expect(page.getByRole('heading', { name: 'All changes' })).toBeFocused();
  await expect(entries(page)).toHaveCount(2);
  const json = await app.saveExport(() => page.getByRole('button', { name: 'Export as JSON' }).click());
  expect(JSON.parse(json.content.toString('utf8')).entries).toHaveLength(2);
});

test('a name in the settings stands beside what is changed from then on', async ({ page }) => {
  await highlight(page, torture, '1');
  await openHistory(page);
  await page.getByText('nobody is named, kept for ever').click();
  await page.getByRole('textbox', { name: 'Your name in the history' }).fill('Алеся 🇧🇾');
  await page.keyboard.press('Enter');
  await expect(page.getByText('named Алеся 🇧🇾, kept for ever')).toBeVisible();
  await page.getByRole('combobox', { name: 'Keep the history' }).selectOption('90 days');
  await expect(page.getByText('more than 90 days ago is forgotten for good')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('combobox', { name: 'Keep the history' })).toHaveValue('');
  await page.getByRole('combobox', { name: 'Keep the history' }).selectOption('90 days');
  await page.getByRole('button', { name: 'Keep 90 days only' }).click();
  await expect(page.getByText('named Алеся 🇧🇾, kept 90 days')).toBeVisible();
  await expect(entries(page).first()).toContainText('Changed the settings');
  await expect(entries(page).first()).toContainText('Алеся 🇧🇾, ');
  await expect(entries(page).last()).not.toContainText('Алеся');
});

test('earlier changes come by pages', async ({ page }) => {
  await highlight(page, torture, '1');
  await page.keyboard.press('F7');
  for (let step = 0; step < 27; step += 1) {
    await page.keyboard.press('Control+z');
    await expect(cards(page)).toHaveCount(0);
    await page.keyboard.press('Control+Shift+z');
    await expect(cards(page)).toHaveCount(1);
  }
  await waitUntilSaved(page);
  await openHistory(page);
  await expect(entries(page)).toHaveCount(50);
  await page.getByRole('button', { name: 'Show earlier changes' }).click();
  await expect(entries(page)).toHaveCount(55);
  await expect(page.getByRole('button', { name: 'Show earlier changes' })).toHaveCount(0);
  await expect(entries(page).nth(49)).toBeFocused();
});

test.describe('backups', () => {
  test.beforeEach(async ({ page, app }) => {
    await highlight(page, torture, '1');
    await highlight(page, conditions, '2');
    // The backup of an opening holds what was there then.
    const again = await app.restart();
    await openStatement(again, titles.briefing);
    await expect(cards(again)).toHaveCount(2);
  });

  test('one deleted highlight comes back alone, and that can be undone', async ({ app }) => {
    const page = app.page();
    await remove(page, torture);
    await remove(page, conditions);
    await highlight(page, 'impunity for abuses and violations', '3');
    await openNewestBackup(page);
    await expect(page.getByTestId('comparison')).toContainText('3 highlights differ, and no tag.');
    await expect(differences(page)).toHaveCount(3);
    await page.getByRole('button', { name: `Restore “${torture}”` }).click();
    await expect(differences(page)).toHaveCount(2);
    await expect(page.getByRole('heading', { name: 'What differs from now' })).toBeFocused();
    await expect(entries(page).first()).toContainText('Restored 1 highlight from a backup');
    await message(page, 'Restored 1 highlight').getByRole('button', { name: 'Undo' }).click();
    await expect(differences(page)).toHaveCount(3);
    await expect(entries(page).first()).toContainText('Undone: Restored 1 highlight from a backup');
    await page.getByRole('checkbox', { name: `Select “${torture}”` }).click();
    await page.getByRole('checkbox', { name: `Select “${conditions}”` }).click();
    await page.getByRole('button', { name: 'Restore 2 selected' }).click();
    await expect(differences(page)).toHaveCount(1);
    await page.getByRole('tab', { name: 'Library' }).click();
    await expect(cards(page)).toHaveCount(3);
  });

  test('everything comes back, after a question that says what will happen', async ({ app }) => {
    const page = app.page();
    await remove(page, torture);
    await highlight(page, 'impunity for abuses and violations', '3');
    await openNewestBackup(page);
    const ask = page.getByRole('button', { name: 'Restore everything…' });
    await ask.click();
    const question = page.getByRole('group', { name: 'Restore everything' });
    await expect(question).toContainText(
      '1 highlight comes back, none changes back, and 1 that is not in the backup goes.',
    );
    await expect(question).toContainText('Undo takes the restore back');
    await page.keyboard.press('Escape');
    await expect(ask).toBeFocused();
    await page.keyboard.press('Enter');
    await question.getByRole('button', { name: 'Restore' }).click();
    await expect(page.getByText('Nothing: this backup holds what is here now')).toBeVisible();
    await expect(page.getByTestId('backup')).toHaveCount(2);
    await expect(page.getByTestId('backup').first()).toContainText('before a restore');
    await waitUntilSaved(page);
    await page.getByRole('tab', { name: 'Library' }).click();
    await expect(cards(page)).toHaveCount(2);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(cards(page).filter({ hasText: 'impunity' })).toHaveCount(1);
    await expect(cards(page)).toHaveCount(2);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pictures of the history and a backup, ${colorScheme}`, async ({ page, app, runtime }) => {
    test.skip(runtime !== 'browser', 'one runtime is enough for pictures');
    await highlight(page, torture, '1');
    await highlight(page, conditions, '2');
    await addNote(page);
    await app.restart();
    const again = app.page();
    await again.emulateMedia({ colorScheme });
    await again.setViewportSize({ width: 1360, height: 860 });
    await openStatement(again, titles.briefing);
    await remove(again, conditions);
    await highlight(again, 'impunity for abuses and violations', '3');
    await cards(again).filter({ hasText: torture }).getByRole('button', { name: 'Tags' }).click();
    await again.keyboard.type('elections');
    await again.keyboard.press('Enter');
    await waitUntilSaved(again);
    await openNewestBackup(again);
    await expect(differences(again)).toHaveCount(3);
    const folder = join(import.meta.dirname, '../../test-results/pictures');
    await again.screenshot({ path: join(folder, `history-${colorScheme}.png`) });
    await again.getByText('nobody is named').click();
    await again.getByRole('combobox', { name: 'Keep the history' }).selectOption('30 days');
    await again.getByRole('button', { name: 'Restore everything…' }).click();
    await again.screenshot({ path: join(folder, `history-asking-${colorScheme}.png`) });
  });
}
