import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { pressCyrillic } from '../support/press-cyrillic.ts';
import { cards, dragOver, openStatement, paintedWords, selectionBar, titles } from '../support/reader-page.ts';

test.beforeEach(async ({ page }) => {
  await expect(page.locator('[data-start]').first()).toBeAttached();
});

const field = (page: Page): Locator => page.getByRole('combobox', { name: /^Command, statement/u });
const rows = (page: Page): Locator => page.getByTestId('palette-row');
const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search all statements' });

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
}

test('the palette finds statements, tags and commands by keyboard alone, and remembers them', async ({ page }) => {
  await page.getByRole('article').focus();
  await openPalette(page);
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveCount(0);
  await expect(page.getByRole('article')).toBeFocused();

  await openPalette(page);
  await page.keyboard.type('carpen brief');
  await expect(rows(page).first()).toContainText(titles.briefing);
  await expect(rows(page).first().locator('mark').first()).toHaveText('Brief');
  await expect(rows(page).last()).toHaveText('Search everything for “carpen brief”');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toContainText(titles.briefing);

  await openPalette(page);
  await expect(page.getByRole('group', { name: 'Recent' }).getByTestId('palette-row')).toHaveText([/Carpenter/u]);
  const count = await rows(page).count();
  expect(count).toBeGreaterThan(10);
  const selected = async (): Promise<number> =>
    rows(page).evaluateAll((all) => all.findIndex((row) => row.getAttribute('aria-selected') === 'true'));
  await page.keyboard.press('End');
  await expect.poll(selected).toBe(count - 1);
  await page.keyboard.press('ArrowDown');
  await expect.poll(selected).toBe(0);
  await page.keyboard.press('PageDown');
  await expect.poll(selected).toBe(8);
  await page.keyboard.press('PageUp');
  await expect.poll(selected).toBe(0);
  const active = await field(page).getAttribute('aria-activedescendant');
  expect(await rows(page).first().getAttribute('id')).toBe(active);

  await page.keyboard.type('detent');
  await expect(rows(page).first()).toContainText('detention');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Excerpts' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('checkbox', { name: 'detention', exact: true })).toBeChecked();
  await openPalette(page);
  await page.keyboard.type('dark colours');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
});

test('commands are found by what stands on their tab, by other words for them, and in English in any language', async ({
  page,
}) => {
  for (const [typed, found] of [
    ['insight', 'Show insight'],
    ['font', 'Larger text'],
    ['full screen', 'Focus on the text'],
    ['shortcuts', 'Keys'],
    ['карпен', titles.briefing],
  ] as const) {
    await openPalette(page);
    await page.keyboard.type(typed);
    await expect(rows(page).filter({ hasText: found }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(field(page)).toHaveCount(0);
  }
  await openPalette(page);
  await page.keyboard.type('language бел');
  await expect(rows(page).first()).toContainText('Беларуская');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'be');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('dark night');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
});

test('the palette searches everything for what it does not know, and a saved search runs from it', async ({ page }) => {
  await openPalette(page);
  await page.keyboard.type('sobering picture');
  await expect(rows(page)).toHaveText(['Search everything for “sobering picture”']);
  await page.keyboard.press('Enter');
  await expect(search(page)).toHaveValue('sobering picture');
  await expect(search(page)).toBeFocused();
  await page.getByRole('button', { name: 'Save this search…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Картина');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Saved as “Картина”' })).toBeVisible();
  await search(page).fill('');
  await openPalette(page);
  await page.keyboard.type('карт');
  await expect(rows(page).first()).toContainText('Картина');
  await page.keyboard.press('Enter');
  await expect(search(page)).toHaveValue('sobering picture');
});

test('keys work on a Cyrillic keyboard, and not where they are typed', async ({ page }) => {
  await openStatement(page, titles.briefing);
  await pressCyrillic(page, 'л', 'KeyK', true);
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveCount(0);
  await dragOver(page, 'impunity for abuses and violations');
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(1);
  await pressCyrillic(page, 'т', 'KeyN');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await pressCyrillic(page, 'я', 'KeyZ', true);
  await expect(cards(page)).toHaveCount(0);
  await pressCyrillic(page, 'п', 'KeyG');
  await pressCyrillic(page, 'с', 'KeyC');
  await expect(page.getByRole('tab', { name: 'Codebook' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(heading(page)).toContainText(titles.briefing);
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('g c?');
  await expect(search(page)).toHaveValue('g c?');
  await expect(page.getByRole('tab', { name: 'Library' })).toHaveAttribute('aria-selected', 'true');
});

test('the sheet shows every key, leads to how to search, and turns plain keys off', async ({ page }) => {
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await page.keyboard.press('?');
  await expect(sheet).toBeVisible();
  await expect(sheet.locator('.key-row', { hasText: 'Find in this statement' })).toContainText('CtrlF');
  await expect(sheet.locator('.key-row', { hasText: 'Ctrl\\' })).toHaveText([/^Read two statements side by side/u]);
  await expect(sheet.locator('.key-row', { hasText: 'By a sentence' })).toContainText('Alt');
  await sheet.getByRole('button', { name: 'How to search' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: 'How to search' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('contentinfo').getByRole('button', { name: 'Keys' }).click();
  await sheet.getByRole('switch', { name: 'Letters, digits and signs alone are keys' }).click();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('?');
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await openPalette(page);
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Library' })).toHaveAttribute('aria-selected', 'true');

  await openStatement(page, titles.briefing);
  await dragOver(page, 'impunity for abuses and violations');
  const tag = selectionBar(page).getByRole('button', { name: 'torture', exact: true });
  await expect(tag).not.toHaveAttribute('aria-keyshortcuts');
  await expect(tag).toHaveText('torture');
  for (const key of ['1', 't', 'n', '[']) await page.keyboard.press(key);
  await expect(selectionBar(page).getByRole('combobox')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveCount(0);
  await tag.click();
  // Had the digit been heard, the click would have taken the tag off again.
  await expect(tag).toHaveAttribute('aria-pressed', 'true');
  await expect(cards(page)).toHaveCount(1);
  await page.keyboard.press('Delete');
  await expect(cards(page)).toHaveCount(0);
});

test('a marked highlight hears its keys at the text, and nothing is undone behind a dialog', async ({ page }) => {
  await openStatement(page, titles.briefing);
  await dragOver(page, 'impunity for abuses and violations');
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(1);
  const bar = selectionBar(page);
  await page.getByRole('tab', { name: 'Excerpts' }).focus();
  for (const key of ['Backspace', 'Delete', '2', 'n', 't', ']']) await page.keyboard.press(key);
  await expect(bar.getByRole('button', { name: /^detention/u })).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveCount(0);
  await expect(cards(page)).toHaveCount(1);
  await expect(page.getByRole('tab', { name: 'Excerpts' })).toBeFocused();
  await bar.getByRole('button', { name: 'Copy with citation' }).focus();
  await page.keyboard.press('2');
  await expect(bar.getByRole('button', { name: /^detention/u })).toHaveAttribute('aria-pressed', 'true');

  await openPalette(page);
  await field(page).evaluate((element) => element.blur());
  await expect(page.locator('body')).toBeFocused();
  await page.keyboard.press('Control+z');
  await page.getByRole('dialog', { name: 'Commands' }).locator('input').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toHaveCount(0);
  await expect(bar.getByRole('button', { name: /^detention/u })).toHaveAttribute('aria-pressed', 'true');
  // Had it been heard behind the dialog too, the highlight would be gone now.
  await page.keyboard.press('Control+z');
  await expect(cards(page).filter({ hasText: 'detention' })).toHaveCount(0);
  await expect(cards(page)).toHaveCount(1);
});

test('Back from a hit returns to where its user was reading, in another statement and in the same', async ({
  page,
}) => {
  await openStatement(page, titles.briefing);
  const scroller = page.locator('.reader-scroll');
  const top = (): Promise<number> => scroller.evaluate((element) => Math.round(element.scrollTop));
  await scroller.evaluate((element) => element.scrollTo({ top: 900 }));
  await expect.poll(top).toBe(900);
  const isWhereItWas = (): Promise<void> => expect.poll(async () => Math.abs((await top()) - 900)).toBeLessThan(4);

  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('"other countries have invoked"');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toContainText(titles.invocation);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(heading(page)).toContainText(titles.briefing);
  await isWhereItWas();
  await page.getByRole('button', { name: 'Forward' }).click();
  await expect(heading(page)).toContainText(titles.invocation);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(heading(page)).toContainText(titles.briefing);
  await isWhereItWas();

  await search(page).fill('parental custody');
  await page.getByTestId('search-hit').filter({ hasText: 'parental custody' }).click();
  await expect.poll(() => paintedWords(page, 'found-here')).toEqual(['parental custody']);
  await expect.poll(async () => Math.abs((await top()) - 900)).toBeGreaterThan(100);
  await page.goBack();
  await isWhereItWas();
  await expect(heading(page)).toContainText(titles.briefing);
});

test('the browser’s own Back goes the same way, also after a reload', async ({ page }) => {
  const back = page.getByRole('button', { name: 'Back' });
  await expect(back).toHaveAttribute('aria-disabled', 'true');
  await openStatement(page, titles.briefing);
  await page.getByRole('tab', { name: 'Codebook' }).click();
  await expect(page.getByRole('tab', { name: 'Codebook' })).toHaveAttribute('aria-selected', 'true');
  await page.goBack();
  await expect(heading(page)).toContainText(titles.briefing);
  await page.goForward();
  await expect(page.getByRole('tab', { name: 'Codebook' })).toHaveAttribute('aria-selected', 'true');
  await page.reload();
  await expect(heading(page)).toContainText(titles.briefing);
  await expect(back).toHaveAttribute('aria-disabled', 'true');
  await page.goBack();
  await expect(heading(page)).toContainText(titles.briefing);
  await openStatement(page, titles.platform);
  await back.click();
  await expect(heading(page)).toContainText(titles.briefing);
  await page.getByRole('button', { name: 'Forward' }).click();
  await expect(heading(page)).toContainText(titles.platform);
});

test('statements, text size and panes have keys', async ({ page }) => {
  const first = await heading(page).innerText();
  await page.keyboard.press('Alt+PageDown');
  await expect(heading(page)).not.toHaveText(first);
  await page.keyboard.press('Alt+PageUp');
  await expect(heading(page)).toHaveText(first);
  await page.keyboard.press('+');
  await expect(page.locator('html')).toHaveAttribute('data-text-size', '4');
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect(page.locator('html')).toHaveAttribute('data-text-size', '2');
  await page.keyboard.press('v');
  await page.keyboard.press('l');
  await expect(search(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Back' })).toBeVisible();
  await page.keyboard.press('Control+Shift+f');
  await expect(search(page)).toBeFocused();
  await page.getByRole('article').focus();
  await page.keyboard.press('v');
  await page.keyboard.press('r');
  await expect(page.getByRole('dialog', { name: 'Reading settings' })).toBeVisible();
});
