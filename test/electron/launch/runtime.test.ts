import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { chooseEdition } from '../../../electron/launch/choose-edition.mjs';
import { findRuntime, recallFailure, rememberFailure } from '../../../electron/launch/electron-runtime.mjs';
import { fetchRuntime } from '../../../electron/launch/fetch-runtime.mjs';

const dayMs = 24 * 60 * 60_000;

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** A project with Electron's package as npm installs it, without a runtime; `installer` stands for its install.js. */
async function makeProject(installer = ''): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'attest-runtime-'));
  onTestFinished(() => rm(project, { recursive: true, force: true }));
  await put(join(project, 'node_modules', 'electron', 'package.json'), '{"version":"45.4.1"}');
  await put(join(project, 'node_modules', 'electron', 'install.js'), installer);
  return project;
}

async function installRuntime(project: string, version: string): Promise<string> {
  const folder = join(project, 'node_modules', 'electron');
  await put(join(folder, 'path.txt'), 'electron');
  await put(join(folder, 'dist', 'version'), version);
  await put(join(folder, 'dist', 'electron'), '');
  return join(folder, 'dist', 'electron');
}

describe('the runtime', () => {
  it('is absent after npm ci', async () => {
    expect(findRuntime(await makeProject(), {})).toBeNull();
  });

  it.each(['45.4.1', 'v45.4.1', 'v45.4.1\n'])('is found where its version is the package’s: %j', async (version) => {
    const project = await makeProject();
    const executable = await installRuntime(project, version);
    expect(findRuntime(project, {})).toBe(executable);
  });

  it('of another version, or without its program, is not taken', async () => {
    const project = await makeProject();
    const executable = await installRuntime(project, '44.0.0');
    expect(findRuntime(project, {})).toBeNull();
    await installRuntime(project, '45.4.1');
    await rm(executable);
    expect(findRuntime(project, {})).toBeNull();
  });

  it('is taken from the folder that the environment names', async () => {
    const project = await makeProject();
    const elsewhere = join(project, 'elsewhere');
    const environment = { ELECTRON_OVERRIDE_DIST_PATH: elsewhere };
    expect(findRuntime(project, environment)).toBeNull();
    await put(join(elsewhere, 'electron'), '');
    expect(findRuntime(project, environment)).toBe(join(elsewhere, 'electron'));
  });
});

describe('a failed attempt to fetch it', () => {
  it('is remembered for a day', async () => {
    const project = await makeProject();
    expect(await recallFailure(project, {}, 0)).toBeNull();
    await rememberFailure(project, {}, 1000, 'no network');
    expect(await recallFailure(project, {}, 1000 + dayMs - 1)).toBe('no network');
    expect(await recallFailure(project, {}, 1000 + dayMs)).toBeNull();
  });

  it('is forgotten for another mirror, another version, a clock set back or a spoilt note', async () => {
    const project = await makeProject();
    await rememberFailure(project, {}, 1000, 'no network');
    expect(await recallFailure(project, { ELECTRON_MIRROR: 'https://mirror.example/' }, 1000)).toBeNull();
    expect(await recallFailure(project, {}, 999)).toBeNull();
    await put(join(project, 'node_modules', 'electron', 'package.json'), '{"version":"45.4.2"}');
    expect(await recallFailure(project, {}, 1000)).toBeNull();
    await put(join(project, 'node_modules', '.cache', 'attest', 'electron-fetch.json'), '{');
    expect(await recallFailure(project, {}, 1000)).toBeNull();
  });
});

describe('fetching it', () => {
  it('says nothing where the installer succeeds', async () => {
    expect(await fetchRuntime(await makeProject('process.exit(0)'))).toBeNull();
  });

  it('gives the installer’s reason in one line where it fails', async () => {
    const project = await makeProject('console.error("noise\\nError: checksum mismatch\\n    at x"); process.exit(1)');
    expect(await fetchRuntime(project)).toBe('Error: checksum mismatch');
  });

  it('says in plain words that there is no way to the server', async () => {
    const project = await makeProject('console.error("TypeError: fetch failed"); process.exit(1)');
    expect(await fetchRuntime(project)).toContain('cannot be reached');
  });

  it('gives up where nothing arrives', async () => {
    const project = await makeProject('setInterval(() => {}, 1000)');
    expect(await fetchRuntime(project, { stallMs: 150, pollMs: 30 })).toBe('nothing arrived for a minute');
  });

  it('goes on as long as something arrives, however slowly', async () => {
    const project = await makeProject(`
      const file = require('node:path').join(require('node:os').tmpdir(), 'electron.zip');
      let times = 0;
      setInterval(() => {
        require('node:fs').appendFileSync(file, 'x');
        times += 1;
        if (times === 12) process.exit(0);
      }, 100);`);
    expect(await fetchRuntime(project, { stallMs: 600, pollMs: 30 })).toBeNull();
  });
});

describe('the edition', () => {
  const machine = { isBrowserAsked: false, platform: 'linux', environment: { DISPLAY: ':0' }, userId: 1000 } as const;

  it('is the desktop app where there is a display and an ordinary user', () => {
    expect(chooseEdition(machine).edition).toBe('desktop');
    expect(chooseEdition({ ...machine, environment: { WAYLAND_DISPLAY: 'w' } }).edition).toBe('desktop');
    expect(chooseEdition({ ...machine, platform: 'darwin', environment: {}, userId: 0 }).edition).toBe('desktop');
    expect(chooseEdition({ ...machine, platform: 'win32', environment: {}, userId: undefined }).edition).toBe(
      'desktop',
    );
  });

  it.each([
    ['no display', { environment: {} }, 'display'],
    ['root', { userId: 0 }, 'root'],
    ['the wish for it', { isBrowserAsked: true }, 'asked'],
  ])('is the browser edition with %s, and says so', (_what, change, word) => {
    const choice = chooseEdition({ ...machine, ...change });
    expect(choice.edition).toBe('browser');
    if (choice.edition === 'browser') expect(choice.why).toContain(word);
  });
});
