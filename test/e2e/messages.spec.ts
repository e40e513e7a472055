import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { cards, dragOver, openStatement, titles, undoOf, waitUntilSaved } from '../support/reader-page.ts';

const torture = 'regular use of torture against detainees';
const impunity = 'impunity for abuses and violations';

const messages = (page: Page): Locator => page.getByRole('region', { name: 'Messages' }).locator('.message');

test.beforeEach(async ({ page }) => {
  await openStatement(page, titles.briefing);
  for (const [words, digit] of [
    [torture, '1'],
    [impunity, '3'],
  ] as const) {
    await dragOver(page, words);
    await page.keyboard.press(digit);
    await page.keyboard.press('Escape');
  }
  await expect(cards(page)).toHaveCount(2);
  await waitUntilSaved(page);
});

test('what is taken off a highlight comes back by the message that tells of it: a tag, a note', async ({ page }) => {
  const card = cards(page).filter({ hasText: torture });
  await card.getByRole('button', { name: 'Tags' }).click();
  await page.getByRole('combobox', { name: 'Tag name' }).fill('torture');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('no tag');
  await undoOf(page, 'Tag removed: torture').click();
  await expect(card).not.toContainText('no tag');
  await expect(messages(page)).toHaveCount(0);

  await card.getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Нататка 📝');
  await page.keyboard.press('Control+Enter');
  await expect(card).toContainText('Нататка 📝');
  await expect(messages(page)).toHaveCount(0);
  await card.getByRole('button', { name: 'Edit note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('');
  await page.keyboard.press('Control+Enter');
  await expect(card).not.toContainText('Нататка 📝');
  await undoOf(page, 'Note deleted.').click();
  await expect(card).toContainText('Нататка 📝');
});

test('a tag that was merged or deleted comes back with its highlights', async ({ page }) => {
  await page.getByRole('tab', { name: 'Codebook' }).click();
  const entries = page.locator('.codebook-entry');
  const entry = (name: string): Locator => entries.filter({ hasText: name });
  await entry('torture').click();
  await page.getByRole('combobox', { name: 'Merge into' }).selectOption('detention');
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(entries).toHaveCount(2);
  await expect(entry('detention')).toContainText('1 highlight');
  await undoOf(page, 'Merged the tag torture into detention').click();
  await expect(entry('torture')).toContainText('1 highlight');
  await expect(entry('detention')).toContainText('0 highlights');

  await entry('elections').click();
  await page.getByRole('button', { name: 'Delete this tag' }).click();
  await page.getByTestId('change-preview').getByRole('button', { name: 'Delete' }).click();
  await expect(entries).toHaveCount(2);
  await undoOf(page, 'Deleted the tag elections').click();
  await expect(entry('elections')).toContainText('1 highlight');
});

test('what is rearranged in a dossier goes back, one message for quick steps', async ({ page }) => {
  await page.getByRole('tab', { name: 'Excerpts' }).click();
  await page.getByRole('checkbox', { name: 'Select all shown' }).click();
  await page.getByRole('button', { name: 'Add to dossier' }).click();
  await page.getByRole('textbox', { name: /dossier/iu }).fill('Report');
  await page.keyboard.press('Enter');
  await expect(messages(page)).toContainText(['Dossier “Report” made with 2 excerpts.']);
  await page.getByRole('tab', { name: 'Dossiers' }).click();
  const items = page.getByTestId('dossier-item');
  await expect(items).toHaveText([new RegExp(torture, 'u'), new RegExp(impunity, 'u')]);
  await items.nth(0).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(items).toHaveText([new RegExp(impunity, 'u'), new RegExp(torture, 'u')]);
  await expect(messages(page)).toHaveText([/Moved to place 2 of 2\./u]);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(messages(page)).toHaveText([/Moved to place 1 of 2\./u]);
  await undoOf(page, 'Moved to place 1 of 2.').click();
  await expect(items).toHaveText([new RegExp(impunity, 'u'), new RegExp(torture, 'u')]);
  await expect(messages(page)).toHaveCount(0);
});

test('a message is reached by F8, waits while it has the focus, and gives the focus back', async ({ page }) => {
  await page.clock.install();
  const card = cards(page).filter({ hasText: torture });
  await card.getByRole('button', { name: 'Delete highlight' }).click();
  await expect(cards(page)).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'List of highlights' })).toBeFocused();
  await expect(undoOf(page, '1 highlight deleted.')).toBeVisible();
  // It is said once, by the messages themselves.
  await expect(page.getByTestId('announcer')).not.toContainText('deleted');
  await page.keyboard.press('F8');
  await expect(undoOf(page, '1 highlight deleted.')).toBeFocused();
  await page.clock.fastForward(60_000);
  await expect(undoOf(page, '1 highlight deleted.')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cards(page)).toHaveCount(2);
  await expect(messages(page)).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'List of highlights' })).toBeFocused();

  // One that nobody looks at goes, after long enough to be read.
  await card.getByRole('button', { name: 'Delete highlight' }).click();
  await expect(undoOf(page, '1 highlight deleted.')).toBeVisible();
  await page.clock.fastForward(7_000);
  await expect(undoOf(page, '1 highlight deleted.')).toBeVisible();
  await page.clock.fastForward(4_000);
  await expect(messages(page)).toHaveCount(0);
});

test('a tag that cannot be is mended where it was typed', async ({ page }) => {
  const bar = page.getByTestId('selection-bar');
  const name = bar.getByRole('combobox', { name: 'Tag name' });
  await dragOver(page, 'sobering picture');
  await page.keyboard.press('t');
  await expect(name).toBeFocused();
  await name.fill('арышт//умовы 🕯️');
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('A tag needs a name before and after each “/”');
  await expect(name).toHaveValue('арышт//умовы 🕯️');
  await expect(name).toBeFocused();
  await expect(messages(page)).toHaveCount(0);
  await name.fill('арышт/умовы 🕯️');
  await expect(bar).not.toContainText('A tag needs a name');
  await page.keyboard.press('Enter');
  await expect(cards(page)).toHaveCount(3);
  await expect(cards(page).filter({ hasText: 'sobering picture' })).toContainText('умовы 🕯️');
});

test('what could not be done is told until the next change, another view or Escape, and never over a dialog', async ({
  page,
}) => {
  await page.evaluate(() => {
    const refuse = (): Promise<never> => Promise.reject(new DOMException('not allowed', 'NotAllowedError'));
    Object.defineProperty(navigator, 'clipboard', { value: { write: refuse, writeText: refuse } });
  });
  const refused = messages(page).filter({ hasText: 'nothing was copied' });
  const failToCopy = async (): Promise<void> => {
    await dragOver(page, 'sobering picture');
    await page.keyboard.press('c');
    await expect(refused).toHaveCount(1);
  };
  await failToCopy();
  // First the passage is let go of, then the message goes.
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('selection-bar')).toHaveCount(0);
  await expect(refused).toHaveCount(1);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette).toBeVisible();
  const layers = (selector: string): Promise<number> =>
    page.locator(selector).evaluate((element) => Number(getComputedStyle(element).zIndex));
  expect(await layers('.messages')).toBeLessThan(await layers('.backdrop'));
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  await expect(refused).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(refused).toHaveCount(0);

  await failToCopy();
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(3);
  await expect(refused).toHaveCount(0);

  await failToCopy();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Insight' }).click();
  await expect(refused).toHaveCount(0);
});
