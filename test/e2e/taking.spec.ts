import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { openColleague } from '../support/colleague.ts';
import { writeOwnLibrary } from '../support/own-library.ts';

test.beforeEach(({ runtime }) => {
  test.skip(runtime !== 'browser', 'on the desktop a dialog of the system asks for the file');
});

async function statementFiles(workspace: string): Promise<string[]> {
  const entries = await readdir(join(workspace, 'statements'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

test('taking many statements says how far it is, and is given up with nothing changed', async ({ page, app }) => {
  test.setTimeout(120_000);
  const folder = join(app.scratchFolder, 'anna');
  await writeOwnLibrary(folder, 1_500);
  const anna = await openColleague(folder, 'Anna');
  const buffer = await anna.send('attest');
  await anna.leave();

  await page.getByRole('tab', { name: 'Exchange', exact: true }).click();
  await page
    .getByTestId('import-file')
    .setInputFiles({ name: 'anna.attest', mimeType: 'application/octet-stream', buffer });
  await expect(page.getByRole('heading', { name: 'Work of Anna' })).toBeVisible({ timeout: 30_000 });
  const review = page.getByTestId('import-review');
  await page.getByRole('button', { name: 'Take it', exact: true }).click();
  const taking = page.getByTestId('import-taking');
  await expect(taking).toContainText(/Taking statements: \d[\d,]* of 1,500/u, { timeout: 20_000 });
  await expect(taking.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '1500');
  await expect(page.getByTestId('announcer')).toContainText('Taking statements');
  await expect(review).toHaveAttribute('data-stage', 'taking');
  await page.getByRole('main').getByRole('button', { name: 'Cancel', exact: true }).click();

  await expect(review).toHaveAttribute('data-stage', 'review', { timeout: 20_000 });
  await expect(page.getByTestId('announcer')).toContainText('Cancelled: nothing was changed.');
  await expect(page.getByRole('button', { name: 'Leave it' })).toBeFocused();
  await expect(taking).toHaveCount(0);
  await expect(page.getByTestId('import-counts')).toContainText('1,500 new');
  expect(await statementFiles(app.workspaceFolder)).toEqual([]);
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeFocused();
});
