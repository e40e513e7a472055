import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { type AppUnderTest, test } from '../support/app-fixture.ts';
import { readBundledStatements } from '../support/bundled-statements.ts';
import { writeCrowdedWorkspace } from '../support/crowded-workspace.ts';
import { dragOver, openStatement, titles, waitUntilSaved } from '../support/reader-page.ts';
import type { ExportedFile } from '../support/running-app.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Export' });
const preview = (page: Page): Locator => page.getByTestId('preview');
const exportButton = (page: Page): Locator => dialog(page).getByRole('button', { name: /^Export to / });

async function openExport(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Excerpts' }).click();
  await page.getByRole('button', { name: /^Export [\d,]+ excerpt/u }).click();
  await expect(dialog(page)).toBeVisible();
}

async function choose(page: Page, format: string): Promise<void> {
  await dialog(page)
    .getByRole('radio', { name: new RegExp(`^${format}`, 'u') })
    .click();
}

const exportAs = async (app: AppUnderTest, page: Page, format: string): Promise<ExportedFile> => {
  await choose(page, format);
  return app.saveExport(() => exportButton(page).click());
};

/** The words of every part of a Word file. */
function readParts(content: Buffer): Map<string, string> {
  return new Map(
    Object.entries(unzipSync(content)).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
  );
}

test.describe('three excerpts', () => {
  test.beforeEach(async ({ page }) => {
    await openStatement(page, titles.briefing);
    await dragOver(page, 'regular use of torture against detainees');
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
    await dragOver(page, 'There are currently at least 1,486 political prisoners in Belarus');
    await page.keyboard.press('2');
    await page.keyboard.press('n');
    await page.keyboard.type('Her cousin told us.');
    await page.getByRole('switch', { name: 'Private: never exported' }).click();
    await page.getByRole('button', { name: 'Keep note' }).click();
    await openStatement(page, titles.platform);
    await dragOver(page, 'the well-documented cases of torture and ill-treatment');
    await page.keyboard.press('n');
    await page.keyboard.type('=SUM(A1), "quoted", no tag');
    await page.keyboard.press('Control+Enter');
    await waitUntilSaved(page);
  });

  test('two clicks from the excerpts make a Word file, and the second may be Enter', async ({ page, app }) => {
    const { name, content } = await app.saveExport(async () => {
      await openExport(page);
      await expect(exportButton(page)).toBeFocused();
      await page.keyboard.press('Enter');
    });
    expect(name).toMatch(/^attest-.*\.docx$/u);
    const document = readParts(content).get('word/document.xml') ?? '';
    expect(document).toContain('regular use of torture against detainees');
    expect(document).toContain('attest_1');
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText(name);
  });

  test('the preview shows what comes out: quotations, footnotes, notes but private ones, and the sources', {
    tag: '@reader',
  }, async ({ page }) => {
    await openExport(page);
    const excerpts = preview(page).getByTestId('preview-excerpt');
    await expect(excerpts).toHaveCount(3);
    await expect(excerpts.nth(0)).toContainText('the well-documented cases of torture and ill-treatment');
    await expect(excerpts.nth(0)).toContainText('=SUM(A1), "quoted", no tag');
    await expect(excerpts.nth(1)).toContainText('There are currently at least 1,486 political prisoners');
    await expect(preview(page)).not.toContainText('Her cousin');
    await expect(dialog(page)).toContainText('Private notes never leave: 1 is left out.');
    await preview(page).evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect(preview(page).getByTestId('preview-source').last()).toContainText('SHA-256 803b8f0a');
    await dialog(page).getByRole('switch', { name: 'Include my notes' }).click();
    await preview(page).evaluate((element) => element.scrollTo(0, 0));
    await expect(preview(page)).not.toContainText('=SUM(A1)');
    await dialog(page).getByLabel('Context').selectOption({ label: 'None: the quotation alone' });
    await expect(excerpts.nth(0).locator('.report-quotation')).toHaveText(
      'the well-documented cases of torture and ill-treatment1',
    );
  });

  test('all excerpts, untagged ones too, go out as JSON with positions that give back their words', async ({
    page,
    app,
  }) => {
    await openExport(page);
    const { name, content } = await exportAs(app, page, 'JSON');
    expect(name).toMatch(/\.json$/u);
    const text = content.toString('utf8');
    expect(text).not.toContain('Her cousin');
    const { excerpts, sources } = JSON.parse(text);
    expect(excerpts).toHaveLength(3);
    const bundled = await readBundledStatements();
    for (const { source, start, end, quotation } of excerpts) {
      const statement = bundled.find(({ record }) => record.id === sources[source].statement);
      const words = [...(statement?.text ?? '')].slice(start, end).join('');
      expect(quotation.map((run: { text: string }) => run.text).join('')).toBe(words);
      expect(sources[source].sha256).toBe(statement?.record.sha256);
    }
  });

  test('chosen tags go out as Markdown with footnotes', { tag: '@reader' }, async ({ page, app }) => {
    await page.getByRole('button', { name: 'Excerpts tagged torture' }).click();
    await openExport(page);
    const { name, content } = await exportAs(app, page, 'Markdown');
    expect(name).toMatch(/\.md$/u);
    const text = content.toString('utf8');
    expect(text).toMatch(/> regular use of torture against detainees\[\^/u);
    expect(text).toMatch(/^\[\^[^\]]+\]: .*May 2023.*¶ 9/mu);
    expect(text).not.toContain('1,486');
  });

  test('CSV holds nothing that a spreadsheet runs', { tag: '@reader' }, async ({ page, app }) => {
    await openExport(page);
    const { content } = await exportAs(app, page, 'CSV');
    const text = content.toString('utf8');
    expect(text).toContain('the well-documented cases of torture and ill-treatment');
    expect(text).toContain(`"'=SUM(A1), ""quoted"", no tag"`);
    expect(text).not.toContain('Her cousin');
  });

  test('a withheld name is a mark in the preview, and stands in no part of the file', { tag: '@reader' }, async ({
    page,
    app,
  }) => {
    await openStatement(page, titles.briefing);
    await dragOver(page, 'AMBASSADOR CARPENTER:', 'Thank you');
    await page.keyboard.press('3');
    await page.keyboard.press('Escape');
    await waitUntilSaved(page);
    await openExport(page);
    await dialog(page).getByRole('button', { name: 'Add a name' }).click();
    await page.keyboard.type('Michael Carpenter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Nobody Of This Name');
    await expect(preview(page).locator('mark[data-kind="withheld"]').first()).toHaveText('[name withheld 1]');
    await expect(dialog(page).getByText(/^\[name withheld 1\], \d+ times$/u)).toBeVisible();
    await expect(dialog(page).getByText('Not found in what is exported. Check the spelling.')).toBeVisible();
    const { content } = await exportAs(app, page, 'Word');
    const parts = readParts(content);
    expect([...parts.values()].join('\n')).toContain('[name withheld 1]');
    for (const [name, text] of parts) expect(text, name).not.toMatch(/carpenter/iu);
    // Kept for the next export, and gone with the program.
    await openExport(page);
    await expect(dialog(page).getByRole('textbox', { name: 'Name 1' })).toHaveValue('Michael Carpenter');
  });

  test('my name is in the report only where I ask for it, and can be set there', { tag: '@reader' }, async ({
    page,
    app,
  }) => {
    await openExport(page);
    await dialog(page).getByRole('switch', { name: 'Include my name' }).click();
    await dialog(page).getByRole('textbox', { name: 'Your name' }).fill('Алеся К.');
    await page.keyboard.press('Tab');
    await expect(preview(page)).toContainText('Алеся К.');
    const named = await exportAs(app, page, 'Web page');
    expect(named.content.toString('utf8')).toContain('Алеся К.');
    await openExport(page);
    await dialog(page).getByRole('switch', { name: 'Include my name' }).click();
    const unnamed = await exportAs(app, page, 'Web page');
    expect(unnamed.content.toString('utf8')).not.toContain('Алеся');
  });

  test('the citation style is kept', { tag: '@reader' }, async ({ page, app }) => {
    await openExport(page);
    await dialog(page).getByLabel('Citation style').selectOption('MLA');
    await waitUntilSaved(page);
    const again = await app.restart();
    await openExport(again);
    await expect(dialog(again).getByLabel('Citation style')).toHaveValue('mla');
  });

  test('references are of the cited statements, and hold no excerpt', { tag: '@reader' }, async ({ page, app }) => {
    await openExport(page);
    await choose(page, 'RIS');
    await expect(dialog(page)).toContainText('2 cited statements');
    const { content } = await app.saveExport(() => exportButton(page).click());
    const text = content.toString('utf8');
    expect(text.match(/^TY {2}- /gmu)).toHaveLength(2);
    expect(text).not.toContain('regular use of torture');
  });

  test('the browser prints a PDF from a page of its own', async ({ page, runtime }) => {
    test.skip(runtime !== 'browser', 'the desktop writes the PDF itself');
    await openExport(page);
    await choose(page, 'PDF');
    // The frame's own way to print, which asks its user, is noted and not taken.
    await page.addInitScript(() => {
      window.print = () => window.parent.document.body.setAttribute('data-printed', document.body.innerText);
    });
    await exportButton(page).click();
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('choose “Save as PDF”');
    await expect(page.locator('body')).toHaveAttribute('data-printed', /regular use of torture against detainees/u);
  });

  test('a cancelled save dialog leaves everything as it was', async ({ page, app, runtime }) => {
    test.skip(runtime === 'browser', 'the browser edition has no save dialog');
    await openExport(page);
    await app.answerNextSave(null);
    await exportButton(page).click();
    await expect(exportButton(page)).toHaveAttribute('aria-busy', 'false');
    await expect(dialog(page)).toBeVisible();
    await expect(page.getByText('exported to')).toHaveCount(0);
  });

  test('a path that cannot be written is one clear line and no file', async ({ page, app, runtime }) => {
    test.skip(runtime === 'browser', 'the browser edition has no save dialog');
    await openExport(page);
    await app.answerNextSave('/proc/nowhere/excerpts.docx');
    await exportButton(page).click();
    await expect(page.getByText('/proc/nowhere/excerpts.docx').first()).toBeVisible();
  });
});

const crowded = test.extend({
  workspaceFolder: async ({ scratchFolder }, use) => {
    const folder = join(scratchFolder, 'workspace');
    await writeCrowdedWorkspace(folder, 4_000);
    await use(folder);
  },
});

crowded('thousands of excerpts are previewed to the end', { tag: '@reader' }, async ({ page }) => {
  await openExport(page);
  await expect(dialog(page)).toContainText('4,000 excerpts from', { timeout: 20_000 });
  await preview(page).evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
  await expect(preview(page).getByTestId('preview-excerpt').first()).toBeVisible();
  await expect(preview(page).getByTestId('preview-excerpt').first()).not.toContainText(/^1\./u);
  await preview(page).focus();
  // Rows that come into sight turn out higher than was guessed, so that the end moves away at first.
  await expect(async () => {
    await page.keyboard.press('End');
    await expect(preview(page).getByTestId('preview-source').last()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
});

crowded('an export is cancelled: nothing comes of it, and the next one works', async ({ page, app, runtime }) => {
  await openExport(page);
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await exportButton(page).click();
  const progress = dialog(page).getByTestId('export-progress');
  await expect(progress).toBeVisible();
  // The dialog can go: the export goes on in the status bar.
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  const inStatus = page.locator('footer').getByTestId('export-progress');
  await expect(inStatus).toContainText(/Exporting to Word: [\d,]+ of 4,000/u, { timeout: 20_000 });
  await inStatus.getByRole('button', { name: 'Cancel the export' }).click();
  await expect(inStatus).toHaveCount(0);
  await expect(page.getByText('exported to')).toHaveCount(0);
  if (runtime === 'browser') expect(downloads).toBe(0);
  await openExport(page);
  const { content } = await exportAs(app, page, 'CSV');
  expect(content.toString('utf8').split('\n').length).toBeGreaterThan(4_000);
});
