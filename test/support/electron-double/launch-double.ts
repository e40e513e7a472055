import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import { quietFlags, requireChromium } from '../find-chromium.mjs';
import { recordedEnvironment, recordedFlags } from '../offline/recording.ts';

const Report = z.discriminatedUnion('type', [
  z.object({ type: z.literal('page'), address: z.string() }),
  z.object({ type: z.literal('outside-request'), url: z.string() }),
  z.object({ type: z.literal('preload-error'), message: z.string() }),
  z.object({ type: z.literal('saving'), path: z.string() }),
  z.object({ type: z.literal('message-box'), message: z.string() }),
  z.object({ type: z.literal('focus') }),
  z.object({ type: z.literal('printed'), url: z.string(), title: z.string(), bytes: z.number() }),
]);
type Report = z.infer<typeof Report>;

/** What the test says to a dialog. A save dialog: a path, a folder that gets the suggested name, or `null` for Cancel. */
export type DialogAnswer =
  | { readonly dialog: 'showSaveDialog'; readonly value: { path: string } | { folder: string } | null }
  | { readonly dialog: 'showOpenDialog'; readonly value: readonly string[] | null }
  | { readonly dialog: 'showMessageBox'; readonly value: number }
  | { readonly dialog: 'showErrorBox'; readonly value: null };

/** What to run, and with what. `home` is a folder for everything the application and Chromium keep. */
export interface DoubleOptions {
  readonly entry: string;
  readonly home: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly answers?: readonly DialogAnswer[];
}

/** The application running on the double. */
export interface Double {
  readonly page: Page;
  /** What the double reported: requests that would have left the computer, errors of the preload, dialogs. */
  readonly reports: readonly Report[];
  /** What the main process printed, both streams. */
  readonly output: () => string;
  readonly answer: (answer: DialogAnswer) => void;
  /** Closes the window as its user would. The application may refuse: then this does not end. Gives the exit code. */
  readonly close: () => Promise<number | null>;
  readonly askToClose: () => void;
  /** What the system tells: it goes to sleep, or its user has locked the screen. */
  readonly tellPower: (event: 'suspend' | 'lock-screen') => void;
  readonly kill: () => Promise<void>;
}

function spawnMain({ entry, home, args, environment, answers }: DoubleOptions): ChildProcess {
  mkdirSync(home, { recursive: true });
  return spawn(process.execPath, [join(import.meta.dirname, 'run-main.mjs'), entry, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...recordedEnvironment(process.env),
      ...environment,
      ELECTRON_DOUBLE_HOME: home,
      ELECTRON_DOUBLE_CHROMIUM: requireChromium(process.env),
      ELECTRON_DOUBLE_FLAGS: JSON.stringify([...quietFlags, ...recordedFlags(process.env)]),
      ELECTRON_DOUBLE_ANSWERS: JSON.stringify(answers ?? []),
    },
  });
}

/** The process number of Chromium itself. */
async function findChromiumProcess(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const found = processInfo.find(({ type }) => type === 'browser');
  if (!found) throw new Error('Chromium did not say which process it is.');
  return found.id;
}

/**
 * Runs a built main process with the module `electron` replaced by the double, until its first page has loaded. Rejects
 * with the exit code and all output where it ends before.
 */
export async function launchDouble(options: DoubleOptions): Promise<Double> {
  const child = spawnMain(options);
  const reports: Report[] = [];
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const address = await new Promise<string>((resolve, reject) => {
    child.on('message', (message) => {
      const report = Report.parse(message);
      reports.push(report);
      if (report.type === 'page') resolve(report.address);
    });
    void exited.then((code) => reject(new Error(`The main process ended with exit code ${code}.\n${output}`)));
  });
  const browser: Browser = await chromium.connectOverCDP(address);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error(`The main process opened no page.\n${output}`);
  const chromiumProcess = await findChromiumProcess(browser);
  return {
    page,
    reports,
    output: () => output,
    answer: (answer) => child.send({ type: 'answer', ...answer }),
    askToClose: () => child.send({ type: 'close-window' }),
    tellPower: (event) => child.send({ type: 'power', event }),
    close: async () => {
      if (child.connected) child.send({ type: 'close-window' });
      const code = await exited;
      await browser.close();
      return code;
    },
    kill: async () => {
      // Left alone, Chromium would outlive the main process for a moment and write into its profile.
      if (child.kill('SIGKILL')) process.kill(chromiumProcess, 'SIGKILL');
      await exited;
      await browser.close();
    },
  };
}
