import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fail, type Result, succeed } from '../../core/result.ts';
import { portableEnvironment } from '../services/portable-folder.ts';
import { destroyProfile } from './browser-profile.ts';
import { findProgram, listBrowserPaths } from './find-browser.ts';

/** How long a browser's helpers may go on after it has ended, in milliseconds. */
const stragglersMs = 3_000;

/** How soon a browser that will not start gives up, in milliseconds. */
const settleMs = 3_000;

/** What a browser does by itself on the network, or with the text of a page. */
const unwantedFeatures = [
  'AutofillServerCommunication', // Describes every form of a page to a service.
  'DialMediaRouteProvider',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Translate', // Would send the text of a statement to a service.
];

/**
 * Flags that keep the browser of the app window offline, and its profile free of what could read the statements or tell
 * about them. The rule on names is what it comes down to: no switch stops all that a browser wants to tell its maker, but
 * with this one it knows no address to tell it to, its own `.localhost` apart.
 */
export const windowFlags: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  `--disable-features=${unwantedFeatures.join(',')}`,
  '--disable-quic',
  '--disable-sync',
  '--dns-prefetch-disable',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost',
  '--no-pings',
  '--no-proxy-server', // Looking for a proxy asks the network.
];

/**
 * Keeps what is read, searched, typed and saved out of the profile: without it, Chromium writes the fields of a page, its
 * storage and the names of downloads to the disk. Edge has a word of its own for it.
 */
export function privateFlag(browser: string): string {
  return /edge/iu.test(browser) ? '--inprivate' : '--incognito';
}

/** The browser profile of the app window: extensions in its user's own could read notes. */
export function browserProfileFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (platform === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Attest', 'Browser profile');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'Attest', 'Browser profile');
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'attest', 'browser-profile');
}

/** The profile of the app window: in `portable`, where a portable Attest has what Chromium keeps. */
export function windowProfile(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  portable: string | null,
): string {
  return portable === null ? browserProfileFolder(platform, environment) : join(portable, 'browser');
}

/** Whether there is a screen to open a window on. */
export function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}

/** The command that hands a link to the browser the system prefers. */
function systemOpener(link: string, platform: NodeJS.Platform): readonly [string, readonly string[]] {
  if (platform === 'darwin') return ['open', [link]];
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', link]];
  return ['xdg-open', [link]];
}

/** Starts a program that outlives this one. Fails where it cannot be started or gives up at once. `onEnd`: it ended later. */
function startProgram(
  program: string,
  args: readonly string[],
  environment = process.env,
  onEnd: () => void = () => undefined,
): Promise<Result<null>> {
  return new Promise((resolve) => {
    let isSettled = false;
    const child = spawn(program, args, { detached: true, stdio: 'ignore', env: environment });
    const settle = setTimeout(() => {
      isSettled = true;
      resolve(succeed(null));
    }, settleMs);
    settle.unref();
    child.unref();
    child.once('error', (error) => resolve(fail('internal', `${program} could not be started: ${error.message}.`)));
    child.once('exit', (code, signal) => {
      clearTimeout(settle);
      if (isSettled) onEnd();
      else if (code === 0) resolve(succeed(null));
      else resolve(fail('internal', `${program} ended at once (${signal ?? `exit ${code}`}).`));
    });
  });
}

/** Destroys a profile whose browser has ended; once more in a while, for its helpers end after it and may write still. */
async function destroyAfterwards(profile: string): Promise<void> {
  await destroyProfile(profile);
  await wait(stragglersMs, undefined, { ref: false });
  await destroyProfile(profile);
}

/**
 * Opens the link: as an app window of Chromium, Chrome or Edge with a profile of its own, which is made anew where no
 * window has it open and destroyed when the last has gone, else in the browser the system prefers. Fails with a sentence where no window came; the link can then be opened by hand. `portable` is where a
 * portable Attest has the profile, and then the system's own browser is not asked, since it would remember the address.
 */
export async function openWindow(
  link: string,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  portable: string | null = null,
): Promise<Result<null>> {
  const browser = await findProgram(listBrowserPaths(platform, environment));
  if (!browser && portable !== null) {
    return fail(
      'not-found',
      'There is no Chromium, Chrome or Edge here, in which a portable Attest leaves nothing behind.',
    );
  }
  if (!browser) return startProgram(...systemOpener(link, platform));
  const profile = windowProfile(platform, environment, portable);
  await destroyProfile(profile);
  try {
    await mkdir(profile, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('internal', `The folder ${profile} for the browser window cannot be made (${reason}).`);
  }
  const kept = portable === null ? {} : portableEnvironment(portable, platform);
  const flags = [`--app=${link}`, `--user-data-dir=${profile}`, privateFlag(browser), ...windowFlags];
  return startProgram(browser, flags, { ...process.env, ...kept }, () => void destroyAfterwards(profile));
}
