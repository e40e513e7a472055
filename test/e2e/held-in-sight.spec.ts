import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { test as base } from '../support/app-fixture.ts';
import { writeCrowdedWorkspace } from '../support/crowded-workspace.ts';
import { scrollBy } from '../support/scroll-by.ts';

const test = base.extend({
  workspaceFolder: async ({ scratchFolder }, use) => {
    const folder = join(scratchFolder, 'workspace');
    await writeCrowdedWorkspace(folder, 2_000);
    await use(folder);
  },
});

/** Heights are whole pixels in a list, and parts of pixels on the screen. */
const tolerancePx = 2;

const upPx = 90;

/**
 * Goes down so quickly that rows are passed whose words are still being read, and up again row by row: they are higher now than when
 * they were measured, which must not push down what is in sight.
 */
async function expectHeld(scroller: Locator, rows: string): Promise<void> {
  await scrollBy(scroller, rows, [50_000, ...Array.from({ length: 8 }, () => 1_200)]);
  const from = await scroller.evaluate(({ scrollTop }) => scrollTop);
  expect(from).toBeGreaterThan(50_000);
  // Whoever goes down so quickly and up at once sees words come into rows that are in sight.
  await scroller.page().waitForTimeout(1_000);
  const moved = await scrollBy(
    scroller,
    rows,
    Array.from({ length: 110 }, () => -upPx),
  );
  expect(moved.filter((px) => !(Math.abs(px - upPx) <= tolerancePx))).toEqual([]);
}

test.beforeEach(async ({ page }) => {
  test.slow();
  await page.getByRole('tab', { name: 'Excerpts' }).click();
  await expect(page.getByTestId('excerpt').first()).toBeVisible();
});

test('excerpts stay where they are read, whatever the height of those above turns out to be', async ({ page }) => {
  await expectHeld(page.getByTestId('excerpt-scroll'), '.excerpt-place');
});

test('so do the items of a dossier', async ({ page }) => {
  await page.getByRole('checkbox', { name: 'Select all shown' }).click();
  await page.getByRole('button', { name: 'Add to dossier' }).click();
  await page.getByRole('textbox', { name: 'New dossier' }).fill('Prisons');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'Dossiers' }).click();
  await expect(page.getByTestId('dossier-item').first()).toBeVisible();
  await expectHeld(page.locator('.dossier-scroll'), '.dossier-row');
});

test('so does the preview of a report', async ({ page }) => {
  await page.getByRole('button', { name: /^Export .* excerpts…$/u }).click();
  await expect(page.getByTestId('preview-excerpt').first()).toBeVisible();
  await expectHeld(page.getByTestId('preview'), '.report-row');
});
