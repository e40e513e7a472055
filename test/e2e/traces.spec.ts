import { chmod, mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { browserProfileFolder, openWindow } from '../../electron/browser/open-window.ts';
import { test } from '../support/app-fixture.ts';
import { requireChromium } from '../support/find-chromium.mjs';
import { dragOver, openStatement, titles } from '../support/reader-page.ts';
import { serveReader } from '../support/start-in-browser.ts';

const words = 'regular use of torture against detainees';
const typed = { note: 'QQNOTE while it is written', search: 'QQSEARCH', place: 'attest.places' };

/** Chromium writes what is in the fields of a page this often, at most. */
const writtenAfterMs = 4_000;

/** A Chromium on the path that opens no window to be seen, and can be looked into. `without` is a flag that it drops. */
async function putChromium(folder: string, without: string): Promise<string> {
  const script = `#!/bin/sh
for flag do
  shift
  [ "$flag" = "${without}" ] || set -- "$@" "$flag"
done
exec '${requireChromium(process.env)}' --headless=new --no-sandbox --remote-debugging-port=0 "$@"
`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'chromium'), script);
  await chmod(join(folder, 'chromium'), 0o700);
  return folder;
}

async function lookInto(profile: string): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const port = join(profile, 'DevToolsActivePort');
  await expect.poll(() => readFile(port, 'utf8').catch(() => ''), { timeout: 20_000 }).toMatch(/^\d+\n/u);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${(await readFile(port, 'utf8')).split('\n')[0]}`);
  const pages = (): Page[] => browser.contexts().flatMap((context) => context.pages());
  const find = (): Page | undefined => pages().find((page) => page.url().includes('.localhost'));
  await expect.poll(() => find() !== undefined).toBe(true);
  const page = find();
  if (!page) throw new Error('The window has gone.');
  return { browser, page };
}

/** The words of `all` that are somewhere in the files under `folder`. */
async function wordsIn(folder: string, all: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    for (const word of all) {
      if (bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))) found.add(word);
    }
  }
  return [...found];
}

for (const isPrivate of [true, false]) {
  const leaves = isPrivate
    ? 'nothing of what is read and typed'
    : 'what it is told to keep, until it ends, and then nothing';
  test(`the app window leaves ${leaves} in its profile`, async ({ runtime, scratchFolder }) => {
    test.skip(runtime !== 'browser' || process.platform !== 'linux', 'a window of Chromium, as Linux has it');
    test.setTimeout(90_000);
    const workspace = join(scratchFolder, 'typed');
    await mkdir(workspace);
    await writeFile(join(workspace, 'reader.json'), JSON.stringify({ 'attest.tour': 'done' }));
    const folder = await putChromium(join(scratchFolder, 'path'), isPrivate ? 'none' : '--incognito');
    const environment = { ...process.env, PATH: `${folder}:${process.env['PATH']}`, XDG_CACHE_HOME: scratchFolder };
    const profile = browserProfileFolder('linux', environment);
    const served = await serveReader(['--workspace', workspace]);
    expect(await openWindow(served.link, 'linux', environment)).toEqual({ ok: true, value: null });
    const { browser, page } = await lookInto(profile);
    const host = new URL(page.url()).hostname;
    await openStatement(page, titles.briefing);
    await dragOver(page, words);
    await page.keyboard.press('1');
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Note' }).fill(typed.note);
    await page.waitForTimeout(writtenAfterMs);
    const found = await wordsIn(profile, [host, words, titles.briefing, ...Object.values(typed)]);
    // The fields are kept by no browser, whatever it is told.
    if (isPrivate) expect(found).toEqual([]);
    else {
      expect(found).toEqual(expect.arrayContaining([host, typed.place]));
      expect(found).not.toContain(typed.note);
    }
    const pid = Number((await readlink(join(profile, 'SingletonLock'))).split('-').at(-1));
    process.kill(pid, 'SIGKILL');
    await browser.close();
    await expect.poll(() => readdir(join(profile, '..')), { timeout: 20_000 }).toEqual([]);
    await served.end('SIGTERM');
  });
}
