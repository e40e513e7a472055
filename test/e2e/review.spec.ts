import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import {
  cards,
  dragOver,
  openStatement,
  paintedWords,
  titles,
  undoOf,
  waitUntilSaved,
} from '../support/reader-page.ts';

const words = 'regular use of torture against detainees';

test.beforeEach(async ({ page, app }) => {
  await openStatement(page, titles.briefing);
  await dragOver(page, words);
  await page.keyboard.press('1');
  await waitUntilSaved(page);
  await app.close();
  // As if the words had been marked in another version of the statement, which said it a little differently.
  const path = join(app.workspaceFolder, 'workspace.json');
  const workspace = JSON.parse(await readFile(path, 'utf8'));
  for (const highlight of Object.values<{ selector: Record<string, unknown> }>(workspace.highlights)) {
    highlight.selector['source'] = 'f'.repeat(64);
    highlight.selector['quote'] = 'the regular use of torture against the detainees';
    highlight.selector['end'] = Number(highlight.selector['start']) + 49;
  }
  await writeFile(path, JSON.stringify(workspace));
});

test('a highlight that no longer fits is shown with what was quoted and where it may be, and put right', async ({
  app,
}) => {
  const page = await app.start();
  await openStatement(page, titles.briefing);
  const review = page.getByTestId('review-card');
  await expect(review).toContainText('the regular use of torture against the detainees');
  await expect(cards(page)).toHaveCount(0);
  expect(await paintedWords(page, 'vermilion')).toEqual([]);
  await review.getByRole('button', { name: 'This one' }).first().click();
  await expect(review).toHaveCount(0);
  await expect(cards(page)).toContainText('regular use of torture');
  await page.keyboard.press('Control+z');
  await expect(review).toHaveCount(1);

  // The messages about both decisions take them back too.
  await review.getByRole('button', { name: 'This one' }).first().click();
  await expect(review).toHaveCount(0);
  await undoOf(page, 'stands at this passage').click();
  await expect(review).toHaveCount(1);
  await review.getByRole('button', { name: 'Keep as an orphan' }).click();
  await expect(review).toContainText('It is exported as such.');
  await undoOf(page, 'Kept as an orphan').click();
  await expect(review).not.toContainText('It is exported as such.');
});

test('its place can be selected anew in the text', async ({ app }) => {
  const page = await app.start();
  await openStatement(page, titles.briefing);
  await page.getByTestId('review-card').getByRole('button', { name: 'Select it in the text' }).click();
  await dragOver(page, words);
  await page.getByRole('button', { name: 'Use this passage for the highlight in review' }).click();
  await expect(page.getByTestId('review-card')).toHaveCount(0);
  await expect.poll(async () => (await paintedWords(page, 'vermilion')).join('')).toBe(words);
});

test('it can be kept as an orphan, and is exported as such', async ({ app }) => {
  const page = await app.start();
  await openStatement(page, titles.briefing);
  const review = page.getByTestId('review-card');
  await review.getByRole('button', { name: 'Keep as an orphan' }).click();
  await expect(review).toContainText('Kept as an orphan.');
  await page.getByRole('tab', { name: 'Excerpts' }).click();
  await page.getByRole('button', { name: 'Export 1 excerpt…' }).click();
  await page.getByRole('radio', { name: /^JSON/u }).click();
  const { content } = await app.saveExport(() => page.getByRole('button', { name: /^Export to / }).click());
  expect(JSON.parse(content.toString('utf8')).excerpts).toMatchObject([
    { state: 'orphaned', text: 'the regular use of torture against the detainees' },
  ]);
});

test('selecting its place anew ends with its statement', async ({ app }) => {
  const page = await app.start();
  await openStatement(page, titles.briefing);
  await page.getByTestId('review-card').getByRole('button', { name: 'Select it in the text' }).click();
  await openStatement(page, titles.platform);
  await dragOver(page, 'Statement by the Civic Solidarity Platform');
  await expect(page.getByRole('button', { name: 'Use this passage for the highlight in review' })).toHaveCount(0);
});
