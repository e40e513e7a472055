import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { quietFlags, requireChromium } from './find-chromium.mjs';
import type { RunningApp, StartOptions } from './running-app.ts';
import { builtFolder } from './runtime.ts';

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

/** Starts the built browser edition, and opens its link in a Chromium of its own. */
export async function startInBrowser({ workspaceFolder }: StartOptions): Promise<RunningApp> {
  const server = spawn(
    process.execPath,
    [join(builtFolder(process.env), 'main/browser.js'), '--workspace', workspaceFolder, '--no-open'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const link = await awaitLink(server);
  const browser = await chromium.launch({
    executablePath: requireChromium(process.env),
    chromiumSandbox: false,
    args: [...quietFlags],
  });
  const page = await browser.newPage({ viewport: { width: 1360, height: 860 } });
  await page.goto(link);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    await browser.close();
    server.kill(signal);
    await ended;
  };
  return {
    page,
    close: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    answerNextSave: async () => {
      throw new Error('The browser edition has no save dialog: skip this test there.');
    },
    saveExport: async (action) => {
      const [download] = await Promise.all([page.waitForEvent('download'), action()]);
      return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
    },
  };
}
