import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { windowFlags } from '../../../electron/browser/open-window.ts';
import { deviceFilePath } from '../../../electron/store/device-file.ts';
import { requireChromium } from '../../support/find-chromium.mjs';
import { startServer } from '../startup/measure-start.ts';
import { memoryOf } from './process-memory.ts';

/** Megabytes, by their labels. */
export type MemoryMeasures = Readonly<Record<string, number>>;

/** A browser gives memory back half a minute after its last work, in milliseconds: sooner nothing counts as rest. */
const leastRestMs = 40_000;
const mostRestMs = 120_000;

/** Rest is when the memory has not changed by more than so many megabytes for so many milliseconds. */
const restMb = 4;
const stillMs = 15_000;

const lookEveryMs = 2_500;

/** The processes whose memory is measured. */
interface Running {
  readonly server: number;
  readonly window: number;
}

interface Look extends Running {
  readonly atMs: number;
}

async function lookAt({ server, window }: Running): Promise<Look> {
  return { atMs: performance.now(), server: await memoryOf(server), window: await memoryOf(window) };
}

const totalOf = ({ server, window }: Look): number => server + window;

/** What the processes hold when they have come to rest, as their last look says it. */
async function whenAtRest(running: Running): Promise<Look> {
  const startedMs = performance.now();
  let looks: Look[] = [];
  for (;;) {
    await wait(lookEveryMs);
    const look = await lookAt(running);
    const waitedMs = look.atMs - startedMs;
    looks = [...looks.filter(({ atMs }) => look.atMs - atMs <= stillMs), look];
    const totals = looks.map(totalOf);
    const isStill = Math.max(...totals) - Math.min(...totals) <= restMb;
    if (waitedMs >= mostRestMs || (waitedMs >= leastRestMs && isStill)) return look;
  }
}

/** What Chromium writes into its profile, when it listens: the port, and below it the address of the browser. */
async function debuggingPort(profile: string): Promise<string> {
  const [port = ''] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return port;
}

/** What somebody does in a while: searches, looks into the catalogue and the excerpts, reads three statements. */
async function actAsReader(page: Page): Promise<void> {
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  const box = page.getByRole('searchbox', { name: 'Search all statements' });
  await box.fill('political prisoners');
  await page.getByTestId('search-hit').first().waitFor();
  await box.fill('');
  await tab('Catalogue').click();
  await page.getByTestId('catalogue-row').first().waitFor();
  await tab('Excerpts').click();
  await page.locator('.excerpts-main').first().waitFor();
  await tab('Library').click();
  for (const index of [1, 2, 3]) {
    const item = page.locator('.statement-item').nth(index);
    await item.click();
    await item.and(page.locator('[aria-current="true"]')).waitFor();
    await page.locator('.statement [data-start]:visible').first().waitFor();
  }
}

async function actInWindow(profile: string): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(profile)}`);
  try {
    const page = browser.contexts().flatMap((context) => context.pages())[0];
    if (!page) throw new Error('The window of the browser edition has no page.');
    await actAsReader(page);
  } finally {
    // The window stays: this only lets go of it.
    await browser.close();
  }
}

function openWindow(link: string, profile: string): ChildProcess {
  const flags = ['--headless=new', '--no-sandbox', '--window-size=1360,860', '--remote-debugging-port=0'];
  return spawn(requireChromium(process.env), [...flags, `--user-data-dir=${profile}`, ...windowFlags, link], {
    stdio: 'ignore',
  });
}

/**
 * The memory of the browser edition's server and window together on the workspace in `folder`, at rest and after some use. No
 * debugger is connected to the window before its first measurement, and later only while it is used: a debugger has the renderer
 * keep the body of every answer, and of a large library those would be most of what is measured. The search index is to be saved
 * in `folder` already, as it is for every start but the first.
 */
export async function measureMemory(built: string, folder: string): Promise<MemoryMeasures> {
  // The tour lies over what is to be used.
  await writeFile(deviceFilePath(folder), JSON.stringify({ 'attest.tour': 'done' }));
  const profile = await mkdtemp(join(tmpdir(), 'attest-bench-profile-'));
  const server = await startServer(built, folder);
  const window = openWindow(server.link, profile);
  const ended = new Promise((resolve) => window.once('close', resolve));
  try {
    if (window.pid === undefined) throw new Error('The window could not be opened.');
    const running = { server: server.pid, window: window.pid };
    const first = await whenAtRest(running);
    await actInWindow(profile);
    const later = await whenAtRest(running);
    return {
      'memory at rest, MB': totalOf(first),
      'of that, the server, MB': first.server,
      'memory after use, MB': totalOf(later),
      'of which the server, MB': later.server,
    };
  } finally {
    window.kill();
    await ended;
    await server.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
