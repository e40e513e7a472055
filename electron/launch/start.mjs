import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfNeeded } from './build-if-needed.mjs';
import { chooseEdition } from './choose-edition.mjs';
import { findRuntime, recallFailure, rememberFailure } from './electron-runtime.mjs';
import { fetchRuntime } from './fetch-runtime.mjs';
import { runBuilt } from './run-built.mjs';

/** Within this time a crash of Electron means that it cannot run here, in milliseconds. */
const startCrashMs = 5_000;

/** What a shell and the loader report for a program whose libraries are missing. */
const librariesMissing = 127;

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

const differences =
  'It works on the same workspace and reads, highlights, searches and exports alike. It has no menu bar and no file dialogs (an export arrives as a download), and its window belongs to a browser: the desktop app blocks every outside connection of its window, while a browser may make some of its own.';

const getRuntime =
  'To get the desktop app: npm start -- --fetch, with access to github.com, or with ELECTRON_MIRROR naming a server that has the Electron releases.';

const project = join(import.meta.dirname, '..', '..');

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {boolean} isAskedAgain @returns {Promise<{ executable: string } | { why: string }>} */
async function obtainRuntime(isAskedAgain) {
  const present = findRuntime(project, process.env);
  if (present) return { executable: present };
  const recent = isAskedAgain ? null : await recallFailure(project, process.env, Date.now());
  if (recent) return { why: `The last attempt to fetch it, less than a day ago, failed: ${recent}.` };
  say('Fetching the Electron runtime, about 100 MB, once…');
  const reason = await fetchRuntime(project);
  const fetched = findRuntime(project, process.env);
  if (fetched) return { executable: fetched };
  const why = reason ?? 'the installer ended without it';
  await rememberFailure(project, process.env, Date.now(), why);
  return { why: `It could not be fetched: ${why}.` };
}

/** @param {string} executable @param {readonly string[]} args @returns {Promise<string | null>} why it cannot run here */
function runDesktop(executable, args) {
  return new Promise((resolve) => {
    const startedMs = performance.now();
    const child = spawn(executable, [project, ...args], { stdio: 'inherit' });
    let isAskedToStop = false;
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      isAskedToStop = true;
      child.kill(signal);
    };
    for (const signal of signals) process.on(signal, forward);
    // The browser edition, where it takes over, answers signals itself.
    child.once('close', () => {
      for (const signal of signals) process.off(signal, forward);
    });
    child.once('error', (error) => resolve(`Electron could not be started: ${error.message}.`));
    child.once('exit', (code, signal) => {
      const isCrash = signal !== null && !isAskedToStop && performance.now() - startedMs < startCrashMs;
      if (code === librariesMissing || isCrash)
        resolve(`Electron cannot run on this system (${signal ?? `exit ${code}`}; what it says is above).`);
      else {
        process.exitCode = code ?? (isAskedToStop ? 0 : 1);
        resolve(null);
      }
    });
  });
}

/** @param {readonly string[]} args @param {boolean} isBrowserAsked @param {boolean} isFetchAsked */
async function start(args, isBrowserAsked, isFetchAsked) {
  const userId = process.getuid?.();
  const choice = chooseEdition({ isBrowserAsked, platform: process.platform, environment: process.env, userId });
  if (choice.edition === 'browser') say(`${choice.why} Starting the browser edition. ${differences}`);
  else {
    const runtime = await obtainRuntime(isFetchAsked);
    if ('executable' in runtime) {
      const whyNot = await runDesktop(runtime.executable, args);
      if (whyNot === null) return;
      say(`${whyNot} Starting the browser edition instead. ${differences}`);
    } else
      say(
        `The desktop app needs the Electron runtime, which is not installed. ${runtime.why} ${getRuntime}\nStarting the browser edition instead. ${differences}`,
      );
  }
  await runBuilt(project, 'browser', args);
}

const own = ['--browser', '--fetch'];
/** Options that only the browser edition has. */
const browserOnly = /^--(?:browser|no-open|port(?:=.*)?)$/u;
const given = process.argv.slice(2);
if (await buildIfNeeded(project))
  await start(
    given.filter((argument) => !own.includes(argument)),
    given.some((argument) => browserOnly.test(argument)),
    given.includes('--fetch'),
  );
else process.exitCode = 1;
