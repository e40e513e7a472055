import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { writeCrowdedWorkspace } from '../support/crowded-workspace.ts';
import { dragOver, openStatement, paintedWords, titles, waitUntilSaved } from '../support/reader-page.ts';

/** The names of the scripts that the page has loaded, without their hashes. */
const scriptsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => /assets\/(.+)-[\w-]{8}\.js$/u.exec(name)?.[1] ?? '')
      .filter((name) => name !== ''),
  );

test('the window loads its own language alone, and the other views when there is time', async ({ page }) => {
  await expect.poll(() => scriptsOf(page), { timeout: 15_000 }).toContain('insight-view');
  const loaded = await scriptsOf(page);
  expect(loaded).toContain('en');
  expect(loaded.filter((name) => ['be', 'ru', 'uk', 'estimate-strength'].includes(name))).toEqual([]);
  expect(loaded.indexOf('insight-view')).toBeGreaterThan(loaded.indexOf('en'));
});

test('a view that cannot be loaded says so in its place, and the others go on', async ({ page, runtime }) => {
  test.skip(runtime !== 'browser', 'the desktop app has its scripts beside it');
  await page.route(/assets\/insight-view-/u, (route) => route.abort());
  await page.reload();
  await page.getByRole('tab', { name: 'Insight', exact: true }).click();
  await expect(page.getByText('This part of Attest could not be loaded.')).toBeVisible();
  await page.getByRole('tab', { name: 'Codebook', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'torture' }).or(page.getByText('torture').first())).toBeVisible();
});

test('a view that is still being loaded comes into sight all the same in a small window', async ({ page, runtime }) => {
  test.skip(runtime !== 'browser', 'the desktop app has its scripts beside it');
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/assets\/codebook-view-/u, async (route) => {
    await held;
    await route.continue();
  });
  await page.setViewportSize({ width: 720, height: 450 });
  await page.reload();
  const view = page.locator('.view');
  const top = (): Promise<number> =>
    view.evaluate((element) => Math.abs(Math.round(element.getBoundingClientRect().top)));
  await page.getByRole('tab', { name: 'Codebook', exact: true }).click();
  await expect.poll(top).toBe(0);
  await expect(view.getByText('torture')).toHaveCount(0);
  release();
  await expect(view.getByText('torture').first()).toBeVisible();
  expect(await top()).toBe(0);
});

const crowded = test.extend({
  workspaceFolder: async ({ scratchFolder }, use) => {
    const folder = join(scratchFolder, 'workspace');
    await writeCrowdedWorkspace(folder, 4_000);
    await use(folder);
  },
});

crowded(
  'a large workspace is shown before all of it is read, and what is marked at once is kept',
  async ({ app, page }) => {
    await openStatement(page, titles.briefing);
    await expect.poll(async () => (await paintedWords(page, 'ochre')).length).toBeGreaterThan(100);
    await expect(page.locator('.status-bar')).toContainText('4,000 highlights');
    const again = await app.restart();
    await dragOver(again, 'regular use of torture against detainees');
    await again.keyboard.press('1');
    await expect(again.locator('.status-bar')).toContainText('4,001 highlights', { timeout: 15_000 });
    await expect.poll(async () => (await paintedWords(again, 'ochre')).length).toBeGreaterThan(100);
    await waitUntilSaved(again);
    await expect((await app.restart()).locator('.status-bar')).toContainText('4,001 highlights');
  },
);

crowded('what is not read yet is not said to be missing', async ({ page, runtime }) => {
  test.skip(runtime !== 'browser', 'the calls of the desktop app cannot be held back');
  await page.addInitScript(() => {
    const { fetch } = window;
    window.fetch = async (input, init) => {
      const answered = fetch(input, init);
      if (!String(input).includes('/call/openSession')) return answered;
      if (String(init?.body).includes('hasStatements')) {
        await new Promise((resolve) => document.addEventListener('read-now', resolve, { once: true }));
        return answered;
      }
      // As the host answers while it is still reading.
      const answer = await (await answered).json();
      const value = { ...answer.value, isGlimpse: true, highlights: [], unread: 4_000 };
      return Response.json({ ...answer, value });
    };
  });
  await page.reload();
  await expect(page.locator('.statement')).toContainText('Moscow Mechanism');
  await expect(page.getByRole('heading', { name: 'Reading the highlights…' })).toBeVisible();
  await expect(page.locator('.status-bar')).toContainText('4,000 highlights');
  await page.evaluate(() => document.dispatchEvent(new Event('read-now')));
  await expect(page.getByRole('heading', { name: /^\d[\d,]* highlights$/u })).toBeVisible();
});
