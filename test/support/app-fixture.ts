import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import type { ExportedFile, PowerEvent, RunningApp, StartOptions } from './running-app.ts';
import type { Runtime } from './runtime.ts';
import { startInBrowser } from './start-in-browser.ts';
import { startOnDouble } from './start-on-double.ts';
import { startOnElectron } from './start-on-electron.ts';

/** The application under test, over all its starts in one test. */
export interface AppUnderTest {
  readonly runtime: Runtime;
  readonly workspaceFolder: string;
  /** A folder for the test's own files, removed after it. */
  readonly scratchFolder: string;
  /** The page of the present start. */
  readonly page: () => Page;
  /** Closes the application as its user would and starts it again on the same workspace. */
  readonly restart: () => Promise<Page>;
  /** Closes the application as its user would. */
  readonly close: () => Promise<void>;
  /** Ends the application as a crash would (SIGKILL); `start` brings it back. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<Page>;
  /** As `RunningApp.saveExport`. */
  readonly saveExport: (action: () => Promise<void>) => Promise<ExportedFile>;
  /** As `RunningApp.answerNextSave`: throws on the browser edition. */
  readonly answerNextSave: (path: string | null) => Promise<void>;
  /** As `RunningApp.answerNextOpen`: throws on the browser edition. */
  readonly answerNextOpen: (paths: readonly string[] | null) => Promise<void>;
  /** As `RunningApp.tellPower`: throws on the browser edition. */
  readonly tellPower: (event: PowerEvent) => Promise<void>;
}

const starters: Readonly<Record<Runtime, (options: StartOptions) => Promise<RunningApp>>> = {
  electron: startOnElectron,
  double: startOnDouble,
  browser: startInBrowser,
};

function superviseApp(runtime: Runtime, options: StartOptions): AppUnderTest {
  let running: RunningApp | null = null;
  const current = (): RunningApp => {
    if (running === null) throw new Error('The application is not running: start it first.');
    return running;
  };
  const start = async (): Promise<Page> => {
    if (running !== null) throw new Error('The application is running already: close it first.');
    running = await starters[runtime](options);
    return running.page;
  };
  const close = async (): Promise<void> => {
    const ending = running;
    running = null;
    await ending?.close();
  };
  return {
    runtime,
    workspaceFolder: options.workspaceFolder,
    scratchFolder: options.home,
    page: () => current().page,
    start,
    close,
    restart: async () => {
      await close();
      return start();
    },
    kill: async () => {
      const ending = current();
      running = null;
      await ending.kill();
    },
    saveExport: (action) => current().saveExport(action),
    answerNextSave: (path) => current().answerNextSave(path),
    answerNextOpen: (paths) => current().answerNextOpen(paths),
    tellPower: (event) => current().tellPower(event),
  };
}

async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/**
 * Playwright's `test` with the application running. `page` is that of the first start. A spec that prepares or looks
 * into the workspace overrides or reads `workspaceFolder`, a fresh folder for each test; `collection` names another
 * collection than the bundled one, for the browser edition. With `isTourOffered` it is the first start on the device, and
 * the tour is there; otherwise the device has seen it.
 */
export const test = base.extend<
  {
    app: AppUnderTest;
    scratchFolder: string;
    workspaceFolder: string;
    collection: string | null;
    isTourOffered: boolean;
  },
  { runtime: Runtime }
>({
  runtime: ['double', { option: true, scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs off this pattern.
  scratchFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'attest-test-'));
    await use(folder);
    await removeFolder(folder);
  },
  workspaceFolder: async ({ scratchFolder }, use) => {
    await use(join(scratchFolder, 'workspace'));
  },
  collection: [null, { option: true }],
  isTourOffered: [false, { option: true }],
  app: async ({ runtime, scratchFolder, workspaceFolder, collection, isTourOffered }, use) => {
    const app = superviseApp(runtime, {
      workspaceFolder,
      home: scratchFolder,
      isTourOffered,
      ...(collection !== null && { collection }),
    });
    await app.start();
    await use(app);
    await app.close();
  },
  page: async ({ app }, use) => {
    await use(app.page());
  },
});
