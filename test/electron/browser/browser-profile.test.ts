import { link, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { destroyProfile } from '../../../electron/browser/browser-profile.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A process that has ended: none has the number that is past the highest. */
const nobody = 4_194_305;

/** A profile with a note in it, which `kept` looks at from without. */
async function profileWithNote() {
  const cache = await temporaryFolder();
  const profile = join(cache, 'browser-profile');
  await mkdir(join(profile, 'Default', 'Sessions'), { recursive: true });
  const note = join(profile, 'Default', 'Sessions', 'Apps_1');
  await writeFile(note, 'QQSECRETQQ');
  // Another name of the same bytes: what is left of them on the disk.
  const bytes = join(await temporaryFolder(), 'bytes');
  await link(note, bytes);
  return { cache, profile, kept: () => readFile(bytes, 'utf8') };
}

describe.skipIf(process.platform === 'win32')('the profile of the app window', () => {
  it('is overwritten and removed where no browser has it open', async () => {
    const { cache, profile, kept } = await profileWithNote();
    const elsewhere = join(await temporaryFolder(), 'elsewhere');
    await writeFile(elsewhere, 'not of the profile');
    await symlink(elsewhere, join(profile, 'Default', 'link'));
    await symlink(`${hostname()}-${nobody}`, join(profile, 'SingletonLock'));
    await writeFile(join(cache, 'another file'), 'stays');
    await destroyProfile(profile);
    expect(await readdir(cache)).toEqual(['another file']);
    expect(await kept()).toBe('\0'.repeat('QQSECRETQQ'.length));
    expect(await readFile(elsewhere, 'utf8')).toBe('not of the profile');
  });

  it.each([
    ['here', `${hostname()}-${process.pid}`],
    ['on another computer', `another-computer-${nobody}`],
  ])('is left alone while a browser has it open %s', async (_, mark) => {
    const { cache, profile, kept } = await profileWithNote();
    await symlink(mark, join(profile, 'SingletonLock'));
    await destroyProfile(profile);
    expect(await readdir(cache)).toEqual(['browser-profile']);
    expect(await kept()).toBe('QQSECRETQQ');
  });

  it('is removed with what an earlier time left undone', async () => {
    const { cache, profile } = await profileWithNote();
    await mkdir(`${profile}.ended-1-2`);
    await writeFile(join(`${profile}.ended-1-2`, 'half'), 'done');
    await destroyProfile(profile);
    expect(await readdir(cache)).toEqual([]);
  });

  it('need not be there', async () => {
    const folder = await temporaryFolder();
    await destroyProfile(join(folder, 'none', 'profile'));
    expect(await readdir(folder)).toEqual([]);
  });
});
