import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from '@playwright/test';
import { windowFlags } from '../../../electron/browser/open-window.ts';
import { launchDouble } from '../../support/electron-double/launch-double.ts';
import { requireChromium } from '../../support/find-chromium.mjs';
import { skipTour } from '../../support/skip-tour.ts';
import { readMoment, watchReadable } from './watch-readable.ts';

/** One start, in milliseconds: from the start of its process, and of that from the start of its page, until it could be read. */
export interface StartTimes {
  readonly process: number;
  readonly page: number;
}

const now = (): number => performance.timeOrigin + performance.now();

async function since(startMs: number, page: Page): Promise<StartTimes> {
  const { atMs, pageMs } = await readMoment(page);
  return { process: atMs - startMs, page: pageMs };
}

/** What is done with a page that can be read, before it is closed. */
type GoOn = (page: Page) => Promise<void>;

/** Opens an address in a Chromium of its own, with the flags of the browser edition's window. */
async function openInChromium(startMs: number, address: string, goOn?: GoOn): Promise<StartTimes> {
  const browser = await chromium.launch({
    executablePath: requireChromium(process.env),
    chromiumSandbox: false,
    args: [...windowFlags],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1360, height: 860 } });
    await page.addInitScript(skipTour);
    await page.addInitScript(watchReadable);
    await page.goto(address, { waitUntil: 'commit' });
    const times = await since(startMs, page);
    await goOn?.(page);
    return times;
  } finally {
    await browser.close();
  }
}

/** A page with one line, in the same Chromium. */
export function startEmptyPage(): Promise<StartTimes> {
  const page = 'data:text/html,<!doctype html><title>Empty</title><p data-start="0">One line.</p>';
  return openInChromium(now(), page);
}

/** A server of the browser edition: the link that opens its reader, its process, and how it is ended. */
export interface RunningServer {
  readonly link: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Starts the server of the browser edition that is built in `built`, without a window, on the workspace in `folder`. */
export async function startServer(built: string, folder: string): Promise<RunningServer> {
  const server = spawn(process.execPath, [join(built, 'main/browser.js'), '--no-open', '--workspace', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const link = await new Promise<string>((resolve, reject) => {
    createInterface({ input: server.stdout }).on('line', (line) => resolve(line.replace(/^.* /u, '')));
    void ended.then(() => reject(new Error('The browser edition ended before it had a link.')));
  });
  if (server.pid === undefined) throw new Error('The browser edition has a link and no process.');
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    await ended;
  };
  return { link, pid: server.pid, stop };
}

/** The browser edition that is built in `built`, its server and its window, on the workspace in `folder`; `goOn` goes on from there. */
export async function startBrowserEdition(built: string, folder: string, goOn?: GoOn): Promise<StartTimes> {
  const startMs = now();
  const server = await startServer(built, folder);
  try {
    return await openInChromium(startMs, server.link, goOn);
  } finally {
    await server.stop();
  }
}

async function startOnDouble(entry: string, args: readonly string[], home: string): Promise<StartTimes> {
  const startMs = now();
  const script = `(${skipTour})();(${watchReadable})()`;
  const environment = { ELECTRON_DOUBLE_PAGE_SCRIPT: script };
  const double = await launchDouble({ entry, home, args, environment });
  try {
    return await since(startMs, double.page);
  } finally {
    await double.close();
  }
}

/** An app with an empty window, on the Electron double. `home` is a fresh folder. */
export const startEmptyApp = (home: string): Promise<StartTimes> =>
  startOnDouble(join(import.meta.dirname, 'empty-app.mjs'), [], home);

/** The desktop app that is built in `built`, on the Electron double. `home` is a fresh folder. */
export const startDesktop = (built: string, folder: string, home: string): Promise<StartTimes> =>
  startOnDouble(join(built, 'main/index.js'), ['--workspace', folder], home);
