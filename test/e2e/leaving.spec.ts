import { rename, rm, writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { cards, dragOver, openStatement, titles, waitUntilSaved } from '../support/reader-page.ts';

test('a browser page asks before it is left while something is not saved, and only then', async ({
  page,
  app,
  runtime,
}) => {
  test.skip(runtime !== 'browser', 'the desktop asks in a dialog of its own');
  const questions: string[] = [];
  page.on('dialog', (dialog) => {
    questions.push(dialog.type());
    void dialog.accept();
  });
  await openStatement(page, titles.briefing);
  await dragOver(page, 'regular use of torture against detainees');
  await page.keyboard.press('1');
  await waitUntilSaved(page);
  await page.reload();
  expect(questions).toEqual([]);
  await openStatement(page, titles.briefing);
  await expect(cards(page)).toHaveCount(1);
  const elsewhere = `${app.workspaceFolder}-elsewhere`;
  await rename(app.workspaceFolder, elsewhere);
  await writeFile(app.workspaceFolder, 'a file in the way');
  await dragOver(page, 'impunity for abuses and violations');
  await page.keyboard.press('2');
  await expect(page.getByTestId('not-saved')).toBeVisible();
  await page.reload();
  expect(questions).toEqual(['beforeunload']);
  await rm(app.workspaceFolder);
  await rename(elsewhere, app.workspaceFolder);
  await page.getByRole('button', { name: 'Try again' }).click();
  await waitUntilSaved(page);
  await page.reload();
  expect(questions).toEqual(['beforeunload']);
});
