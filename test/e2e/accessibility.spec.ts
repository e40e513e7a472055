import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { writeAnnotatedWorkspace } from '../support/annotated-workspace.ts';
import { test as base } from '../support/app-fixture.ts';
import { appViews } from '../support/app-views.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const everyRule: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};
const contrastAlone: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast'] },
  resultTypes: ['violations'],
};

/** What axe holds against the page as it is, one line for each element. */
async function violations(page: Page, options: RunOptions): Promise<string[]> {
  const { violations: found } = await page.evaluate(async (how): Promise<AxeResults> => {
    // What arrives by an animation is looked at when it is there.
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    return Reflect.get(globalThis, 'axe').run(document, how);
  }, options);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    await writeAnnotatedWorkspace(workspaceFolder);
    await use(workspaceFolder);
  },
});

interface Theme {
  readonly name: string;
  readonly media: Parameters<Page['emulateMedia']>[0];
  readonly rules: RunOptions;
}

const themes: readonly Theme[] = [
  { name: 'light', media: { colorScheme: 'light' }, rules: everyRule },
  { name: 'dark', media: { colorScheme: 'dark' }, rules: everyRule },
  { name: 'light with high contrast', media: { colorScheme: 'light', contrast: 'more' }, rules: contrastAlone },
  { name: 'dark with high contrast', media: { colorScheme: 'dark', contrast: 'more' }, rules: contrastAlone },
  { name: 'in colours of the system', media: { colorScheme: 'dark', forcedColors: 'active' }, rules: contrastAlone },
];

for (const { name, media, rules } of themes) {
  test(`no view has a fault that axe can see, ${name}`, async ({ page, runtime }) => {
    test.skip(runtime === 'double', 'the page is the same in the browser edition');
    test.setTimeout(240_000);
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await page.evaluate(axe);
    // A fault of what every view shows is told once.
    const told = new Set<string>();
    for (const view of appViews) {
      await view.open(page);
      const found = (await violations(page, rules)).filter((fault) => !told.has(fault));
      expect.soft(found, view.name).toEqual([]);
      for (const fault of found) told.add(fault);
      await view.close?.(page);
      await view.tidy?.(page);
    }
  });
}

for (const { name, media, rules } of themes) {
  test(`the lock screen has no fault that axe can see, ${name}`, async ({ page, runtime }) => {
    test.skip(runtime !== 'browser', 'the calls of the desktop do not pass where a test could answer them');
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await page.route('**/call/readVault', (route) =>
      route.fulfill({ json: { ok: true, value: { state: 'locked', done: 0, total: 0 } } }),
    );
    await page.reload();
    await page.getByLabel('Passphrase', { exact: true }).fill('not the passphrase');
    await page.keyboard.press('Enter');
    await page.evaluate(axe);
    expect(await violations(page, rules)).toEqual([]);
    await page.getByRole('button', { name: 'Use the recovery key' }).click();
    await expect(page.getByLabel('Recovery key')).toBeFocused();
    expect(await violations(page, rules)).toEqual([]);
  });
}
