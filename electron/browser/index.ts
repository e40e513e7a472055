import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import type { AttestService } from '../../core/ipc-contract.ts';
import type { Result } from '../../core/result.ts';
import { askForLink } from '../services/hand-over/ask-for-link.ts';
import { openAttest } from '../services/open-attest.ts';
import { type EarlyListeners, openEarly } from '../services/open-early.ts';
import { preparePortable } from '../services/portable-folder.ts';
import { workspacePlace } from '../services/workspace-folder.ts';
import { destroyProfile } from './browser-profile.ts';
import { createDownloads } from './downloads.ts';
import { hasDisplay, openWindow, windowProfile } from './open-window.ts';
import { type BrowserOptions, parseOptions } from './parse-options.ts';
import { type BrowserServer, startBrowserServer } from './server.ts';
import { loadStaticFiles } from './static-files.ts';
import { createUploads } from './uploads.ts';

/** How long to wait for another Attest to let go of the workspace, in milliseconds. */
const lockWaitMs = 2_000;

/** This file runs as out/main/browser.js. */
const project = join(import.meta.dirname, '..', '..');

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function announce(link: string): void {
  process.stdout.write(`Attest is open at ${link}\n`);
}

/** The value of an outcome, or the end of the program with its sentence. */
function expect<T>(outcome: Result<T>, exitCode = 1): T {
  if (outcome.ok) return outcome.value;
  say(outcome.fault.message);
  process.exit(exitCode);
}

async function readVersion(): Promise<string> {
  // The file is the project's own, and its version is a string.
  const { version } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as { version: string };
  return version;
}

async function showWindow(link: string, profile: string | null): Promise<void> {
  const opened = await openWindow(link, process.platform, process.env, profile);
  if (!opened.ok) say(`No window was opened: ${opened.fault.message} Open the link above in a browser.`);
}

/** Opens the reader of the browser edition that has the workspace already. `false` where there is none. */
async function joinRunning(folder: string, isOpening: boolean, profile: string | null): Promise<boolean> {
  const link = await askForLink(folder);
  if (link === null) return false;
  process.stdout.write(`Attest is open already at ${link}\n`);
  const windowLink = isOpening ? await askForLink(folder) : null;
  if (windowLink === null) return true;
  // What waits for the browser does not keep the program alive: a window that did not open must be told of.
  const alive = setInterval(() => undefined, 1_000);
  await showWindow(windowLink, profile);
  clearInterval(alive);
  return true;
}

/** The services, or `null` where the reader that has the workspace open already was opened instead. */
async function openOrJoin(
  folder: string,
  isOpening: boolean,
  profile: string | null,
  open: () => Promise<Result<AttestService>>,
): Promise<AttestService | null> {
  if (await joinRunning(folder, isOpening, profile)) return null;
  const opened = await open();
  // Another start may have been quicker by a moment.
  if (!opened.ok && (await joinRunning(folder, isOpening, profile))) return null;
  return expect(opened);
}

async function run({ workspace, isOpening, port }: BrowserOptions): Promise<void> {
  const now = (): number => performance.now();
  const files = expect(await loadStaticFiles(join(project, 'out', 'renderer')));
  const downloads = createDownloads(now);
  const uploads = createUploads();
  const { env: environment, platform } = process;
  const { folder, portable, isPortable } = workspacePlace({ chosen: workspace, environment, platform, place: project });
  const profile =
    portable === null ? null : expect(preparePortable(portable, { isWriting: true, environment })).profile;
  const version = await readVersion();
  const isShowing = isOpening && hasDisplay(process.platform, process.env);
  let running: BrowserServer | null = null;
  const open = (listeners: EarlyListeners) =>
    openAttest({
      ...listeners,
      host: 'browser',
      version,
      resources: join(project, 'resources'),
      workspaceFolder: folder,
      isPortable,
      access: 'write',
      searchThread: join(import.meta.dirname, 'search-thread.js'),
      lockWaitMs,
      exportThread: join(import.meta.dirname, 'export-thread.js'),
      importThread: join(import.meta.dirname, 'import-thread.js'),
      convertThread: join(import.meta.dirname, 'convert-thread.js'),
      saveFile: downloads.saveFile,
      pickFile: uploads.pickFile,
      printInReader: downloads.printInReader,
      issueLink: () => running?.issueLink() ?? null,
    });
  const service = await openOrJoin(folder, isShowing, profile, () =>
    openEarly(open, (fault) => expect({ ok: false, fault })),
  );
  if (!service) return;
  service.subscribe((event) => {
    if (event.type === 'vault' && event.vault.state === 'locked') downloads.forget();
  });
  const started = await startBrowserServer({ service, files, downloads, uploads, port, now, log: say });
  if (!started.ok) await service.close();
  const server = expect(started);
  running = server;

  let isWarned = false;
  const stop = async (): Promise<void> => {
    if (await service.close()) {
      server.close();
      // Where its window is open still, that is for the next start.
      if (isShowing) await destroyProfile(windowProfile(platform, environment, profile));
      process.exit(0);
    }
    say(
      `The last changes could not be saved in ${folder}. Check that the disk has room and the folder can be written.`,
    );
    if (isWarned) process.exit(1);
    isWarned = true;
    say('Attest goes on, so that you can try again there. A second Ctrl+C (or SIGTERM) ends it and loses them.');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

  announce(server.issueLink());
  createInterface({ input: process.stdin }).on('line', () => announce(server.issueLink()));
  const renewal = process.stdin.isTTY ? ' Enter gives a fresh one.' : '';
  say(`Attest runs until Ctrl+C, also when its window is closed. A link works once, for a minute.${renewal}`);
  if (isShowing) await showWindow(server.issueLink(), profile);
}

void run(expect(parseOptions(process.argv.slice(2)), 2));
