import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What carries the application in a test: real Electron, the double of it, or the browser edition. */
export type Runtime = 'electron' | 'double' | 'browser';

/** The project's folder. */
export const projectRoot = join(import.meta.dirname, '../..');

/** The folder with the built application: `out/`, or the one `ATTEST_OUT` names. Throws where nothing is built. */
export function builtFolder(environment: NodeJS.ProcessEnv): string {
  const folder = environment['ATTEST_OUT'] ?? join(projectRoot, 'out');
  if (existsSync(join(folder, 'main'))) return folder;
  throw new Error(`There is no built application in ${folder}: run “npx electron-vite build” first.`);
}

/** Whether Electron's binary is there. Never imports `electron`, which would start a download. */
function hasElectron(): boolean {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  return existsSync(join(folder, 'path.txt')) && existsSync(join(folder, 'dist'));
}

/**
 * The runtimes to test on: the one `APP_RUNTIME` names, else all that can run here. Throws where it names none, or
 * Electron where its binary is absent.
 */
export function runtimesToTest(environment: NodeJS.ProcessEnv): Runtime[] {
  const available: Runtime[] = hasElectron() ? ['electron', 'double', 'browser'] : ['double', 'browser'];
  const named = environment['APP_RUNTIME'];
  if (!named) return available;
  const chosen = available.filter((runtime) => runtime === named);
  if (chosen.length > 0) return chosen;
  throw new Error(`APP_RUNTIME is ${named}, but here it can only be one of: ${available.join(', ')}.`);
}
