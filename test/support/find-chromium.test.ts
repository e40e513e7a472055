import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, requireChromium } from './find-chromium.mjs';

let folder = '';

async function makeProgram(path: string): Promise<string> {
  await writeFile(path, '');
  await chmod(path, 0o755);
  return path;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-chromium-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('findChromium', () => {
  it('takes the one that is named before the one on the search path', async () => {
    const named = await makeProgram(join(folder, 'mine'));
    await makeProgram(join(folder, 'chromium'));
    expect(findChromium({ ATTEST_CHROMIUM: named, PATH: folder })).toBe(named);
  });

  it('takes no other where the named one is not a program, and says so', async () => {
    await makeProgram(join(folder, 'chromium'));
    const environment = { ATTEST_CHROMIUM: join(folder, 'absent'), PATH: folder };
    expect(findChromium(environment)).toBeNull();
    expect(() => requireChromium(environment)).toThrow(/ATTEST_CHROMIUM is .*absent/u);
  });

  it('finds it under any usual name on the search path, passing over folders of that name', async () => {
    await mkdir(join(folder, 'chromium'));
    const chrome = await makeProgram(join(folder, 'google-chrome'));
    expect(findChromium({ PATH: `${join(folder, 'absent')}:${folder}` })).toBe(chrome);
  });
});
