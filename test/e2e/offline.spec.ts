import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { parseAst } from 'rolldown/parseAst';
import { test } from '../support/app-fixture.ts';
import { readNetLog } from '../support/offline/judge-net-log.ts';
import { readNodeRecord } from '../support/offline/judge-node-record.ts';
import { recordVariable } from '../support/offline/recording.ts';
import { cards, dragOver, openStatement, titles } from '../support/reader-page.ts';
import { builtFolder } from '../support/runtime.ts';

/** What addresses in the program name without ever being connected to, and why. */
const namedOnly: ReadonlyMap<string, string> = new Map([
  ['attest.invalid', 'a base to read paths by; the name can be nobody’s (RFC 2606)'],
  ['dictionaries.invalid', 'in place of Chromium’s dictionaries'],
  ['www.w3.org', 'namespaces of SVG and XML'],
  ['schemas.openxmlformats.org', 'namespaces of Word and Excel files'],
  ['schemas.microsoft.com', 'namespaces of Word and Excel files'],
  ['purl.oclc.org', 'namespaces of Word and Excel files'],
  ['purl.org', 'namespaces of Dublin Core'],
  ['json-schema.org', 'the name of a format'],
  ['citation.js.org', 'the name of a format'],
  ['github.com', 'what citation-js’s description of itself names'],
  ['doi.org', 'what a citation writes before a DOI'],
  ['react.dev', 'in the text of React’s errors'],
  ['base-ui.com', 'in the text of Base UI’s errors'],
  ['a', 'what core-js in pdf.js tries the system’s URL with; it is parsed and not asked for'],
  ['x', 'the same'],
  ['foo.bar', 'the same'],
  ['example.com', 'the same; a name that is kept for examples (RFC 2606)'],
  ['www.xfa.org', 'namespaces of forms in PDF'],
  ['ns.adobe.com', 'namespaces of PDF and of EPUB’s fonts'],
  ['www.idpf.org', 'the name of how EPUB hides fonts'],
  ['schemas.zwobble.org', 'a namespace of mammoth'],
]);

/** Puts every text in a piece of JavaScript into `texts`: comments are none. */
function collectTexts(node: unknown, texts: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [name, part] of Object.entries(node)) {
    // A literal's value, and a piece of a template as it is meant.
    if (typeof part === 'string' && (name === 'value' || name === 'cooked')) texts.push(part);
    else collectTexts(part, texts);
  }
}

/** The files of the built program that run or are shown, with their text. */
async function readBundle(): Promise<Map<string, string>> {
  const folder = builtFolder(process.env);
  const names = await readdir(folder, { recursive: true });
  const texts = names.filter((name) => /\.(?:c?js|css|html)$/u.test(name));
  return new Map(
    await Promise.all(texts.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

test('what the program does on the network is recorded, in all its threads and its browser', async ({ page, app }) => {
  await openStatement(page, titles.briefing);
  await dragOver(page, 'regular use of torture against detainees');
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await expect(cards(page)).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search all statements' }).fill('torture');
  await expect(page.getByTestId('search-hit').first()).toBeVisible();
  // Everything that the page shows came from the program: no font, picture or style from elsewhere.
  const sources = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin),
  );
  expect(sources.length).toBeGreaterThan(3);
  expect([...new Set(sources)].filter((origin) => origin !== new URL(page.url()).origin)).toEqual([]);
  await app.close();

  const folder = process.env[recordVariable] ?? '';
  const names = await readdir(folder);
  const programs = new Set<string>();
  for (const name of names.filter((file) => file.startsWith('node-'))) {
    const entries = readNodeRecord(await readFile(join(folder, name), 'utf8'));
    for (const entry of entries) if (entry.kind === 'start') programs.add(entry.program);
  }
  if (app.runtime !== 'electron') {
    const program = app.runtime === 'browser' ? 'browser.js' : 'run-main.mjs';
    for (const wanted of [program, 'search-thread.js']) expect([...programs].join('\n')).toContain(wanted);
  }
  const logs = names.filter((name) => name.startsWith('net-log-'));
  expect(logs.length).toBeGreaterThan(0);
  const texts = await Promise.all(logs.map((name) => readFile(join(folder, name), 'utf8')));
  if (app.runtime === 'browser') {
    const host = new URL(page.url()).host;
    const connected = texts.filter((text) => text.includes(host)).flatMap((text) => readNetLog(text));
    expect(connected.map(({ name }) => name)).toContain('TCP_CONNECT_ATTEMPT');
  }
});

test('the built program names no address to connect to, and has no updater, no reports and no remote fonts', async () => {
  const bundle = await readBundle();
  expect(bundle.size).toBeGreaterThan(5);
  const strangers = new Set<string>();
  for (const [name, text] of bundle) {
    const isScript = /\.c?js$/u.test(name);
    const texts: string[] = [];
    if (isScript) collectTexts(parseAst(text, { sourceType: name.endsWith('.cjs') ? 'script' : 'module' }), texts);
    for (const words of texts) {
      // An address inside a longer text, such as a citation style, is nothing that could be asked for.
      const host = /^\s*(?:https?|wss?|ftp):\/\/([\w.-]+)/iu.exec(words)?.[1]?.toLowerCase();
      if (host && !namedOnly.has(host)) strangers.add(`${name}: ${words.slice(0, 80)}`);
    }
    expect(text, name).not.toMatch(
      /autoUpdater|electron-updater|crashReporter|googletagmanager|sentry\.io|sendBeacon\(/u,
    );
    if (name.endsWith('.css')) expect(text, name).not.toMatch(/@import|url\(\s*["']?(?:https?:)?\/\//u);
  }
  expect([...strangers]).toEqual([]);
});

test('the status bar says what “offline” means, and what was not tested @reader', async ({ page, runtime }) => {
  const button = page.getByRole('button', { name: 'Offline. Nothing leaves this computer.' });
  await button.focus();
  await page.keyboard.press('Enter');
  const note = page.getByRole('dialog', { name: 'What “offline” means here' });
  await expect(note).toContainText('connects to nothing outside this computer');
  await expect(note).toContainText('Not tested are the system and your other programs');
  await expect(note.getByText('your usual browser')).toHaveCount(runtime === 'browser' ? 1 : 0);
  const box = await button.boundingBox();
  expect(box?.height ?? 0).toBeGreaterThanOrEqual(24);
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(button).toBeFocused();
});
