import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { cards, dragOver, openStatement, titles, waitUntilSaved } from '../support/reader-page.ts';

const words = 'regular use of torture against detainees';

test.beforeEach(async ({ page }) => {
  await openStatement(page, titles.briefing);
  await dragOver(page, words);
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await waitUntilSaved(page);
});

test('a damaged workspace file is set aside, named with both paths, and the backup opened', async ({ app }) => {
  await app.close();
  const path = join(app.workspaceFolder, 'workspace.json');
  const damaged = (await readFile(path)).subarray(0, 700);
  await writeFile(path, damaged);
  const page = await app.start();
  const notice = page.getByTestId('notice');
  await expect(notice).toContainText(path);
  const [aside = ''] = (await readdir(app.workspaceFolder)).filter((name) => name.startsWith('workspace.damaged'));
  await expect(notice).toContainText(join(app.workspaceFolder, aside));
  expect(await readFile(join(app.workspaceFolder, aside))).toEqual(damaged);
  await openStatement(page, titles.briefing);
  await expect(cards(page)).toHaveCount(1);
  await notice.getByRole('button', { name: 'Close' }).click();
  await expect(notice).toHaveCount(0);
});

test('a change that cannot be written stays on screen as not saved, with the reason, until it can', async ({
  page,
  app,
}) => {
  const elsewhere = `${app.workspaceFolder}-elsewhere`;
  await rename(app.workspaceFolder, elsewhere);
  await writeFile(app.workspaceFolder, 'a file in the way');
  await dragOver(page, 'impunity for abuses and violations');
  await page.keyboard.press('2');
  await expect(page.getByTestId('not-saved')).toContainText(app.workspaceFolder);
  await expect(page.getByTestId('save-state')).toHaveText('Not saved');
  await expect(cards(page)).toHaveCount(2);
  await expect(cards(page).filter({ hasText: 'impunity' })).toContainText('Not saved');
  await rm(app.workspaceFolder);
  await mkdir(app.workspaceFolder);
  await page.getByRole('button', { name: 'Try again' }).click();
  await waitUntilSaved(page);
  await expect(page.getByTestId('not-saved')).toHaveCount(0);
  const file = JSON.parse(await readFile(join(app.workspaceFolder, 'workspace.json'), 'utf8'));
  expect(Object.keys(file.highlights)).toHaveLength(2);
});

test('a reader whose program has stopped says so, and not that all is saved', async ({ page, app, runtime }) => {
  test.skip(runtime !== 'browser', 'a desktop window ends with its program');
  const { processId } = JSON.parse(await readFile(join(app.workspaceFolder, 'workspace.lock'), 'utf8'));
  process.kill(processId, 'SIGKILL');
  await expect(page.getByTestId('lost')).toContainText('The Attest program has stopped.');
  await expect(page.getByTestId('save-state')).toHaveText('Not connected');
});

test('a change that the program has not answered is not called saved', async ({ page, runtime }) => {
  test.skip(runtime !== 'browser', 'the calls of the desktop do not pass where a test could hold them up');
  await page.route('**/call/addHighlight', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await route.continue();
  });
  await dragOver(page, 'impunity for abuses and violations');
  await page.keyboard.press('2');
  await expect(page.getByTestId('save-state')).toHaveText('Saving…');
  await waitUntilSaved(page);
  await expect(cards(page)).toHaveCount(2);
});
