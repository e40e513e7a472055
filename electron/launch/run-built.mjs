import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Runs one of the built programs in this process, as if Node had been started with it.
 *
 * @param {string} project the project folder
 * @param {'browser' | 'cli'} program
 * @param {readonly string[]} args
 */
export async function runBuilt(project, program, args) {
  const path = join(project, 'out', 'main', `${program}.js`);
  process.argv = [process.execPath, path, ...args];
  await import(pathToFileURL(path).href);
}
