import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const profile = join(process.env.ELECTRON_DOUBLE_HOME, `chromium-${process.pid}`);
let context;
let firstPage;

/**
 * Starts Chromium; `ELECTRON_DOUBLE_PAGE_SCRIPT` is run in every page before its own scripts.
 *
 * @param {readonly string[]} switches Command line switches, on top of those for a quiet machine.
 */
export async function launchChromium(switches) {
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.ELECTRON_DOUBLE_CHROMIUM,
    headless: true,
    chromiumSandbox: false,
    viewport: null,
    args: [...JSON.parse(process.env.ELECTRON_DOUBLE_FLAGS), ...switches, '--remote-debugging-port=0'],
  });
  const pageScript = process.env.ELECTRON_DOUBLE_PAGE_SCRIPT;
  if (pageScript) await context.addInitScript(pageScript);
  firstPage = context.pages()[0];
}

/** The browser context that all windows share. */
export function browserContext() {
  return context;
}

/** A page for a new window: the one Chromium starts with, then new ones. */
export async function takePage() {
  const page = firstPage ?? (await context.newPage());
  firstPage = undefined;
  return page;
}

/** Where a test can reach the same Chromium. */
export async function debuggingAddress() {
  for (;;) {
    const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')).split('\n');
    if (port) return `http://127.0.0.1:${port}`;
    await sleep(20);
  }
}
