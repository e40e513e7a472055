import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { writeAnnotatedWorkspace } from '../support/annotated-workspace.ts';
import { test as base } from '../support/app-fixture.ts';
import { appViews } from '../support/app-views.ts';
import { letterTitle } from '../support/catalogue-views.ts';
import { reportTitle } from '../support/file-views.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { pseudoLetter, replaceUkrainian, speak } from '../support/pseudo-language.ts';
import { projectRoot } from '../support/runtime.ts';
import { textsInSight } from '../support/texts-in-sight.ts';

const test = base.extend({
  workspaceFolder: async ({ workspaceFolder }, use) => {
    await writeAnnotatedWorkspace(workspaceFolder);
    await use(workspaceFolder);
  },
});

/** The narrowest window, a usual one, and that at 200 % zoom; in CSS pixels. */
const sizes = [
  { width: 900, height: 700 },
  { width: 1280, height: 800 },
  { width: 640, height: 400 },
];

/** Names that are the same in every language. */
const names = [
  'Attest',
  'SHA-256',
  'Source Serif 4',
  'Inter',
  'Andika',
  ...['PDF', 'Markdown', 'Excel', 'CSV', 'JSON', 'RIS', 'BibTeX', 'CSL-JSON', 'Ctrl', 'Shift', 'Esc'],
];

const softly = expect.configure({ soft: true });

/** Every text in a piece of JSON. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** The collection's and the user's own words, the longest first. */
async function ownWords(workspaceFolder: string): Promise<string[]> {
  const files = [join(projectRoot, 'resources/catalogue.json'), join(workspaceFolder, 'workspace.json')];
  const texts = await Promise.all(files.map(async (file) => textsOf(JSON.parse(await readFile(file, 'utf8')))));
  return [...texts.flat(), letterTitle, reportTitle, ...names]
    .filter(({ length }) => length > 1)
    .sort((a, b) => b.length - a.length);
}

/** The words of the page that are neither from the catalogue of texts nor in `own`. */
async function untranslated(page: Page, own: readonly string[]): Promise<string[]> {
  const left = (await textsInSight(page)).filter(({ text }) => !text.includes(pseudoLetter));
  return left
    .filter(({ text }) => {
      const rest = own.reduce((words, known) => words.replaceAll(known, ' '), text);
      // A drawing shortens what is long; the labels of speakers are in capitals.
      return !text.endsWith('…') && /[a-z]{4,}/iu.test(rest.replace(/\b\p{Lu}+\b/gu, ''));
    })
    .map(({ text, where }) => `“${text}” in ${where}`);
}

test('every view takes its words from the catalogue, and holds them 40 % longer and unbroken', async ({
  page,
  runtime,
  workspaceFolder,
}) => {
  test.skip(runtime !== 'browser', 'the catalogue is exchanged on its way from the server');
  test.setTimeout(300_000);
  await replaceUkrainian(page);
  const own = [workspaceFolder, ...(await ownWords(workspaceFolder))];
  for (const view of appViews) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await view.open(page);
    await speak(page, 'uk');
    // An open palette lists its commands again only after they have been named anew.
    await softly.poll(() => untranslated(page, own), { message: view.name }).toEqual([]);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const within = view.within ?? '[role="tabpanel"]:not([hidden])';
      // Pages of a PDF take their new width only when the window has come to rest.
      await softly
        .poll(() => layoutFaults(page, { within, letter: pseudoLetter }), {
          message: `${view.name} at ${size.width} px`,
          timeout: 2_000,
        })
        .toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await speak(page, 'en');
    await view.close?.(page);
    await view.tidy?.(page);
  }
});
