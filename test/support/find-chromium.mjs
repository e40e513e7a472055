import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const commandNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const wellKnownPaths = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Flags that keep Chromium off the network and out of the way in tests.
 *
 * @type {readonly string[]}
 */
export const quietFlags = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The Chromium to test with: the one `ATTEST_CHROMIUM` names, else one on the search path, else one where systems
 * usually put it. `null` where there is none, also when `ATTEST_CHROMIUM` names no program.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string | null}
 */
export function findChromium(environment) {
  const named = environment.ATTEST_CHROMIUM;
  if (named) return isProgram(named) ? named : null;
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onSearchPath = commandNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onSearchPath, ...wellKnownPaths].find(isProgram) ?? null;
}

/**
 * As `findChromium`. Throws, with what to do, where there is none.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string}
 */
export function requireChromium(environment) {
  const found = findChromium(environment);
  if (found !== null) return found;
  throw new Error(
    environment.ATTEST_CHROMIUM
      ? `ATTEST_CHROMIUM is ${environment.ATTEST_CHROMIUM}, which is not a program: correct it or leave it out.`
      : 'The end-to-end tests need Chromium, and none was found: install the package chromium, or set ATTEST_CHROMIUM to its path.',
  );
}
