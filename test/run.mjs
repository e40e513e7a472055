// The whole test run, in the order in which failures are cheapest: lint, types, unit tests, build, end-to-end specs.
// Needs nothing but Node and the installed packages; Chromium is found, or installed where that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findChromium, requireChromium } from './support/find-chromium.mjs';

const project = join(import.meta.dirname, '..');
const results = join(project, 'test-results');
const unitResults = join(results, 'unit.json');
const unitSecondResults = join(results, 'unit-second.json');
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

/** @typedef {{ passed: number, failed: number, skipped: number, secondTries: number }} Counts */
/** @typedef {{ file: string, name: string, why: string }} Failure */

/** More specs, and more files of unit tests, than these that pass at the second try only are no accident. */
const mostSecondTries = 8;

/**
 * @param {string} path
 * @returns {readonly Failure[]} the unit tests that failed, and the files that broke down before their first test
 */
function failuresIn(path) {
  // The shape is that of vitest's JSON reporter.
  const report = /** @type {any} */ (readJson(path));
  /** @type {any[]} */
  const files = (report?.testResults ?? []).filter((/** @type {any} */ { status }) => status === 'failed');
  return files.flatMap(({ name: file, message, assertionResults }) => {
    /** @type {any[]} */
    const tests = assertionResults.filter((/** @type {any} */ { status }) => status === 'failed');
    if (tests.length === 0) return [{ file, name: 'the file itself', why: String(message ?? '') }];
    return tests.map(({ fullName, failureMessages }) => ({ file, name: fullName, why: failureMessages.join('\n') }));
  });
}

/** Unit tests; where CI decides over other people's work, files that fail are tried once more, by themselves. */
function runUnitTests() {
  /** @type {(results: string, files: readonly string[]) => boolean} */
  const tryAll = (file, files) =>
    runPackage('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...files]);
  if (tryAll(unitResults, [])) return true;
  const files = [...new Set(failuresIn(unitResults).map(({ file }) => file))];
  if (!process.env['CI'] || files.length === 0 || files.length > mostSecondTries) return false;
  console.log(`\n== Unit tests: second try of ${files.join(', ')}`);
  return tryAll(unitSecondResults, files);
}

/** @returns {Counts} */
function countUnitTests() {
  // The shape is that of vitest's JSON reporter.
  const report = /** @type {any} */ (readJson(unitResults));
  const second = /** @type {any} */ (readJson(unitSecondResults));
  const secondTries = second?.success === true ? failuresIn(unitResults).length : 0;
  const failed = report?.numFailedTests ?? 0;
  return {
    passed: (report?.numPassedTests ?? 0) + (secondTries > 0 ? failed : 0),
    failed: secondTries > 0 ? 0 : failed,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    secondTries,
  };
}

/** @returns {Counts} those of the second try are among the passed unless they are too many */
function countEndToEndSpecs() {
  // The shape is that of Playwright's JSON reporter.
  const stats = /** @type {any} */ (readJson(endToEndResults))?.stats;
  const secondTries = stats?.flaky ?? 0;
  const areTooMany = secondTries > mostSecondTries;
  return {
    passed: (stats?.expected ?? 0) + (areTooMany ? 0 : secondTries),
    failed: (stats?.unexpected ?? 0) + (areTooMany ? secondTries : 0),
    skipped: stats?.skipped ?? 0,
    secondTries,
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
  ['Unit tests', runUnitTests],
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
for (const { file, name, why } of failuresIn(unitResults)) {
  console.log(`Unit test that failed: ${relative(project, file)} › ${name}: ${why.split('\n')[0]}`);
}
const secondTries = unit.secondTries + endToEnd.secondTries;
if (secondTries > 0) {
  console.log(`Passed at the second try only, named above: ${secondTries}. Each is a fault to be found.`);
}
if (failedSteps.length > 0) console.log(`Steps that failed: ${failedSteps.join(', ')}.`);
console.log(`${unit.passed + endToEnd.passed} passed, ${failed} failed, ${unit.skipped + endToEnd.skipped} skipped`);
if (failedSteps.length > 0 || failed > 0) process.exitCode = 1;
