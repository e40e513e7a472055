import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { openColleague } from '../support/colleague.ts';
import { cards, highlight, openStatement, titles } from '../support/reader-page.ts';

const briefing = '003_7caa75fa661d9e47';
const torture = 'regular use of torture against detainees';
const part = 'torture against detainees';
const conditions = 'inhuman and degrading prison conditions';

const card = (page: Page, words: string): Locator => cards(page).filter({ hasText: words });
const person = (page: Page, name: string): Locator => page.getByTestId('person').filter({ hasText: name });
const folderOf = (page: Page): Locator => page.getByTestId('shared-folder');
const openTab = (page: Page, name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click();

async function share(page: Page, folder: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Folder to share, its whole path' }).fill(folder);
  await page.getByRole('button', { name: 'Share this folder' }).click();
}

test('two people share a folder: what is new is merged, tells whose it is, and their coding is compared', async ({
  page,
  app,
}) => {
  test.setTimeout(90_000);
  const folder = join(app.scratchFolder, 'together');
  await mkdir(folder);
  const ales = await openColleague(join(app.scratchFolder, 'ales'), 'Алесь');
  expect((await ales.service.call('shareFolder', { folder })).ok).toBe(true);
  await ales.highlight(briefing, part, { tags: ['torture'] });
  await ales.highlight(briefing, conditions, { tags: ['detention'], note: 'Як было.' });
  await ales.leave();
  await openStatement(page, titles.briefing);
  await highlight(page, torture, '1');
  await expect(page.getByTestId('people')).toHaveCount(0);

  await openTab(page, 'Exchange');
  await share(page, 'together');
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('is no whole path');
  await share(page, folder);
  await expect(page.getByTestId('shared-waiting')).toContainText('Алесь2 differences');
  await expect(page.getByTestId('shared-written')).toContainText('as it is here since');
  await expect.poll(async () => (await readdir(folder)).length).toBe(2);
  await openTab(page, 'Codebook');
  await page.getByTestId('shared-news').click();
  await expect(page.getByRole('heading', { name: 'Shared folder' })).toBeFocused();
  await page.getByRole('button', { name: 'Merge what is new' }).click();
  await expect(folderOf(page)).toContainText('Nothing new');
  await expect(page.getByTestId('shared-news')).toHaveCount(0);

  await expect(person(page, 'Алесь')).toContainText('made 2 highlights');
  await person(page, 'Алесь').getByRole('button', { name: 'Show 2 excerpts' }).click();
  await expect(page.getByTestId('excerpt')).toHaveCount(2);
  await expect(page.locator('.excerpts-words')).toContainText('by Алесь');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page.getByTestId('excerpt')).toHaveCount(3);
  await openTab(page, 'Library');
  await expect(card(page, conditions).getByTestId('people')).toContainText('by Алесь, made ');
  await expect(card(page, 'regular use').getByTestId('people')).toContainText('by you, made ');

  await openTab(page, 'Exchange');
  await page.getByText('Compare how two people tagged').click();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'torture', exact: true }) });
  // Both tagged the 25 characters of the shorter passage, and only the user the 15 before them.
  await expect(row.getByRole('cell').first()).toHaveText(/^25 /u);
  await expect(row.getByRole('cell').nth(1)).toHaveText(/^15 /u);
  await expect(row.getByRole('cell').nth(2)).toHaveText(/^0 /u);
  await row.getByRole('button', { name: '1 passage' }).click();
  await page.getByTestId('disagreement').getByRole('button').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titles.briefing);
  await page.goBack();
  await expect(page.getByTestId('disagreement')).toContainText('regular use of');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the figures as CSV' }).click();
  const figures = await readFile(await (await downloading).path(), 'utf8');
  expect(figures).toContain('\r\ntorture,');

  await page.getByRole('button', { name: 'Encryption: off' }).click();
  await expect(page.getByTestId('shared-in-clear')).toBeVisible();
  await page.locator('.vault-dialog').getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.locator('.vault-dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Stop sharing' }).click();
  await expect(page.getByRole('textbox', { name: 'Folder to share, its whole path' })).toBeFocused();
  expect(await readdir(folder)).toHaveLength(2);
});

test('before an encrypted workspace is shared in clear, its user is asked', async ({ page, app }) => {
  const folder = join(app.scratchFolder, 'together');
  await mkdir(folder);
  await page.getByRole('button', { name: 'Encryption: off' }).click();
  await page.getByLabel('New passphrase', { exact: true }).fill('жнівень лямпа 47 river');
  await page.getByLabel('The same again', { exact: true }).fill('жнівень лямпа 47 river');
  await page.getByRole('button', { name: 'Encrypt the workspace' }).click();
  await page.getByRole('checkbox', { name: 'I have kept it' }).check({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openTab(page, 'Exchange');
  await share(page, folder);
  await expect(page.getByRole('button', { name: 'Share it in clear' })).toBeFocused();
  await page.getByRole('button', { name: 'Do not share' }).click();
  expect(await readdir(folder)).toEqual([]);
  await page.getByRole('button', { name: 'Share this folder' }).click();
  await page.getByRole('button', { name: 'Share it in clear' }).click();
  await expect(page.getByTestId('shared-written')).toContainText('It is in clear');
  await expect.poll(async () => (await readdir(folder)).length).toBe(1);
});
