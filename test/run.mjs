// The whole test run, in the order in which failures are cheapest: lint, types, unit tests, build, end-to-end specs.
// Needs nothing but Node and the installed packages; Chromium is found, or installed where that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findChromium, requireChromium } from './support/find-chromium.mjs';

const project = join(import.meta.dirname, '..');
const results = join(project, 'test-results');
const unitResults = join(results, 'unit.json');
const endToEndResults = join(results, 'e2e.json');

/**
 * @param {string} command
 * @param {readonly string[]} parameters
 * @returns {boolean} whether it ended well
 */
function run(command, parameters) {
  const { status, error } = spawnSync(command, parameters, { cwd: project, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  return status === 0;
}

/**
 * @param {string} name
 * @param {readonly string[]} parameters
 */
function runPackage(name, parameters) {
  const bin = join(project, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
  return run(bin, parameters);
}

/** Installs Debian's Chromium where this user may; says what to do elsewhere. */
function ensureChromium() {
  if (findChromium(process.env) === null && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Chromium is not here: installing the package chromium for the end-to-end tests.');
    const quiet = ['-qq', '-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=300'];
    const environment = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', ...quiet];
    if (run('env', [...environment, 'update'])) run('env', [...environment, 'install', '-y', 'chromium']);
  }
  try {
    console.log(`Chromium: ${requireChromium(process.env)}`);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/**
 * @param {string} path
 * @returns {unknown} the JSON in the file, `null` where there is none
 */
function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @returns {Counts} */
function countUnitTests() {
  // The shape is that of vitest's JSON reporter.
  const report = /** @type {any} */ (readJson(unitResults));
  return {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}

/** @returns {readonly string[]} the unit tests that failed, and the files that broke down before their first test, a line each */
function nameFailedUnitTests() {
  // The shape is that of vitest's JSON reporter.
  const report = /** @type {any} */ (readJson(unitResults));
  /** @type {any[]} */
  const files = (report?.testResults ?? []).filter((/** @type {any} */ { status }) => status === 'failed');
  return files.flatMap(({ name, message, assertionResults }) => {
    const file = relative(project, name);
    /** @type {any[]} */
    const tests = assertionResults.filter((/** @type {any} */ { status }) => status === 'failed');
    if (tests.length === 0) return [`${file}: ${String(message).split('\n')[0]}`];
    return tests.map(({ fullName, failureMessages }) => `${file} › ${fullName}: ${failureMessages[0]?.split('\n')[0]}`);
  });
}

/** @returns {Counts} */
function countEndToEndSpecs() {
  // The shape is that of Playwright's JSON reporter.
  const stats = /** @type {any} */ (readJson(endToEndResults))?.stats;
  return {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** @type {readonly (readonly [string, () => boolean])[]} */
const steps = [
  ['Lint', () => runPackage('biome', ['ci', '--error-on-warnings', '.']) && runPackage('knip', [])],
  ['Types', () => ['core', 'electron', 'renderer', 'test'].every((folder) => runPackage('tsc', ['-p', folder]))],
  ['Chromium', ensureChromium],
  ['Build', () => run(process.execPath, ['electron/launch/build-if-needed.mjs'])],
  [
    'Unit tests',
    () => runPackage('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitResults}`]),
  ],
  ['End-to-end specs', () => runPackage('playwright', ['test'])],
];

const failedSteps = steps.flatMap(([name, step]) => {
  console.log(`\n== ${name}`);
  const hasPassed = step();
  if (!hasPassed) console.error(`== ${name}: failed`);
  return hasPassed ? [] : [name];
});

const [unit, endToEnd] = [countUnitTests(), countEndToEndSpecs()];
const failed = unit.failed + endToEnd.failed;
console.log(`\nUnit tests: ${unit.passed} passed, ${unit.failed} failed, ${unit.skipped} skipped.`);
console.log(`End-to-end specs: ${endToEnd.passed} passed, ${endToEnd.failed} failed, ${endToEnd.skipped} skipped.`);
// At the end of a long record, since that is what is looked at.
for (const line of nameFailedUnitTests()) console.log(`Unit test that failed: ${line}`);
if (failedSteps.length > 0) console.log(`Steps that failed: ${failedSteps.join(', ')}.`);
console.log(`${unit.passed + endToEnd.passed} passed, ${failed} failed, ${unit.skipped + endToEnd.skipped} skipped`);
if (failedSteps.length > 0) process.exitCode = 1;
