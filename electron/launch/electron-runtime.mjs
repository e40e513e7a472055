import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** How long a failed attempt to fetch the runtime is remembered, in milliseconds: a day. */
const failureLifeMs = 24 * 60 * 60_000;

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** @param {string} project */
function failureFile(project) {
  return join(project, 'node_modules', '.cache', 'attest', 'electron-fetch.json');
}

/**
 * What an attempt depends on: after a change of the version or the mirror it is worth another.
 *
 * @param {string} project
 * @param {NodeJS.ProcessEnv} environment
 */
function describeAttempt(project, environment) {
  const { version } = JSON.parse(readFileSync(join(project, 'node_modules', 'electron', 'package.json'), 'utf8'));
  return `${version} ${environment['ELECTRON_MIRROR'] ?? environment['npm_config_electron_mirror'] ?? ''}`;
}

/**
 * The executable of Electron's runtime; `null` where it is absent, incomplete or of another version. Looks where the
 * package `electron` would, without importing it: that would start a download.
 *
 * @param {string} project the project folder
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string | null}
 */
export function findRuntime(project, environment) {
  const folder = join(project, 'node_modules', 'electron');
  const program = readIfThere(join(folder, 'path.txt'));
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const executable = join(override, program ?? 'electron');
    return existsSync(executable) ? executable : null;
  }
  const expected = readIfThere(join(folder, 'package.json'));
  const found = readIfThere(join(folder, 'dist', 'version'));
  if (program === null || expected === null || found === null) return null;
  if (found.trim().replace(/^v/u, '') !== JSON.parse(expected).version) return null;
  const executable = join(folder, 'dist', program);
  return existsSync(executable) ? executable : null;
}

/**
 * Why the last attempt to fetch this version failed; `null` where there was none within a day.
 *
 * @param {string} project the project folder
 * @param {NodeJS.ProcessEnv} environment
 * @param {number} nowMs since the epoch
 * @returns {Promise<string | null>}
 */
export async function recallFailure(project, environment, nowMs) {
  try {
    const { attempt, atMs, reason } = JSON.parse(await readFile(failureFile(project), 'utf8'));
    const isRecent = nowMs >= atMs && nowMs - atMs < failureLifeMs;
    return isRecent && attempt === describeAttempt(project, environment) && typeof reason === 'string' ? reason : null;
  } catch {
    // It is only a note to save time: missing or unreadable, the attempt is made again.
    return null;
  }
}

/**
 * Remembers that an attempt to fetch the runtime failed.
 *
 * @param {string} project the project folder
 * @param {NodeJS.ProcessEnv} environment
 * @param {number} nowMs since the epoch
 * @param {string} reason one sentence
 */
export async function rememberFailure(project, environment, nowMs, reason) {
  const path = failureFile(project);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, JSON.stringify({ attempt: describeAttempt(project, environment), atMs: nowMs, reason }));
  } catch {
    // A folder that cannot be written costs the next start some time, nothing else.
  }
}
