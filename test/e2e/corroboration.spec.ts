import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import {
  cards,
  dragOver,
  openStatement,
  paintedWords,
  selectionBar,
  titles,
  waitUntilSaved,
} from '../support/reader-page.ts';

const backed = 'The report concluded that the elections results were neither free nor fair';
const backedEnd = 'committed by the security forces';
const single = 'Montenegro will hold early parliamentarian elections on June 11th.';

const panel = (page: Page): Locator => page.getByTestId('elsewhere');
const likenesses = (page: Page): Locator => page.getByTestId('likeness');
const marks = (page: Page): Locator => page.getByTestId('single-source');
const items = (page: Page): Locator => page.getByTestId('dossier-item');

async function highlight(page: Page, statement: string, words: string, end = words): Promise<void> {
  await openStatement(page, statement);
  await dragOver(page, words, end);
  await page.keyboard.press('1');
  await expect(cards(page).filter({ hasText: words })).toHaveCount(1);
  await waitUntilSaved(page);
  await page.keyboard.press('Escape');
  await expect(selectionBar(page)).toHaveCount(0);
}

test('a selected passage shows what other statements say, with the words that agree and why, and opens one', async ({
  page,
}) => {
  await openStatement(page, titles.vienna);
  await dragOver(page, backed, backedEnd);
  await page.keyboard.press('e');
  await expect(likenesses(page).first()).toBeFocused();
  await expect(likenesses(page).first()).toContainText(titles.platform);
  await expect(likenesses(page).first()).toContainText(/¶ \d+/u);
  await expect(likenesses(page).first().locator('mark')).not.toHaveCount(0);
  await expect(panel(page)).toContainText('Same words');
  await expect(likenesses(page).nth(1)).toBeVisible();

  await page.keyboard.press('ArrowDown');
  await expect(likenesses(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(likenesses(page).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(page.locator('article.statement')).toBeFocused();
  await expect(selectionBar(page)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titles.vienna);

  await selectionBar(page).getByRole('button', { name: 'Said elsewhere' }).click();
  await expect(likenesses(page).first()).toBeFocused();
  const words = await likenesses(page).first().locator('.likeness-text').innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titles.platform);
  await expect.poll(() => paintedWords(page, 'found-here')).toEqual([words]);
  await expect(page.locator('article.statement')).toBeFocused();
});

test('a highlight shows what other statements say, and says plainly where that is nothing', async ({ page }) => {
  await highlight(page, titles.vienna, backed, backedEnd);
  const button = cards(page).getByRole('button', { name: 'Said elsewhere' });
  await button.click();
  await expect(likenesses(page).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await likenesses(page).filter({ hasText: titles.gilmore }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titles.gilmore);
  await expect(panel(page)).toHaveCount(0);

  await highlight(page, titles.briefing, single);
  await cards(page).getByRole('button', { name: 'Said elsewhere' }).click();
  await expect(panel(page)).toContainText('Nothing like it was found');
  await expect(panel(page)).toContainText('does not mean that nobody says it');
  await expect(panel(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
});

test('a dossier marks and counts the excerpts of a single source, follows changes, and can leave it', async ({
  page,
}) => {
  await highlight(page, titles.vienna, backed, backedEnd);
  await highlight(page, titles.briefing, single);
  await page.getByRole('tab', { name: 'Excerpts' }).click();
  await page.getByRole('checkbox', { name: 'Select all shown' }).click();
  await page.getByRole('button', { name: 'Add to dossier' }).click();
  await page.getByRole('textbox', { name: /dossier/iu }).fill('Elections');
  await page.keyboard.press('Enter');
  await waitUntilSaved(page);
  await page.getByRole('tab', { name: 'Dossiers' }).click();
  await expect(items(page)).toHaveCount(2);
  const head = page.getByTestId('single-sources');
  await expect(head).toContainText('One source found: 1 of 2');
  await expect(marks(page)).toHaveCount(1);
  await expect(items(page).filter({ has: marks(page) })).toContainText(single);

  await marks(page).focus();
  await page.keyboard.press('Enter');
  const meaning = page.getByRole('dialog', { name: 'One source found' });
  await expect(meaning).toContainText('does not mean that there is none');
  await page.keyboard.press('Escape');
  await expect(meaning).toHaveCount(0);
  await expect(marks(page)).toBeFocused();

  await items(page).filter({ hasText: backed }).focus();
  await page.keyboard.press('Delete');
  await expect(items(page)).toHaveCount(1);
  await expect(head).toContainText('One source found: 1 of 1');
  await page.keyboard.press('Control+z');
  await expect(head).toContainText('One source found: 1 of 2');

  await head.getByRole('switch', { name: 'Mark where one source was found' }).click();
  await expect(marks(page)).toHaveCount(0);
  await expect(head).not.toContainText('1 of 2');
  await page.reload();
  await page.getByRole('tab', { name: 'Dossiers' }).click();
  await expect(items(page)).toHaveCount(2);
  await expect(head.getByRole('switch')).not.toBeChecked();
  await expect(marks(page)).toHaveCount(0);
  await head.getByRole('switch').click();
  await expect(marks(page)).toHaveCount(1);
});
