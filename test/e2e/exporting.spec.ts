import { expect } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { readBundledStatements } from '../support/bundled-statements.ts';
import { dragOver, openStatement, titles, waitUntilSaved } from '../support/reader-page.ts';

test.beforeEach(async ({ page }) => {
  await openStatement(page, titles.briefing);
  await dragOver(page, 'regular use of torture against detainees');
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await dragOver(page, 'There are currently at least 1,486 political prisoners in Belarus');
  await page.keyboard.press('2');
  await page.keyboard.press('Escape');
  await openStatement(page, titles.platform);
  await dragOver(page, 'the well-documented cases of torture and ill-treatment');
  await page.keyboard.press('n');
  await page.keyboard.type('=SUM(A1), "quoted", no tag');
  await page.keyboard.press('Control+Enter');
  await waitUntilSaved(page);
  await page.getByRole('tab', { name: 'Excerpts' }).click();
});

test('all excerpts, untagged ones too, go out as JSON with positions that give back their words', async ({
  page,
  app,
}) => {
  await expect(page.getByTestId('excerpt')).toHaveCount(3);
  await page.getByRole('radio', { name: /^Data/u }).click();
  const { name, content } = await app.saveExport(() =>
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  );
  expect(name).toMatch(/\.json$/u);
  const { excerpts } = JSON.parse(content.toString('utf8'));
  expect(excerpts).toHaveLength(3);
  const bundled = await readBundledStatements();
  for (const { statement, start, end, quotation, sha256 } of excerpts) {
    const source = bundled.find(({ record }) => record.id === statement);
    expect([...(source?.text ?? '')].slice(start, end).join('')).toBe(quotation);
    expect(sha256).toBe(source?.record.sha256);
  }
});

test('chosen tags go out as Markdown with footnotes', async ({ page, app }) => {
  await page.getByRole('button', { name: 'torture', exact: true }).click();
  await expect(page.getByTestId('excerpt')).toHaveCount(1);
  const { name, content } = await app.saveExport(() =>
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  );
  expect(name).toMatch(/\.md$/u);
  const text = content.toString('utf8');
  expect(text).toContain('regular use of torture against detainees[^1]');
  expect(text).toMatch(/\[\^1\]: Michael Carpenter, .*May 2023 \(inferred\), ¶ 9, SHA-256 803b8f0a/u);
  expect(text).not.toContain('1,486');
});

test('a chosen statement goes out as CSV that no spreadsheet runs', async ({ page, app }) => {
  await page.getByRole('button', { name: /^Statement: The OSCE Moscow Mechanism report/u }).click();
  await expect(page.getByTestId('excerpt')).toHaveCount(1);
  await page.getByRole('radio', { name: /^Spreadsheet/u }).click();
  const { content } = await app.saveExport(() => page.getByRole('button', { name: 'Export', exact: true }).click());
  const text = content.toString('utf8');
  expect(text).toContain('the well-documented cases of torture and ill-treatment');
  expect(text).toContain(`"'=SUM(A1), ""quoted"", no tag"`);
});

test('choices that nothing fits say so, and the button waits', async ({ page }) => {
  await page.getByRole('button', { name: 'elections', exact: true }).click();
  await expect(page.getByText('No highlight fits these choices.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
});

test('a cancelled save dialog leaves everything as it was', async ({ page, app, runtime }) => {
  test.skip(runtime === 'browser', 'the browser edition has no save dialog');
  await app.answerNextSave(null);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeEnabled();
  await expect(page.getByText('exported to')).toHaveCount(0);
});

test('a path that cannot be written is one clear line and no file', async ({ page, app, runtime }) => {
  test.skip(runtime === 'browser', 'the browser edition has no save dialog');
  await app.answerNextSave('/proc/nowhere/excerpts.md');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('/proc/nowhere/excerpts.md');
});
