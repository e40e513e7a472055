import { expect } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { cards, dragOver, openStatement, titles, waitUntilSaved } from '../support/reader-page.ts';

const torture = 'regular use of torture against detainees';

test.beforeEach(async ({ page }) => {
  await openStatement(page, titles.briefing);
});

test('a note is private from the start, shows it, and is so after a restart', async ({ page, app }) => {
  await dragOver(page, torture);
  await page.keyboard.press('n');
  await page.keyboard.type('Her cousin told us.');
  await page.getByRole('switch', { name: 'Private: never exported' }).click();
  await page.getByRole('button', { name: 'Keep note' }).click();
  await expect(cards(page).getByTestId('private-note')).toBeVisible();
  await expect(cards(page)).toContainText('Private: Her cousin told us.');
  await waitUntilSaved(page);
  const again = await app.restart();
  await openStatement(again, titles.briefing);
  await expect(cards(again)).toContainText('Private: Her cousin told us.');
});

test('a note becomes private by its switch alone, and Undo makes it what it was', async ({ page }) => {
  await dragOver(page, torture);
  await page.keyboard.press('n');
  await page.keyboard.type('A note.');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  const card = cards(page);
  await expect(card).toContainText('A note.');
  await expect(card.getByTestId('private-note')).toHaveCount(0);
  await card.getByRole('button', { name: 'Edit note' }).click();
  const privacy = card.getByRole('switch', { name: 'Private: never exported' });
  await expect(privacy).not.toBeChecked();
  await privacy.focus();
  await page.keyboard.press('Space');
  await expect(privacy).toBeChecked();
  await card.getByRole('button', { name: 'Keep note' }).click();
  await expect(card.getByTestId('private-note')).toBeVisible();
  await card.getByRole('button', { name: 'Edit note' }).click();
  await expect(privacy).toBeChecked();
  await card.getByRole('button', { name: 'Discard' }).click();
  await page.keyboard.press('Control+z');
  await expect(card.getByTestId('private-note')).toHaveCount(0);
  await expect(card).toContainText('A note.');
});

test('what “Discard” drops is the switch too, and a switch without words makes no highlight', async ({ page }) => {
  await dragOver(page, torture);
  await page.keyboard.press('n');
  await page.getByRole('switch', { name: 'Private: never exported' }).click();
  await page.getByRole('button', { name: 'Keep note' }).click();
  await expect(cards(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await dragOver(page, torture);
  await page.keyboard.press('n');
  await page.keyboard.type('A note.');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  const card = cards(page);
  await card.getByRole('button', { name: 'Edit note' }).click();
  await card.getByRole('switch').click();
  await card.getByRole('button', { name: 'Discard' }).click();
  await expect(card).toContainText('A note.');
  await expect(card.getByTestId('private-note')).toHaveCount(0);
});
