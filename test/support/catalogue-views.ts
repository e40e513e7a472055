import { expect, type Page } from '@playwright/test';
import type { AppView } from './app-views.ts';

/** What the statement is called that these views add: data, in no language of the interface. */
export const letterTitle = 'A letter from the cells';

const letter = {
  name: 'letter.md',
  mimeType: 'text/markdown',
  buffer: Buffer.from(`# ${letterTitle}\n\nThey were kept in cells without beds.\n`),
};

async function openSide(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name: 'Catalogue', exact: true });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', { name, exact: true }).click();
  await expect(page.getByTestId('catalogue-row').first()).toBeVisible();
}

/** Selects a statement that was added, in the catalogue; adds it where it is not there yet. */
async function selectAdded(page: Page): Promise<void> {
  const row = page.getByTestId('catalogue-row').filter({ hasText: letterTitle });
  if ((await row.count()) === 0) await page.getByTestId('add-files').setInputFiles(letter);
  await row.click({ timeout: 30_000 });
}

const unselect = (page: Page): Promise<void> => page.getByRole('button', { name: 'Unselect' }).click();

/** What the catalogue shows, for `appViews`. */
export const catalogueViews: readonly AppView[] = [
  {
    name: 'the catalogue',
    open: async (page) => {
      await openSide(page, 'Filter');
      await page.getByTestId('catalogue-row').first().click();
      await expect(page.getByRole('button', { name: 'Remove…' })).toBeVisible();
    },
    tidy: unselect,
    within: '.catalogue-view',
  },
  {
    name: 'the sets of statements',
    open: async (page) => {
      await openSide(page, 'Filter');
      await page.getByTestId('catalogue-row').first().click();
      await page.getByRole('button', { name: 'Sets', exact: true }).click();
      await expect(page.getByRole('dialog', { name: 'Sets' })).toBeVisible();
    },
    close: async (page) => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog', { name: 'Sets' })).toHaveCount(0);
    },
    opener: (page) => page.getByRole('button', { name: 'Sets', exact: true }),
    tidy: unselect,
    within: '.add-to-dossier',
  },
  {
    name: 'a record of the catalogue',
    open: async (page) => {
      await openSide(page, 'Record');
      await selectAdded(page);
      const editor = page.getByRole('form', { name: 'Catalogue record' });
      await editor.getByRole('button', { name: 'Add a person' }).click();
      await editor.getByRole('textbox', { name: 'Date' }).fill('soon');
      await editor.getByRole('button', { name: 'Save' }).click();
      await expect(editor.getByRole('alert')).toBeVisible();
    },
    tidy: async (page) => {
      await page.getByRole('button', { name: 'Discard' }).click();
      await unselect(page);
    },
    within: '.catalogue-side',
  },
  {
    name: 'the files of the library',
    open: async (page) => {
      await openSide(page, 'Files');
      await expect(page.getByRole('button', { name: 'Check now' })).toBeVisible();
    },
    tidy: (page) => page.getByRole('tab', { name: 'Filter', exact: true }).click(),
    within: '.catalogue-side',
  },
];
