import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { windowFlags } from '../../electron/browser/open-window.ts';
import { requireChromium } from './find-chromium.mjs';
import { recordedEnvironment, recordedFlags } from './offline/recording.ts';
import type { RunningApp, StartOptions } from './running-app.ts';
import { builtFolder } from './runtime.ts';
import { skipTour } from './skip-tour.ts';
import { stageApp } from './stage-app.ts';

const linkLine = /^Attest is open at (\S+)$/u;

/** The link that the server prints. Rejects with its output where it ends before. */
function awaitLink(server: ChildProcess): Promise<string> {
  let output = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    if (server.stdout) {
      createInterface({ input: server.stdout }).on('line', (line) => {
        output += `${line}\n`;
        const link = linkLine.exec(line)?.[1];
        if (link) resolve(link);
      });
    }
    server.once('close', (code) => reject(new Error(`The browser edition ended with exit code ${code}.\n${output}`)));
  });
}

/** The browser edition without a window. */
interface ServedReader {
  /** Opens the reader, once. */
  readonly link: string;
  /** Ends it, and waits for its end. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

/** Starts the browser edition, with these arguments, and opens no window. `folder` is where it is built. */
export async function serveReader(
  args: readonly string[],
  folder: string = builtFolder(process.env),
): Promise<ServedReader> {
  const server = spawn(process.execPath, [join(folder, 'main/browser.js'), '--no-open', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: recordedEnvironment(process.env),
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const link = await awaitLink(server);
  return {
    link,
    end: async (signal) => {
      server.kill(signal);
      await ended;
    },
  };
}

/** Starts the built browser edition, and opens its link in a Chromium of its own. */
export async function startInBrowser(options: StartOptions): Promise<RunningApp> {
  const { workspaceFolder, home, collection, isTourOffered = false } = options;
  const built = builtFolder(process.env);
  const folder = collection === undefined ? built : await stageApp(built, join(home, 'staged'), collection);
  const served = await serveReader(['--workspace', workspaceFolder], folder);
  const browser = await chromium.launch({
    executablePath: requireChromium(process.env),
    chromiumSandbox: false,
    args: [...windowFlags, ...recordedFlags(process.env)],
  });
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 } });
  if (!isTourOffered) await page.addInitScript(skipTour);
  await page.goto(served.link);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    await browser.close();
    await served.end(signal);
  };
  return {
    page,
    close: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    answerNextSave: async () => {
      throw new Error('The browser edition has no save dialog: skip this test there.');
    },
    answerNextOpen: async () => {
      throw new Error('The browser edition has no dialog of the system: skip this test there.');
    },
    tellPower: async () => {
      throw new Error('The browser edition is told nothing by the system: skip this test there.');
    },
    saveExport: async (action) => {
      const [download] = await Promise.all([page.waitForEvent('download'), action()]);
      return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
    },
  };
}
