import { expect } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { cards, dragOver, openStatement, titles, waitUntilSaved } from '../support/reader-page.ts';

/** Runs by each of the ways in which a text can become code, where it is not shown as the text it is. */
const hostile = `<img src=x onerror="document.title='ran'"><svg onload="document.title='ran'"></svg><script>document.title='ran'</script>"'><iframe srcdoc="<script>parent.document.title='ran'</script>">`;

test('HTML in a note, a tag and a search is text in the reader, in the preview and in the exported page', async ({
  page,
  app,
}) => {
  const made = await page.evaluate(async (path) => {
    const { attest } = window as unknown as { attest?: { call: (name: string, input: unknown) => Promise<unknown> } };
    const input = { do: 'create', path };
    if (attest) return attest.call('changeTag', input);
    const headers = { 'Content-Type': 'application/json', 'X-Attest': '1' };
    const answer = await fetch('/call/changeTag', { method: 'POST', headers, body: JSON.stringify(input) });
    return answer.json();
  }, `<img src=x onerror="document.title='ran'">`);
  expect(made).toMatchObject({ ok: true });
  await openStatement(page, titles.briefing);
  await dragOver(page, 'regular use of torture against detainees');
  await page.keyboard.press('1');
  await page.keyboard.press('n');
  await page.keyboard.insertText(hostile);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await expect(cards(page)).toContainText('<script>document.title=');
  await waitUntilSaved(page);
  await page.getByRole('searchbox', { name: 'Search all statements' }).fill('"<img src=x onerror=1>"');
  await page.getByRole('tab', { name: 'Excerpts' }).click();
  await page.getByRole('button', { name: /^Export [\d,]+ excerpt/u }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: /^Web page/u }).click();
  await expect(page.getByTestId('preview')).toContainText('<script>document.title=');
  const file = await app.saveExport(() => dialog.getByRole('button', { name: /^Export to / }).click());
  expect(await page.title()).not.toBe('ran');
  expect(await page.locator('iframe[srcdoc], img[src="x"], svg[onload]').count()).toBe(0);

  const text = file.content.toString();
  expect(text).toContain('&lt;script&gt;');
  expect(text).not.toMatch(/<(?:script|iframe|img|svg|object|embed)\b/iu);
  // Shown with nothing that would stop it: neither the reader's policy nor its server.
  const shown = await page.context().browser()?.newPage();
  if (!shown) return; // Electron has no browser beside its own windows.
  await shown.setContent(text, { waitUntil: 'load' });
  await expect(shown.locator('body')).toContainText('<script>document.title=');
  expect(await shown.title()).not.toBe('ran');
  expect(await shown.evaluate(() => document.scripts.length + document.images.length + frames.length)).toBe(0);
});
