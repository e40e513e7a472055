import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { cards, dragOver, openStatement, paintedWords, titles } from '../support/reader-page.ts';

const columns = (page: Page) => page.locator('.columns .reader');
const inLibrary = (page: Page, title: string) =>
  page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: title });

test('two statements are read and highlighted side by side', async ({ page }) => {
  await openStatement(page, titles.briefing);
  await inLibrary(page, titles.gilmore).click({ modifiers: ['Control'] });
  await expect(columns(page)).toHaveCount(2);
  await expect(columns(page).nth(1)).toContainText('in the internal situation in Belarus');
  await expect(columns(page).nth(1)).toHaveAttribute('data-active', 'true');

  await dragOver(page, 'in the internal situation in Belarus');
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(1);
  await dragOver(page, 'documenting abuses so there can be accountability');
  await expect(columns(page).nth(0)).toHaveAttribute('data-active', 'true');
  await page.keyboard.press('2');
  await expect(cards(page)).toHaveText([/documenting abuses/u]);
  await expect.poll(() => paintedWords(page, 'tag-vermilion-0')).toEqual(['in the internal situation in Belarus']);

  await page.keyboard.press('F6');
  await expect(cards(page)).toHaveText([/internal situation/u]);
  await expect(columns(page).nth(1).locator('.statement')).toBeFocused();
  await expect(page.locator('.statement:focus')).toHaveAccessibleName(/Statement “.*US Ambassador to OSCE/u);

  // What is opened next takes the place of the one that is worked in.
  await inLibrary(page, titles.platform).click();
  await expect(columns(page).nth(1)).toContainText('OSCE Moscow Mechanism report in respect of Belarus');
  await expect(columns(page).nth(0)).toContainText('documenting abuses so there can be accountability');
  await page.goBack();
  await expect(columns(page).nth(1)).toContainText('in the internal situation in Belarus');

  await page.keyboard.press('Control+\\');
  await expect(columns(page)).toHaveCount(1);
  await expect(columns(page)).toContainText('documenting abuses so there can be accountability');
  await expect.poll(() => paintedWords(page, 'tag-vermilion-0')).toEqual([]);
});

test('nothing reaches from one statement into the other, by mouse or by keyboard', async ({ page }) => {
  await openStatement(page, titles.gilmore);
  await openStatement(page, titles.briefing);
  await page.locator('.statement').focus();
  await page.keyboard.press('Control+\\');
  await expect(columns(page)).toHaveCount(2);
  const [left, right] = [columns(page).nth(0).locator('.statement'), columns(page).nth(1).locator('.statement')];
  await expect(right.locator('[data-start]').first()).toBeAttached();
  await expect(right).toBeFocused();
  const bars = page.getByTestId('selection-bar');

  const at = { position: { x: 40, y: 12 } };
  await left.locator('[data-start]', { hasText: 'documenting abuses' }).click(at);
  await right
    .locator('[data-start]', { hasText: 'internal situation in Belarus' })
    .click({ ...at, modifiers: ['Shift'] });
  await expect(columns(page).nth(1)).toHaveAttribute('data-active', 'true');
  await page.keyboard.press('1');
  await expect(bars).toHaveCount(0);
  await expect(cards(page)).toHaveCount(0);

  // The caret of each statement stays in it.
  const isCaretIn = (statement: Locator) =>
    statement.evaluate((element) => element.contains(document.getSelection()?.focusNode ?? null));
  await page.keyboard.press('F6');
  await expect(left).toBeFocused();
  await page.keyboard.press('F7');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  await expect.poll(() => isCaretIn(left)).toBe(true);
  await page.keyboard.press('F6');
  await expect(right).toBeFocused();
  await page.keyboard.press('F7');
  await expect.poll(() => isCaretIn(right)).toBe(true);
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(bars).toHaveCount(1);
  const [selected = ''] = await paintedWords(page, 'active');
  await page.keyboard.press('1');
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText(selected);
  expect(await right.textContent()).toContain(selected);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+\\');
  await expect(columns(page)).toHaveCount(1);
  await expect(columns(page).locator('.statement')).toBeFocused();
});

test('the second statement is wider or narrower as its reader likes, and stands below in a narrow window', async ({
  page,
}) => {
  await openStatement(page, titles.briefing);
  await page.getByRole('button', { name: 'Read two statements side by side' }).click();
  await expect(columns(page)).toHaveCount(2);
  const second = page.locator('.second-column');
  const before = (await second.boundingBox())?.width ?? 0;
  await page.getByRole('separator', { name: 'Width of the second statement' }).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await second.boundingBox())?.width ?? 0).toBeLessThan(before - 30);
  await page.setViewportSize({ width: 900, height: 700 });
  await page.getByRole('separator', { name: 'Width of the library' }).focus();
  await page.keyboard.press('End');
  await expect
    .poll(async () => {
      const [upper, lower] = [await columns(page).nth(0).boundingBox(), await columns(page).nth(1).boundingBox()];
      return upper && lower && lower.y >= upper.y + upper.height - 1 && lower.width > 300;
    })
    .toBe(true);
});

test('the focus on the text puts everything else away, and brings it back', async ({ page }) => {
  await openStatement(page, titles.briefing);
  await page.keyboard.press('F9');
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'No highlights yet' })).toBeHidden();
  await dragOver(page, 'documenting abuses so there can be accountability');
  await page.keyboard.press('1');
  await expect
    .poll(() => paintedWords(page, 'tag-vermilion-0'))
    .toEqual(['documenting abuses so there can be accountability']);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  await expect(cards(page)).toHaveCount(1);
});
