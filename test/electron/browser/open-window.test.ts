import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findProgram, listBrowserPaths } from '../../../electron/browser/find-browser.ts';
import { browserProfileFolder, hasDisplay, openWindow, privateFlag } from '../../../electron/browser/open-window.ts';

const link = 'http://0123456789abcdef.localhost:1/open?ticket=0';

/** A folder for the PATH with one program in it: a shell script. */
async function makePath(name: string, script: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'attest-path-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, name), 0o700);
  return folder;
}

describe('opening the window', () => {
  it('hands the link to the browser as an app, with a private profile and its sandbox on', async () => {
    const folder = await makePath('chromium', 'printf "%s\\n" "$@" > "$(dirname "$0")/given"');
    const environment = { PATH: folder, XDG_CACHE_HOME: join(folder, 'cache') };
    expect(await openWindow(link, 'linux', environment)).toEqual({ ok: true, value: null });
    const given = (await readFile(join(folder, 'given'), 'utf8')).trim().split('\n');
    const profile = join(folder, 'cache', 'attest', 'browser-profile');
    expect(given).toEqual(expect.arrayContaining([`--app=${link}`, `--user-data-dir=${profile}`, '--disable-sync']));
    expect(given).toContain('--incognito');
    expect(given).toContain('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost');
    expect(given).not.toContain('--no-sandbox');
    expect((await stat(profile)).mode & 0o077).toBe(0);
  });

  it('says so where the browser gives up at once', async () => {
    const folder = await makePath('chromium', 'exit 1');
    const opened = await openWindow(link, 'linux', { PATH: folder, XDG_CACHE_HOME: join(folder, 'cache') });
    expect(opened).toMatchObject({ ok: false, fault: { message: expect.stringContaining('exit 1') } });
  });

  it('says so where the folder for its profile cannot be made', async () => {
    const folder = await makePath('chromium', 'exit 0');
    const opened = await openWindow(link, 'linux', { PATH: folder, XDG_CACHE_HOME: join(folder, 'chromium') });
    expect(opened).toMatchObject({ ok: false, fault: { message: expect.stringContaining(folder) } });
  });
});

describe('the window', () => {
  it('needs a display on Linux alone', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });

  it('is shown by the best browser that is there and may be run', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'attest-path-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const paths = listBrowserPaths('linux', { PATH: `${join(folder, 'none')}:${folder}` });
    expect(await findProgram(paths)).toBeNull();
    await writeFile(join(folder, 'chromium'), '');
    await chmod(join(folder, 'chromium'), 0o600);
    await writeFile(join(folder, 'google-chrome'), '');
    await chmod(join(folder, 'google-chrome'), 0o700);
    await writeFile(join(folder, 'microsoft-edge'), '');
    await chmod(join(folder, 'microsoft-edge'), 0o700);
    expect(await findProgram(paths)).toBe(join(folder, 'google-chrome'));
  });

  it('keeps nothing of what is read in its profile, by the word that each browser has for that', () => {
    expect(privateFlag('/usr/bin/chromium')).toBe('--incognito');
    expect(privateFlag('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')).toBe('--incognito');
    expect(privateFlag('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe')).toBe('--inprivate');
    expect(privateFlag('/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge')).toBe('--inprivate');
  });

  it('has a browser profile of its own in the cache folder', () => {
    expect(browserProfileFolder('linux', { XDG_CACHE_HOME: '/cache' })).toBe('/cache/attest/browser-profile');
  });
});
