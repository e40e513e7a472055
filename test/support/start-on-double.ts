import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Double, launchDouble } from './electron-double/launch-double.ts';
import type { ExportedFile, RunningApp, StartOptions } from './running-app.ts';
import { builtFolder } from './runtime.ts';
import { skipTour } from './skip-tour.ts';

/** The only file that appears in `folder`, once it is complete: exports are renamed into place. */
export async function awaitFile(folder: string): Promise<ExportedFile> {
  const finished = async (): Promise<string[]> => (await readdir(folder)).filter((name) => !name.startsWith('.'));
  await expect.poll(finished, { message: 'the exported file' }).toHaveLength(1);
  const name = (await finished())[0] ?? '';
  return { name, content: await readFile(join(folder, name)) };
}

/** What no test may have caused: a request that got past the application's rules, a preload that does not run. */
function complaintsOf({ reports }: Double): string[] {
  return reports.flatMap((report) => {
    if (report.type === 'outside-request') return [`A request would have left the computer: ${report.url}`];
    return report.type === 'preload-error' ? [`The preload failed: ${report.message}`] : [];
  });
}

/** Starts the built desktop application on the Electron double. */
export async function startOnDouble(options: StartOptions): Promise<RunningApp> {
  const { workspaceFolder, home, isTourOffered = false } = options;
  const double = await launchDouble({
    entry: join(builtFolder(process.env), 'main/index.js'),
    home: join(home, 'double'),
    args: ['--workspace', workspaceFolder],
    ...(isTourOffered ? {} : { environment: { ELECTRON_DOUBLE_PAGE_SCRIPT: `(${skipTour})()` } }),
  });
  return {
    page: double.page,
    close: async () => {
      const code = await double.close();
      const complaints = complaintsOf(double);
      if (code !== 0) complaints.push(`The main process ended with exit code ${code}.`, double.output());
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    },
    kill: double.kill,
    answerNextSave: async (path) => {
      double.answer({ dialog: 'showSaveDialog', value: path === null ? null : { path } });
    },
    answerNextOpen: async (paths) => {
      double.answer({ dialog: 'showOpenDialog', value: paths });
    },
    tellPower: async (event) => double.tellPower(event),
    saveExport: async (action) => {
      const folder = join(home, `export-${randomUUID()}`);
      await mkdir(folder);
      double.answer({ dialog: 'showSaveDialog', value: { folder } });
      await action();
      return awaitFile(folder);
    },
  };
}
