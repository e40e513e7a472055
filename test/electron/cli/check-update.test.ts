import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { checkUpdate } from '../../../electron/cli/commands/check-update.ts';
import { makeKeys, signRelease } from '../../../electron/launch/sign-release.mjs';
import { checkUpdateFile } from '../../../electron/services/update/check-update-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { runAttest } from './run-attest.ts';

// The program that runs in these tests is version 0.0.0.
let room: string;
let stick: string;
const sign = (version: string): Promise<string> =>
  signRelease({
    folder: stick,
    key: join(room, 'private.pem'),
    version,
    date: '2026-11-22',
    project: join(room, 'project'),
  });
const check = (path: string, ...more: string[]) =>
  runAttest(join(room, 'workspace'), [...more, 'check-update', path], join(room, 'project', 'resources'));

beforeEach(async () => {
  room = await temporaryFolder();
  stick = join(room, 'stick');
  await mkdir(stick);
  await mkdir(join(room, 'project'));
  await makeKeys(join(room, 'private.pem'), join(room, 'project'));
  await writeFile(join(stick, 'Attest-0.2.0.AppImage'), 'the program');
});

it('says that a newer release is good, and how it is installed by hand', async () => {
  const run = await check(await sign('0.2.0'));
  expect(run).toMatchObject({ code: 0, error: '' });
  expect(run.out).toContain('Attest-0.2.0.AppImage: as it was signed');
  expect(run.out).toContain('newer than this Attest, 0.0.0');
  expect(run.out).toContain('To install Attest-0.2.0.AppImage: close Attest');
  const json = await check(join(stick, 'Attest-0.2.0.AppImage'), '--json');
  expect(JSON.parse(json.out)).toMatchObject({ version: '0.2.0', standing: 'newer', ok: true });
});

it('says of the version that runs that it is the same', async () => {
  const run = await check(await sign('0.0.0'));
  expect(run.code).toBe(0);
  expect(run.out).toContain('the same version as this Attest');
});

it('fails for an installer that was changed, and tells nobody how to install it', async () => {
  const manifest = await sign('0.2.0');
  await writeFile(join(stick, 'Attest-0.2.0.AppImage'), 'the Program');
  const run = await check(manifest);
  expect(run.code).toBe(1);
  expect(run.error).toContain('Do not install Attest-0.2.0.AppImage');
  expect(run.out).not.toContain('To install');
});

it('fails for a release of which no file is there', async () => {
  const manifest = await sign('0.2.0');
  const alone = await temporaryFolder();
  await copyFile(manifest, join(alone, 'attest-release-0.2.0.json'));
  expect(await check(join(alone, 'attest-release-0.2.0.json'))).toMatchObject({
    code: 1,
    error: expect.stringContaining('put the installer there'),
  });
});

it('refuses a step back', async () => {
  const manifest = await sign('0.2.0');
  const program = { version: '1.0.0', resources: join(room, 'project', 'resources') };
  expect(await checkUpdateFile(manifest, program)).toMatchObject({ value: { standing: 'older' } });
  const told = await checkUpdate.runAlone(program, { operands: [manifest], options: {} });
  expect(told).toMatchObject({
    value: { problem: expect.stringContaining('Attest 0.2.0 is older than this one, 1.0.0') },
  });
});
