import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { privateFlag, windowFlags } from '../../electron/browser/open-window.ts';
import { test } from '../support/app-fixture.ts';
import { requireChromium } from '../support/find-chromium.mjs';
import { recordedFlags } from '../support/offline/recording.ts';
import { dragOver, openStatement, titles } from '../support/reader-page.ts';
import { serveReader } from '../support/start-in-browser.ts';

const searched = 'QQSEARCHEDQQ';
const note = 'YYNOTEYY';
const kept = 'ZZKEPTZZ';

/** Longer than Chromium waits before it writes what a page holds to its profile, in milliseconds. */
const untilWrittenMs = 12_000;

/** The window as it is opened for its user, with a line to it for the test. */
async function openAsItsUser(link: string, profile: string): Promise<{ window: ChildProcess; browser: Browser }> {
  const program = requireChromium(process.env);
  const window = spawn(
    program,
    [
      `--app=${link}`,
      `--user-data-dir=${profile}`,
      privateFlag(program),
      ...windowFlags,
      ...recordedFlags(process.env),
      '--headless=new',
      '--no-sandbox',
      '--remote-debugging-port=0',
    ],
    { stdio: 'ignore' },
  );
  const portFile = join(profile, 'DevToolsActivePort');
  await expect.poll(() => existsSync(portFile), { timeout: 20_000 }).toBe(true);
  const [port] = (await readFile(portFile, 'utf8')).split('\n');
  return { window, browser: await chromium.connectOverCDP(`http://127.0.0.1:${port}`) };
}

async function readAndWrite(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await openStatement(page, titles.briefing);
  await page.getByRole('searchbox', { name: 'Search all statements' }).fill(searched);
  await page.getByRole('searchbox', { name: 'Search all statements' }).fill('');
  await dragOver(page, 'regular use of torture against detainees');
  await page.keyboard.press('1');
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Note' }).fill(note);
  await page.evaluate((word) => localStorage.setItem('attest.places', JSON.stringify(word)), kept);
}

async function tracesIn(folder: string): Promise<string[]> {
  const traces: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    for (const word of [searched, note, kept, 'Ambassador Michael Carpenter']) {
      if (bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))) traces.push(`${word}: ${entry.name}`);
    }
    if (entry.name.endsWith('.dmp')) traces.push(`a crash: ${entry.name}`);
  }
  return traces;
}

test('the window of the browser edition leaves nothing of what is read or written in its profile, also when it crashes', async ({
  runtime,
  scratchFolder,
}) => {
  test.skip(runtime !== 'browser', 'the desktop keeps its pages in memory: lock-down.test.ts');
  test.setTimeout(120_000);
  const profile = join(scratchFolder, 'profile');
  const served = await serveReader(['--workspace', join(scratchFolder, 'workspace')]);
  const { window, browser } = await openAsItsUser(served.link, profile);
  const ended = new Promise((resolve) => window.once('exit', resolve));
  try {
    const pages = () => browser.contexts().flatMap((context) => context.pages());
    await expect.poll(() => pages().filter((page) => page.url().includes('localhost')).length).toBe(1);
    const page = pages().find((candidate) => candidate.url().includes('localhost'));
    if (!page) throw new Error('There is no page.');
    await readAndWrite(page);
    await wait(untilWrittenMs);
    const cdp = await page.context().newCDPSession(page);
    await Promise.race([cdp.send('Page.crash').catch(() => undefined), wait(2_000)]);
  } finally {
    window.kill('SIGTERM');
    await ended;
    await served.end('SIGTERM');
  }
  expect((await readdir(profile)).length).toBeGreaterThan(3);
  expect(await tracesIn(profile)).toEqual([]);
});
