import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programPlace } from '../../../electron/desktop/program-place.ts';
import { portableEnvironment, preparePortable } from '../../../electron/services/portable-folder.ts';
import { workspacePlace } from '../../../electron/services/workspace-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { runAttest } from '../cli/run-attest.ts';

describe('the workspace folder', () => {
  const usual = { chosen: undefined, environment: { XDG_DATA_HOME: '/data' }, platform: 'linux' } as const;

  it('is where the system keeps data, unless a folder attest-data is beside the program', async () => {
    const place = await temporaryFolder();
    expect(workspacePlace({ ...usual, place })).toEqual({ folder: '/data/attest', portable: null, isPortable: false });
    await writeFile(join(place, 'attest-data'), 'a file makes nothing portable');
    expect(workspacePlace({ ...usual, place })).toMatchObject({ portable: null });
    const stick = await temporaryFolder();
    const portable = join(stick, 'attest-data');
    await mkdir(portable);
    expect(workspacePlace({ ...usual, place: stick })).toEqual({
      folder: join(portable, 'workspace'),
      portable,
      isPortable: true,
    });
  });

  it('is the one that is named, before all others; what else is kept stays beside a portable program', async () => {
    const place = await temporaryFolder();
    const portable = join(place, 'attest-data');
    await mkdir(portable);
    const environment = { ATTEST_WORKSPACE: '/by/variable' };
    expect(workspacePlace({ ...usual, environment, place })).toEqual({
      folder: '/by/variable',
      portable,
      isPortable: false,
    });
    expect(workspacePlace({ ...usual, environment, place, chosen: '/by/option' }).folder).toBe('/by/option');
  });
});

describe('the place of the program', () => {
  const packaged = { isPackaged: true, project: '/p', environment: {} };

  it('is what its user sees of it, on every system', () => {
    expect(programPlace({ ...packaged, isPackaged: false, executable: '/x/electron', platform: 'linux' })).toBe('/p');
    expect(programPlace({ ...packaged, executable: '/opt/Attest/attest', platform: 'linux' })).toBe('/opt/Attest');
    const mac = { ...packaged, platform: 'darwin' } as const;
    expect(programPlace({ ...mac, executable: '/Volumes/Stick/Attest.app/Contents/MacOS/Attest' })).toBe(
      '/Volumes/Stick',
    );
    const environment = { PORTABLE_EXECUTABLE_DIR: 'E:\\' };
    expect(programPlace({ ...packaged, executable: '/tmp/x/Attest.exe', platform: 'win32', environment })).toBe('E:\\');
  });

  it('is beside the AppImage that it runs from, and not beside one that only started it', () => {
    const environment = { APPIMAGE: '/media/stick/Attest.AppImage', APPDIR: '/tmp/.mount_x' };
    const linux = { ...packaged, platform: 'linux', environment } as const;
    expect(programPlace({ ...linux, executable: '/tmp/.mount_x/attest' })).toBe('/media/stick');
    expect(programPlace({ ...linux, executable: '/opt/Attest/attest' })).toBe('/opt/Attest');
  });
});

describe('a portable folder', () => {
  it('is ready, with a folder for the profile, and leaves no trace of having been tried', async () => {
    const folder = await temporaryFolder();
    expect(preparePortable(folder, { isWriting: false, environment: {} })).toMatchObject({ ok: true });
    expect(await readdir(folder)).toEqual([]);
    expect(preparePortable(folder, { isWriting: true, environment: {} })).toEqual({
      ok: true,
      value: { profile: join(folder, 'profile') },
    });
    expect(await readdir(folder)).toEqual(['profile']);
  });

  it.runIf(existsSync('/sys/kernel'))('that cannot be written is told of in one sentence', async () => {
    const place = await temporaryFolder();
    await symlink('/sys/kernel', join(place, 'attest-data'));
    const said = preparePortable(join(place, 'attest-data'), { isWriting: true, environment: {} });
    expect(said).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('is portable and keeps everything in') },
    });
  });

  it.runIf(process.getuid?.() === 0)('of another account is refused, except by the administrator', async () => {
    const folder = await temporaryFolder();
    await chown(folder, 4321, 4321);
    expect(preparePortable(folder, { isWriting: true, environment: {} }).ok).toBe(true);
    const getuid = process.getuid;
    process.getuid = () => 1234;
    try {
      expect(preparePortable(folder, { isWriting: false, environment: {} })).toMatchObject({
        ok: false,
        fault: { message: expect.stringContaining('belongs to another account') },
      });
    } finally {
      if (getuid) process.getuid = getuid;
    }
  });

  it('on a disk without symbolic links has Chromium’s profile where it goes with the session', async () => {
    const [folder, runtime] = [await temporaryFolder(), await temporaryFolder()];
    const ground = {
      isWriting: true,
      environment: { XDG_RUNTIME_DIR: runtime },
      makeLink: () => {
        throw Object.assign(new Error('operation not permitted'), { code: 'EPERM' });
      },
    };
    const prepared = preparePortable(folder, ground);
    expect(prepared).toMatchObject({ ok: true, value: { profile: expect.stringContaining(runtime) } });
    expect(preparePortable(folder, ground)).toEqual(prepared);
    expect(await readdir(folder)).toEqual([]);
    expect(await readdir(runtime)).toHaveLength(1);
  });

  it('takes the caches of what Chromium is made of on Linux', () => {
    expect(portableEnvironment('/s/profile', 'linux')).toEqual({
      XDG_CACHE_HOME: '/s/profile/cache',
      XDG_DATA_HOME: '/s/profile/data',
      BREAKPAD_DUMP_LOCATION: '/s/profile/crashes',
    });
    expect(portableEnvironment('/s/profile', 'win32')).toEqual({});
  });
});

it('check-update opens and makes no workspace', async () => {
  const folder = join(await temporaryFolder(), 'workspace');
  const run = await runAttest(folder, ['check-update', join(folder, 'absent.json')]);
  expect(run).toMatchObject({ code: 1, out: '' });
  expect(run.error).toContain('There is no file');
  expect(existsSync(folder)).toBe(false);
});
