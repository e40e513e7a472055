import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';

const dictionaries = /\/assets\/estimate-strength-[^/]+\.js$/u;
const field = (page: Page): Locator => page.getByLabel('New passphrase', { exact: true });
const meter = (page: Page): Locator => page.locator('[data-strength]');
const encrypt = (page: Page): Locator => page.getByRole('button', { name: 'Encrypt the workspace' });
const open = (page: Page): Promise<void> => page.getByRole('button', { name: 'Encryption: off' }).click();

test('a new passphrase is judged as it is typed, with dictionaries that are loaded when they are needed', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await expect(page.getByRole('button', { name: 'Encryption: off' })).toBeVisible();
  expect(asked.filter((url) => dictionaries.test(url))).toEqual([]);
  await open(page);
  await field(page).fill('Qwerty2024');
  await page.getByLabel('The same again', { exact: true }).fill('Qwerty2024');
  await expect(meter(page)).toContainText('Among the first to be guessed.');
  await expect(meter(page)).toContainText('It is much like one in the published lists of common passwords.');
  await expect(encrypt(page)).toBeDisabled();
  expect(asked.some((url) => dictionaries.test(url))).toBe(true);
  await field(page).fill('short');
  await expect(meter(page)).toContainText('Too short');
  await field(page).fill('жнівень лямпа вугал дождж');
  await expect(meter(page)).toHaveAttribute('data-strength', 'fair');
  await expect(meter(page)).toContainText(/would find it in about \d+ years\./u);
  await expect(encrypt(page)).toBeDisabled();
  await page.getByLabel('The same again', { exact: true }).fill('жнівень лямпа вугал дождж');
  await expect(encrypt(page)).toBeEnabled();
});

test('where the dictionaries cannot be had, that is said, and a passphrase can be set', async ({ page }) => {
  await page.route(dictionaries, (route) => route.abort());
  await open(page);
  await field(page).fill('elephant7');
  await page.getByLabel('The same again', { exact: true }).fill('elephant7');
  await expect(meter(page)).toContainText('How strong it is cannot be shown');
  await expect(encrypt(page)).toBeEnabled();
});
