import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { quietFlags } from './find-chromium.mjs';
import { recordedFlags } from './offline/recording.ts';
import type { RunningApp, StartOptions } from './running-app.ts';
import { projectRoot } from './runtime.ts';
import { skipTour } from './skip-tour.ts';
import { awaitFile } from './start-on-double.ts';

/** Starts the built desktop application on real Electron. As root, and only in tests, without Chromium's sandbox. */
export async function startOnElectron(options: StartOptions): Promise<RunningApp> {
  const { workspaceFolder, home, isTourOffered = false } = options;
  const app = await _electron.launch({
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...quietFlags,
      ...recordedFlags(process.env),
      `--user-data-dir=${join(home, 'electron')}`,
      projectRoot,
      `--workspace=${workspaceFolder}`,
    ],
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  if (!isTourOffered) {
    // The window opened before anything could be said to it.
    await page.evaluate(skipTour);
    await page.reload();
  }
  const child = app.process();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const answerNextSave = async (answer: { path: string | null } | { folder: string }): Promise<void> => {
    await app.evaluate(({ dialog }, given) => {
      const original = dialog.showSaveDialog;
      dialog.showSaveDialog = async (...args: unknown[]) => {
        dialog.showSaveDialog = original;
        if ('path' in given) return { canceled: given.path === null, filePath: given.path ?? '' };
        const { defaultPath } = args.at(-1) as { defaultPath: string }; // The options are the last of two overloads.
        return { canceled: false, filePath: `${given.folder}/${defaultPath.split(/[\\/]/u).at(-1)}` };
      };
    }, answer);
  };
  return {
    page,
    close: () => app.close(),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    answerNextSave: (path) => answerNextSave({ path }),
    answerNextOpen: async (paths) => {
      await app.evaluate(({ dialog }, given) => {
        const original = dialog.showOpenDialog;
        dialog.showOpenDialog = async () => {
          dialog.showOpenDialog = original;
          return { canceled: given === null, filePaths: [...(given ?? [])] };
        };
      }, paths);
    },
    tellPower: async (event) => {
      await app.evaluate(({ powerMonitor }, told) => powerMonitor.emit(told), event);
    },
    saveExport: async (action) => {
      const folder = join(home, `export-${randomUUID()}`);
      await mkdir(folder);
      await answerNextSave({ folder });
      await action();
      return awaitFile(folder);
    },
  };
}
