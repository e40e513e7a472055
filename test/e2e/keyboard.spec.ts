import { expect } from '@playwright/test';
import { writeAnnotatedWorkspace } from '../support/annotated-workspace.ts';
import { test as base } from '../support/app-fixture.ts';
import { appViews } from '../support/app-views.ts';
import { sidewaysScrollers, smallTargets, walkByTab } from '../support/keyboard-walk.ts';
import { cards, dragOver, openStatement, selectionBar, titles } from '../support/reader-page.ts';

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    await writeAnnotatedWorkspace(workspaceFolder);
    await use(workspaceFolder);
  },
});

test('Tab reaches everything in every view, in order, in sight, and comes out again; all of it can be hit', async ({
  page,
  runtime,
}) => {
  test.skip(runtime === 'double', 'the page is the same in the browser edition');
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const view of appViews) {
    const within = view.within ?? '[role="tabpanel"]';
    await view.open(page);
    expect.soft(await smallTargets(page, within), `targets in ${view.name}`).toEqual([]);
    if (!view.isOnlyRead) expect.soft(await walkByTab(page, within), view.name).toEqual([]);
    await view.close?.(page);
    if (view.opener) await expect.soft(view.opener(page), `the focus after ${view.name}`).toBeFocused();
    await view.tidy?.(page);
  }
});

for (const [zoom, width, height] of [
  [200, 640, 400],
  [400, 320, 256],
] as const) {
  test(`nothing is lost or wider than the window at ${zoom} % zoom of 1280 pixels`, async ({ page, runtime }) => {
    test.skip(runtime === 'double', 'the page is the same in the browser edition');
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height });
    for (const view of appViews) {
      await view.open(page);
      expect.soft(await sidewaysScrollers(page), view.name).toEqual([]);
      await view.close?.(page);
      await view.tidy?.(page);
    }
  });
}

test('in a small window, where the panes stand under each other, what is asked for comes into sight', async ({
  page,
}) => {
  const viewTop = (): Promise<number> =>
    page.locator('.view').evaluate((view) => Math.round(Math.abs(view.getBoundingClientRect().top)));
  const toTheTop = async (): Promise<void> => {
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(viewTop).toBeGreaterThan(100);
  };
  await page.setViewportSize({ width: 720, height: 450 });
  await toTheTop();
  await openStatement(page, titles.briefing);
  await expect.poll(viewTop).toBe(0);
  // The same once more: it is open already, but not in sight.
  await toTheTop();
  await openStatement(page, titles.briefing);
  await expect.poll(viewTop).toBe(0);
  await toTheTop();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(titles.vienna);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(titles.vienna);
  await expect.poll(viewTop).toBe(0);
  await toTheTop();
  await page.getByRole('tab', { name: 'Excerpts' }).click();
  await expect.poll(viewTop).toBe(0);

  await page.getByRole('main').getByRole('button', { name: 'Export' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('button', { name: 'Export to' })).toBeFocused();
  await expect(dialog.getByRole('heading', { name: 'Export', exact: true })).toBeInViewport();
  expect(await dialog.evaluate((element) => element.scrollTop)).toBe(0);
  await page.keyboard.press('Escape');

  // In a window that is only narrow, a view without a side has all of the height.
  await page.setViewportSize({ width: 900, height: 700 });
  await page.getByRole('tab', { name: 'Insight' }).click();
  const [whole, insight] = [await page.locator('.view').boundingBox(), await page.locator('.insight').boundingBox()];
  expect(insight?.height).toBe(whole?.height);
  await expect(page.getByRole('heading', { name: 'Insight', exact: true })).toBeInViewport();
});

test('the actions at a highlight, and those of its card, stand in one row each in a usual window', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openStatement(page, titles.briefing);
  await dragOver(page, 'falsification of the August');
  await expect(selectionBar(page).getByRole('button', { name: 'Delete' })).toBeVisible();
  for (const place of [
    selectionBar(page).getByRole('toolbar'),
    page.locator('.highlight-card[data-active="true"] .card-actions'),
  ]) {
    const middles = await place.getByRole('button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { top, height } = button.getBoundingClientRect();
        return Math.round(top + height / 2);
      }),
    );
    expect(middles.length).toBeGreaterThan(4);
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(4);
  }
});

test('the first stop leads past everything to the text, or to the main part of another view', async ({ page }) => {
  await openStatement(page, titles.briefing);
  const skip = page.getByRole('button', { name: 'Skip to the text' });
  await page.keyboard.press('Shift');
  await skip.focus();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('.statement')).toBeFocused();
  await page.getByRole('tab', { name: 'Codebook' }).click();
  await skip.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('the walk finds a stop that does not show its focus, one that is covered, and a small target', async ({
  page,
}) => {
  await page.getByRole('tab', { name: 'Codebook' }).click();
  await expect(page.locator('.codebook-entry').first()).toBeVisible();
  const within = '[role="tabpanel"]';
  expect(await walkByTab(page, within)).toEqual([]);
  expect(await smallTargets(page, within)).toEqual([]);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      .codebook-entry { min-height: 0 !important; height: 12px; padding-block: 0 !important; }
      .codebook-entry:focus-visible { outline: none !important; }
      .codebook::before { content: ""; position: fixed; inset: 0 0 80% 0; z-index: 9; background: currentColor; }
    `);
    document.adoptedStyleSheets.push(sheet);
  });
  const faults = (await walkByTab(page, within)).join('\n');
  expect(faults).toMatch(/codebook-entry.* does not show that it has the focus/u);
  expect(faults).toMatch(/field.* is hidden while it has the focus/u);
  expect(await smallTargets(page, within)).not.toEqual([]);
});

test('what is done to highlights is said to whoever does not see it', async ({ page }) => {
  // Said alone, or by a message that can also be seen.
  const isSaid = (words: string): Promise<void> =>
    expect(page.locator('[aria-live="polite"]').filter({ hasText: words })).not.toHaveCount(0);
  await openStatement(page, titles.briefing);
  await expect(cards(page)).toHaveCount(5);
  await dragOver(page, 'inhuman and degrading prison conditions');
  await page.keyboard.press('1');
  await isSaid('Highlighted: torture');
  await expect(cards(page)).toHaveCount(6);
  await page.keyboard.press('3');
  await isSaid('Tagged: elections');
  const card = cards(page).filter({ hasText: 'inhuman and degrading' });
  await expect(card).toContainText('elections');
  await page.keyboard.press('3');
  await isSaid('Tag removed: elections');
  await expect(card).not.toContainText('elections');
  await page.keyboard.press('n');
  await page.keyboard.type('Check.');
  await page.keyboard.press('Control+Enter');
  await isSaid('Note kept');
  await page.keyboard.press('Delete');
  await isSaid('1 highlight deleted.');
  await expect(cards(page)).toHaveCount(5);
  await page.keyboard.press('Control+z');
  await isSaid('Undone');
  await expect(cards(page)).toHaveCount(6);
  await page.keyboard.press('Control+y');
  await isSaid('Done again');
});

test('what is highlighted, chosen and looked at is told apart in the colours of the system', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await openStatement(page, titles.briefing);
  await dragOver(page, 'inhuman and degrading prison conditions');
  const painted = await page.locator('.statement').evaluate((article) => {
    const look = (name: string): string[] => {
      const words = article.querySelector('[data-start]') ?? article;
      const { backgroundColor, color, textDecorationLine } = getComputedStyle(words, `::highlight(${name})`);
      return [backgroundColor, color, textDecorationLine];
    };
    return { paper: getComputedStyle(article).backgroundColor, tag: look('tag-ochre-0'), active: look('active') };
  });
  expect(painted.tag[2]).toBe('underline');
  expect(painted.active[0]).not.toBe(painted.tag[0]);
  expect(painted.active[0]).not.toBe(painted.active[1]);
  await expect(selectionBar(page)).toBeVisible();
  for (const chosen of ['.statement-item[aria-current="true"]', '.tab[data-active]']) {
    await expect(page.locator(chosen)).toHaveCSS('outline-style', 'solid');
  }
});

test('what is dragged can be done by key or button too', async ({ page }) => {
  await openStatement(page, titles.briefing);
  const edge = page.getByRole('separator', { name: 'Width of the library' });
  const width = Number(await edge.getAttribute('aria-valuenow'));
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', String(width + 16));
  await dragOver(page, 'inhuman and degrading prison conditions');
  await page.keyboard.press(']');
  await expect(page.getByRole('button', { name: 'Move the end of the passage' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Dossiers' }).click();
  const items = page.getByTestId('dossier-item');
  await items.nth(0).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(items.nth(0)).toHaveAttribute('data-item', 'text');
  await expect(items.nth(1)).toBeFocused();
});
