import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { cards, dragOver, openStatement, titles, waitUntilSaved } from '../support/reader-page.ts';

const words = 'regular use of torture against detainees';
const note = 'Spoken to by telephone';
const passphrase = 'жнівень лямпа 47 river umbrella';

const lockScreen = (page: Page): Locator => page.getByTestId('lock-screen');
const statusButton = (page: Page, state: 'on' | 'off'): Locator =>
  page.getByRole('button', { name: `Encryption: ${state}` });

/** Keys are made to take a second and more on a machine that has other things to do. */
const slowly = { timeout: 30_000 };

async function turnOn(page: Page): Promise<string> {
  await statusButton(page, 'off').click();
  await page.getByLabel('New passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same again', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Encrypt the workspace' }).click();
  const key = page.getByTestId('recovery-key').getByRole('listitem');
  await expect(key).toHaveCount(7, slowly);
  const groups = await key.allTextContents();
  await expect(page.getByRole('button', { name: 'Done' })).toBeDisabled();
  await expectToPrintTheKeyAlone(page, groups[0] ?? '');
  // Not to be lost by a slip: it is never shown again.
  await page.keyboard.press('Escape');
  await expect(key).toHaveCount(7);
  await page.getByRole('checkbox', { name: 'I have kept it' }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(statusButton(page, 'on')).toBeVisible();
  return groups.join('-');
}

/** The recovery key is printed, and nothing else of the window. */
async function expectToPrintTheKeyAlone(page: Page, group: string): Promise<void> {
  const paper = page.locator('.recovery-print');
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(paper).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(paper).toContainText(group);
  await expect(paper).toBeVisible();
  await expect(page.locator('body > :visible')).toHaveCount(1);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(paper).toHaveCount(0);
}

async function typePassphrase(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(typed);
  await page.keyboard.press('Enter');
}

async function expectNothingOfTheWork(page: Page): Promise<void> {
  await expect(lockScreen(page)).toBeVisible();
  await expect(page).toHaveTitle('Attest');
  const left = await page.evaluate(() => ({
    page: document.documentElement.outerHTML,
    kept: JSON.stringify({ ...localStorage, ...sessionStorage }),
    painted: [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0),
  }));
  for (const said of [words, note, titles.briefing, 'torture', 'detention']) {
    expect(left.page).not.toContain(said);
    expect(left.kept).not.toContain(said);
  }
  expect(left.painted).toBe(0);
}

async function filesThatSay(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const contents = await Promise.all(files.map((file) => readFile(file)));
  return files.filter((_, at) => contents[at]?.includes(text));
}

test('a workspace is encrypted, locked and unlocked, and is in clear again when that is turned off', async ({
  app,
  page,
}) => {
  test.setTimeout(180_000);
  await openStatement(page, titles.briefing);
  await dragOver(page, words);
  await page.keyboard.press('1');
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Note' }).fill(note);
  await page.keyboard.press('Control+Enter');
  await expect(cards(page).first()).toContainText(note);
  await waitUntilSaved(page);
  expect(await filesThatSay(app.workspaceFolder, note)).not.toEqual([]);
  const recoveryKey = await turnOn(page);
  expect(await filesThatSay(app.workspaceFolder, note)).toEqual([]);
  await expect(cards(page).first()).toContainText(note);

  const locked = await app.restart();
  await expectNothingOfTheWork(locked);
  await expect(locked.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await typePassphrase(locked, 'not the passphrase');
  await expect(locked.getByTestId('unlock-refusal')).toContainText('This is not the passphrase', slowly);
  await typePassphrase(locked, passphrase);
  await openStatement(locked, titles.briefing);
  await expect(cards(locked).first()).toContainText(note);

  // A note that is being written is kept when its user locks.
  await cards(locked).first().getByRole('button', { name: 'Edit note' }).click();
  await locked.getByRole('textbox', { name: 'Note' }).fill(`${note} twice`);
  await locked.keyboard.press('Shift+F2');
  await expectNothingOfTheWork(locked);
  await locked.getByRole('button', { name: 'Use the recovery key' }).click();
  await locked.getByLabel('Recovery key').fill(recoveryKey.toLowerCase());
  await locked.getByRole('button', { name: 'Unlock' }).click();
  await openStatement(locked, titles.briefing);
  await expect(cards(locked).first()).toContainText(`${note} twice`);

  await statusButton(locked, 'on').click();
  await locked.getByRole('button', { name: 'Turn encryption off…' }).click();
  await locked.getByLabel('Passphrase as it is', { exact: true }).fill(passphrase);
  await locked.getByRole('button', { name: 'Turn encryption off', exact: true }).click();
  await expect(statusButton(locked, 'off')).toBeAttached(slowly);
  expect(await filesThatSay(app.workspaceFolder, `${note} twice`)).not.toEqual([]);
  const open = await app.restart();
  await openStatement(open, titles.briefing);
  await expect(cards(open).first()).toContainText(`${note} twice`);
});

test('a workspace whose key is erased is closed for ever', async ({ app, page }) => {
  test.setTimeout(120_000);
  await turnOn(page);
  await statusButton(page, 'on').click();
  await page.getByRole('button', { name: 'Erase the key…' }).click();
  await page.getByLabel('Passphrase as it is', { exact: true }).fill(passphrase);
  const erase = page.getByRole('button', { name: 'Erase the key', exact: true });
  await expect(erase).toBeDisabled();
  await page.getByLabel('Type ERASE to show that you mean it').fill('erase');
  await erase.click();
  await expect(lockScreen(page)).toBeVisible(slowly);
  await typePassphrase(page, passphrase);
  await expect(page.getByTestId('unlock-refusal')).toContainText('destroyed', slowly);
  expect(await readdir(app.workspaceFolder)).not.toContain('vault.json');
});
