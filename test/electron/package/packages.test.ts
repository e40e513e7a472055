import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, getRawHeader, listPackage, statFile } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../support/runtime.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'attest-packages-'));
const madeIn = { linux: join(folder, 'linux'), windows: join(folder, 'windows'), mac: join(folder, 'mac') };
const twin = join(folder, 'другая тека 2');
const extracted = join(folder, 'extracted');

/** Where each package has the archive, and the file with the fuses. */
const packed = {
  linux: { asar: 'linux-unpacked/resources/app.asar', program: 'linux-unpacked/attest' },
  windows: { asar: 'win-unpacked/resources/app.asar', program: 'win-unpacked/Attest.exe' },
  mac: { asar: 'mac/Attest.app/Contents/Resources/app.asar', program: 'mac/Attest.app' },
} as const;
const systems = ['linux', 'windows', 'mac'] as const;

/** What a package is made from. */
const made = [
  ...['core', 'electron', 'renderer', 'resources', 'electron.vite.config.ts', 'lingui.config.ts', 'tsconfig.json'],
  ...['package.json', 'package-lock.json', 'LICENSE', 'THIRD_PARTY_NOTICES.txt'],
];

const asarOf = (system: (typeof systems)[number]): string => join(madeIn[system], packed[system].asar);
const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

function listFiles(root: string): string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(root.length + 1)).sort();
}

/** Puts the file at `from` at `to` as well; a copy of it where that is another disk. */
function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    copyFileSync(from, to);
  }
}

/** The packages as they were installed, really there: behind a link they would be packages of elsewhere, and named otherwise. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkFile(source, target);
  }
}

/** A copy of the sources under another name, with other times, and without a build. */
function makeTwin(): void {
  for (const name of made) cpSync(join(projectRoot, name), join(twin, name), { recursive: true });
  for (const file of listFiles(twin)) utimesSync(join(twin, file), 981_173_106, 981_173_106);
  linkFolder(join(projectRoot, 'node_modules'), join(twin, 'node_modules'));
}

const makePackages = 'electron/package/make-packages.mjs';

/** Makes a package of the project as it is, as `npm run package` does. */
async function makePackage(system: (typeof systems)[number]): Promise<void> {
  const options = [`--${system}`, '--stand-in', '--output', madeIn[system]];
  await run(process.execPath, [makePackages, ...options], { cwd: projectRoot, env: { ...process.env, TZ: 'UTC' } });
}

/** Builds the twin and makes its package, by somebody with other habits. */
async function packageTwin(): Promise<void> {
  const habits = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', NODE_ENV: 'development' };
  const script = `process.umask(0o077); process.argv.push('--linux', '--stand-in'); await import('./${makePackages}');`;
  await run(process.execPath, ['--input-type=module', '-e', script, '--'], {
    cwd: twin,
    env: { ...process.env, ...habits },
  });
}

beforeAll(async () => {
  makeTwin();
  await makePackage('linux');
  await Promise.all([packageTwin(), makePackage('windows').then(() => makePackage('mac'))]);
  extractAll(asarOf('linux'), extracted);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

describe('the program in a package', () => {
  it('is the same, byte for byte, for every system, folder, time, locale and user', () => {
    const asarOfTwin = join(twin, 'packages', packed.linux.asar);
    const twinExtracted = join(folder, 'twin');
    extractAll(asarOfTwin, twinExtracted);
    const differing = (a: string, b: string): string[] =>
      listFiles(a).filter((file) => !existsSync(join(b, file)) || hashOf(join(a, file)) !== hashOf(join(b, file)));
    expect([differing(extracted, twinExtracted), differing(twinExtracted, extracted)]).toEqual([[], []]);
    const hashes = systems.map((system) => hashOf(asarOf(system)));
    expect(new Set([...hashes, hashOf(asarOfTwin)])).toEqual(new Set([hashes[0]]));
  });

  it('is the build, the resources and the licences, and nothing else', () => {
    const files = listFiles(extracted);
    const allowed =
      /^(?:out\/(?:main|preload|renderer)\/|resources\/|(?:LICENSE|THIRD_PARTY_NOTICES\.txt|package\.json)$)/u;
    expect(files.filter((file) => !allowed.test(file.replaceAll('\\', '/')))).toEqual([]);
    expect(files.filter((file) => /\.(?:map|tsx?|po|test\.\w+|log|lock)$|node_modules|\/\./u.test(file))).toEqual([]);
    for (const name of ['main', 'preload', 'renderer']) {
      expect(listFiles(join(extracted, 'out', name))).toEqual(listFiles(join(projectRoot, 'out', name)));
    }
    for (const file of listFiles(join(projectRoot, 'resources'))) {
      expect(hashOf(join(extracted, 'resources', file)), file).toBe(hashOf(join(projectRoot, 'resources', file)));
    }
    expect(hashOf(join(extracted, 'THIRD_PARTY_NOTICES.txt'))).toBe(
      hashOf(join(projectRoot, 'THIRD_PARTY_NOTICES.txt')),
    );
  });

  it('has of package.json what a program needs', () => {
    const { name, version, description, license } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
    expect(JSON.parse(readFileSync(join(extracted, 'package.json'), 'utf8'))).toEqual({
      ...{ name, version, description, license, type: 'module', main: './out/main/index.js' },
      author: 'The Attest developers',
      desktopName: 'attest.desktop',
    });
  });

  it('is inside the archive whole, with nothing that may be executed by itself', () => {
    const entries = listPackage(asarOf('linux'), { isPack: false }).map((path) =>
      statFile(asarOf('linux'), path.slice(1)),
    );
    expect(entries.length).toBeGreaterThan(50);
    expect(entries.filter((entry) => 'executable' in entry && entry.executable)).toEqual([]);
    expect(entries.filter((entry) => 'unpacked' in entry && entry.unpacked)).toEqual([]);
    expect(entries.filter((entry) => 'link' in entry)).toEqual([]);
  });

  it('says nothing of where and by whom it was made, and points at no sources', () => {
    const telling = listFiles(extracted).filter((file) => {
      const text = readFileSync(join(extracted, file), 'latin1');
      return [projectRoot, twin, tmpdir(), 'sourceMappingURL='].some((word) => text.includes(`${word}/`));
    });
    expect(telling).toEqual([]);
  });
});

describe('the packed program', () => {
  const { ATTEST_WORKSPACE: _own, NODE_PATH: _path, ...environment } = process.env;

  it('answers the command line, without a package beside it', async () => {
    const workspace = await temporaryFolder();
    const attest = async (...args: string[]) => {
      const program = [join(extracted, 'out/main/cli.js'), '--workspace', workspace, '--json', ...args];
      return JSON.parse((await run(process.execPath, program, { cwd: workspace, env: environment })).stdout);
    };
    expect(await attest('list')).toHaveLength(5);
    await attest('highlight', '003', '--quote', 'regular use of torture', '--tag', 'torture');
    await attest('export', join(workspace, 'report.docx'));
    expect(readFileSync(join(workspace, 'report.docx')).subarray(0, 2).toString('latin1')).toBe('PK');
    expect(JSON.stringify(await attest('verify', join(workspace, 'report.docx')))).toContain('exact');
  });

  it('serves its reader as the browser edition', async () => {
    const workspace = await temporaryFolder();
    const options = ['--no-open', '--workspace', workspace];
    const server = spawn(process.execPath, [join(extracted, 'out/main/browser.js'), ...options], {
      cwd: workspace,
      env: environment,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    try {
      const [said] = (await once(server.stdout, 'data')) as [Buffer];
      const { host, port, pathname, search } = new URL(said.toString().match(/http:\S+/u)?.[0] ?? '');
      const status = await new Promise((resolve, reject) => {
        const asked = request({ host: '127.0.0.1', port, path: pathname + search, headers: { host } }, (answer) => {
          answer.resume();
          resolve([answer.statusCode, Object.keys(answer.headers).includes('set-cookie')]);
        });
        asked.once('error', reject).end();
      });
      expect(status).toEqual([303, true]);
    } finally {
      server.kill();
      await once(server, 'exit');
    }
  });
});

describe('the runtime in a package', () => {
  it.each(systems)('has each of its fuses set, on %s', async (system) => {
    const { version, ...wire } = await getCurrentFuseWire(join(madeIn[system], packed[system].program));
    const names = Object.keys(FuseV1Options).filter((name) => !/^\d/u.test(name));
    const [on, off] = ['1', '0'].map((digit) => digit.charCodeAt(0));
    expect(version).toBe('1');
    expect(Object.fromEntries(names.map((name, index) => [name, Object.values(wire)[index]]))).toEqual({
      RunAsNode: off,
      EnableCookieEncryption: on,
      EnableNodeOptionsEnvironmentVariable: off,
      EnableNodeCliInspectArguments: off,
      EnableEmbeddedAsarIntegrityValidation: on,
      OnlyLoadAppFromAsar: on,
      LoadBrowserProcessSpecificV8Snapshot: off,
      GrantFileProtocolExtraPrivileges: off,
    });
  });

  it('knows the archive it belongs to by its hash, on macOS and Windows', () => {
    const expected = createHash('sha256')
      .update(getRawHeader(asarOf('linux')).headerString)
      .digest('hex');
    expect(readFileSync(join(madeIn.mac, 'mac/Attest.app/Contents/Info.plist'), 'utf8')).toContain(expected);
    const exe = readFileSync(join(madeIn.windows, packed.windows.program), 'latin1');
    expect(exe).toContain(`[{"file":"resources\\\\app.asar","alg":"SHA256","value":"${expected}"}]`);
  });

  it('has the licences of Attest, its packages and Electron beside it', () => {
    const names = ['LICENSE.txt', 'THIRD_PARTY_NOTICES.txt'];
    for (const system of systems) {
      const beside = readdirSync(join(asarOf(system), '..'));
      expect(beside, system).toEqual(expect.arrayContaining(names));
    }
    expect(readdirSync(join(madeIn.linux, 'linux-unpacked'))).toEqual(
      expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
    );
  });
});

describe('the package for macOS', () => {
  const readPlist = (): string => readFileSync(join(madeIn.mac, 'mac/Attest.app/Contents/Info.plist'), 'utf8');
  const beside = (name: string): string => join(madeIn.mac, 'mac/Attest.app/Contents/Resources', name);

  it('opens Attest archives, and says what they are', () => {
    const plist = readPlist().replace(/\s+/gu, '');
    expect(plist).toContain('<key>CFBundleTypeExtensions</key><array><string>attest</string></array>');
    expect(plist).toContain('<string>application/vnd.attest+zip</string>');
    expect(plist).toContain('<key>LSHandlerRank</key><string>Owner</string>');
  });

  it('asks for no leave to connect anywhere', () => {
    expect(readPlist()).not.toContain('NSAppTransportSecurity');
    expect(readPlist()).toMatch(/<\/dict>\s*<\/plist>\s*$/u);
  });

  it('has our icons', () => {
    expect(hashOf(beside('icon.icns'))).toBe(hashOf(join(projectRoot, 'electron/package/icons/attest.icns')));
    expect(statSync(beside('archive.icns')).size).toBeGreaterThan(0);
  });
});
