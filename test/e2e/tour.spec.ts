import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { cards, dragOver, openStatement, titles, waitUntilSaved } from '../support/reader-page.ts';

test.use({ isTourOffered: true });

const tour = (page: Page): Locator => page.getByTestId('tour');
const step = (page: Page, name: string): Locator => page.getByRole('complementary', { name });

test('whoever starts for the first time does each step with the real thing, and the tour goes on by itself', async ({
  app,
  page,
}) => {
  await expect(step(page, 'Select a passage')).toContainText('1 of 5');
  // It is an offer: the focus stays where it is.
  await expect(tour(page).locator(':focus')).toHaveCount(0);

  await openStatement(page, titles.briefing);
  await dragOver(page, 'documenting abuses so there can be accountability');
  await expect(step(page, 'Tag it')).toContainText('press 1 for “torture”');
  await page.keyboard.press('1');
  await expect(step(page, 'See your highlight in the list')).toContainText('3 of 5');
  await expect(cards(page)).toHaveText([/documenting abuses/u]);

  await cards(page).getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('To be checked against the video');
  await page.keyboard.press('Control+Enter');
  await expect(step(page, 'Search for a name')).toBeVisible();

  await page.getByRole('searchbox', { name: 'Search all statements' }).fill('Lukashenko');
  await expect(page.getByTestId('search-hit').filter({ hasText: 'Lukashenka' }).first()).toBeVisible();
  await expect(step(page, 'Search for a name')).toBeVisible();
  await page.getByTestId('search-hit').first().click();
  await expect(step(page, 'Take it into a report')).toContainText('5 of 5');

  // What is next is marked, and nothing else.
  const marked = (): Promise<string[]> =>
    page
      .locator('[data-tour-mark]')
      .evaluateAll((all) =>
        all.filter((one) => getComputedStyle(one).outlineStyle === 'dashed').map((one) => one.textContent ?? ''),
      );
  await page.mouse.move(400, 400);
  await expect.poll(marked).toEqual(['Excerpts']);
  await page.getByRole('tab', { name: 'Excerpts' }).click();
  await expect(tour(page)).toBeVisible();
  await expect.poll(marked).toEqual(['Export 1 excerpt…']);
  await page.getByRole('button', { name: 'Export 1 excerpt…' }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await expect(tour(page)).toHaveCount(0);
  await page.keyboard.press('Escape');

  // What was done was done; and whoever has begun to work is offered no tour, on another device neither.
  await waitUntilSaved(page);
  const again = await app.restart();
  await openStatement(again, titles.briefing);
  await expect(cards(again)).toHaveText([/documenting abuses/u]);
  await expect(tour(again)).toHaveCount(0);
});

test('the tour is left by key or button, goes on after a reload, and is shown again when it is asked for', async ({
  page,
  runtime,
}) => {
  test.skip(runtime === 'double', 'a reload by the test counts as the page leaving there');
  await expect(tour(page)).toBeVisible();
  await expect(page.getByTestId('announcer')).toContainText('A short tour');
  await tour(page).getByRole('button', { name: 'Next' }).click();
  await tour(page).getByRole('button', { name: 'Next' }).click();
  await expect(tour(page)).toContainText('3 of 5');
  await tour(page).getByRole('button', { name: 'Back' }).click();
  await expect(step(page, 'Tag it')).toContainText('2 of 5');
  await page.reload();
  await expect(step(page, 'Tag it')).toContainText('2 of 5');

  // Another view does not end it, and it knows the way back.
  await page.getByRole('tab', { name: 'Codebook' }).click();
  await tour(page).getByRole('button', { name: 'Go to the statement' }).click();
  await expect(page.locator('.statement')).toBeVisible();

  // Escape is for the tour only where the focus is in it.
  await page.locator('.statement').focus();
  await page.keyboard.press('Escape');
  await expect(tour(page)).toBeVisible();
  await tour(page).getByRole('button', { name: 'Skip the tour' }).focus();
  await page.keyboard.press('Escape');
  await expect(tour(page)).toHaveCount(0);
  await expect(page.locator('.statement')).toBeFocused();

  await page.getByRole('button', { name: 'Show the tour' }).click();
  await expect(step(page, 'Select a passage').getByRole('heading')).toBeFocused();
  await tour(page).getByRole('button', { name: 'Skip the tour' }).click();
  await expect(tour(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'No highlights yet' })).toBeVisible();
  await expect(tour(page)).toHaveCount(0);
});

test('the card stays within a narrow window and leaves the text to its reader', async ({ page }) => {
  await expect(tour(page)).toBeVisible();
  await page.setViewportSize({ width: 900, height: 650 });
  await expect
    .poll(async () => {
      const [card, text] = [await tour(page).boundingBox(), await page.locator('.reader-scroll').boundingBox()];
      return card && text && card.x >= 0 && card.x + card.width <= 900 && card.y + card.height <= 650
        ? text.y + text.height - card.y
        : Number.POSITIVE_INFINITY;
    })
    .toBeLessThan(40);
  await page.keyboard.press('F9');
  await expect(tour(page)).toBeHidden();
  await page.keyboard.press('F9');
  await expect(tour(page)).toBeVisible();
});
