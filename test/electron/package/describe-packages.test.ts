import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describePackages } from '../../../electron/package/describe-packages.mjs';
import { packageApp } from '../../../electron/package/package-app.mjs';
import { projectRoot } from '../../support/runtime.ts';

const describeWith = (isCertified: boolean) =>
  describePackages({
    program: '/program',
    output: '/packages',
    electronVersion: '45.4.1',
    electronDist: null,
    isCertified,
    maintainer: 'Anna <anna@example.org>',
  });
const packages = describeWith(false);

const targetsOf = (target: unknown) => [target].flat().map((one) => (one as { target: string }).target);

describe('the packages', () => {
  it('are an AppImage and a deb, an installer and a portable program, and a disk image for both processors', () => {
    expect(targetsOf(packages.linux?.target)).toEqual(['AppImage', 'deb']);
    expect(targetsOf(packages.win?.target)).toEqual(['nsis', 'portable']);
    expect(packages.mac?.target).toEqual([{ target: 'dmg', arch: ['universal'] }]);
  });

  it('open Attest archives on every system', () => {
    const associations = [packages.linux, packages.win, packages.mac].map((one) => [one?.fileAssociations].flat());
    expect(associations.map((one) => one.map((association) => association?.ext))).toEqual([
      ['attest'],
      ['attest'],
      ['attest'],
    ]);
    expect([packages.linux?.fileAssociations].flat()[0]?.mimeType).toBe('application/vnd.attest+zip');
  });

  it('bring no updater and publish nothing', () => {
    expect(packages.publish).toBeNull();
    expect(packages.nsis?.differentialPackage).toBe(false);
    expect(packages.dmg?.writeUpdateInfo).toBe(false);
  });

  it('never start Attest without its sandbox', () => {
    expect(packages.linux?.executableArgs).toEqual([]);
    expect(packages.toolsets?.appimage).not.toBe('0.0.0');
    expect(JSON.stringify(packages)).not.toContain('no-sandbox');
  });

  it('are installed on Windows for one user without administrator rights, and take no work away with them', () => {
    expect(packages.nsis).toMatchObject({ perMachine: false, allowElevation: false, deleteAppDataOnUninstall: false });
    expect(packages.portable).toMatchObject({ requestExecutionLevel: 'user' });
  });
});

describe('the package for macOS', () => {
  it('is hardened where there is a certificate, and signed for itself alone where there is none', () => {
    expect(describeWith(true).mac).toMatchObject({ hardenedRuntime: true });
    expect(describeWith(true).mac?.identity).toBeUndefined();
    expect(packages.mac).toMatchObject({ hardenedRuntime: false, identity: '-' });
  });

  it('is entitled to compile scripts, without which no page runs, and to nothing else', () => {
    const plist = readFileSync(join(projectRoot, 'electron/package/entitlements.plist'), 'utf8');
    expect([...plist.matchAll(/<key>(.+?)<\/key>/gu)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
    expect(packages.mac?.entitlementsInherit).toBe(packages.mac?.entitlements);
    expect(packages.mac?.preAutoEntitlements).toBe(false);
  });
});

it('a deb without the address of a home page is refused in one sentence, before anything is made', async () => {
  const output = await mkdtemp(join(tmpdir(), 'attest-none-'));
  try {
    const making = packageApp({ project: projectRoot, output, system: 'linux', environment: {} });
    await expect(making).rejects.toThrow(/set ATTEST_HOMEPAGE/u);
  } finally {
    await rm(output, { recursive: true, force: true });
  }
});
