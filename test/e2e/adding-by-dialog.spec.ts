import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';

const library = (page: Page) => page.getByRole('navigation', { name: 'Library' });
const message = (page: Page) => page.getByRole('region', { name: 'Messages' });

async function chooseInMenu(page: Page, name: string): Promise<void> {
  await library(page).getByRole('button', { name: 'Add statements' }).click();
  await page.getByRole('menuitem', { name }).click();
}

test.beforeEach(({ runtime }) => {
  test.skip(runtime === 'browser', 'its reader sends the files');
});

test('a folder is chosen in the dialog of the system: all in it is added, and what was chosen again is known', async ({
  page,
  app,
}) => {
  const folder = join(app.scratchFolder, 'letters');
  await mkdir(join(folder, 'inner'), { recursive: true });
  await writeFile(join(folder, 'a.md'), '# The first letter\n\nWe were held for three days.');
  await writeFile(join(folder, 'inner', 'b.md'), '# The second letter\n\nThey let us go.');
  await writeFile(join(folder, 'empty.txt'), '');
  await app.answerNextOpen(null);
  await chooseInMenu(page, 'Choose files…');
  await app.answerNextOpen([folder]);
  await chooseInMenu(page, 'Choose a folder…');
  await expect(library(page)).toContainText('The second letter');
  await expect(library(page)).toContainText('The first letter');
  await expect(message(page)).toContainText('2 statements added');
  await app.answerNextOpen([join(folder, 'a.md'), join(folder, 'inner', 'b.md')]);
  await chooseInMenu(page, 'Choose files…');
  await expect(message(page)).toContainText('2 there already');
});
