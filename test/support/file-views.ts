import { expect, type Page } from '@playwright/test';
import { writePdf } from '../electron/services/library/convert/pdf/write-pdf.ts';
import type { AppView } from './app-views.ts';
import { openStatement } from './reader-page.ts';

/** What the statement is called that these views add: data, in no language of the interface. */
export const reportTitle = 'A report in two pages';

const reportFile = {
  name: 'report.pdf',
  mimeType: 'application/pdf',
  buffer: writePdf(
    [1, 2].map((page) => [{ x: 72, y: 700, text: `Page ${page} says what was seen that day, and by whom.` }]),
    { info: { Title: reportTitle } },
  ),
};

/** Opens a statement that was made of a PDF, which is added where it is not there yet. */
async function openReport(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Library', exact: true }).click();
  const item = page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: reportTitle });
  if ((await item.count()) === 0) {
    await page.getByTestId('add-files').setInputFiles(reportFile);
    await expect(item).toBeVisible({ timeout: 30_000 });
    await page.getByRole('region', { name: 'Messages' }).locator('[aria-label="Close this message"]').first().click();
  }
  await openStatement(page, reportTitle);
}

async function openMenu(page: Page): Promise<void> {
  await openReport(page);
  await page.getByRole('button', { name: 'File and versions' }).click();
  await expect(page.getByTestId('statement-menu')).toBeVisible();
}

const pressEscape = (page: Page): Promise<void> => page.keyboard.press('Escape');

/** What can be shown of the file that a statement was made of. */
export const fileViews: readonly AppView[] = [
  {
    name: 'the pages of a statement',
    open: async (page) => {
      await openReport(page);
      await page.getByRole('button', { name: 'Show the pages' }).click();
      await expect(page.getByTestId('page').first()).toHaveAttribute('data-outcome', 'drawn', { timeout: 30_000 });
    },
    tidy: (page) => page.getByRole('button', { name: 'Close the pages' }).click(),
    within: '[data-testid="pages"]',
  },
  {
    name: 'the menu of a file',
    open: openMenu,
    close: pressEscape,
    opener: (page) => page.getByRole('button', { name: 'File and versions' }),
    within: '[data-testid="statement-menu"]',
    isOnlyRead: true,
  },
  {
    name: 'what a paragraph is',
    open: async (page) => {
      await openMenu(page);
      await page.getByRole('menuitem', { name: 'Put the structure right…' }).click();
      await expect(page.getByTestId('structure-menu')).toBeVisible();
    },
    close: pressEscape,
    opener: (page) => page.locator('.statement'),
    within: '[data-testid="structure-menu"]',
  },
];
