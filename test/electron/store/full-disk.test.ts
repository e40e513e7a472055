import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeFileDurably } from '../../../electron/store/write-file-durably.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Mounts a file system of 256 KiB in `folder`; `false` where this user may not. */
function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'attest-test', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('writeFileDurably', () => {
  it('leaves the old file and nothing else when the disk is full', async ({ skip }) => {
    const folder = await temporaryFolder();
    if (!mountSmallDisk(folder)) skip('a small disk cannot be mounted here');
    onTestFinished(() => {
      execFileSync('umount', [folder]);
    });
    const path = join(folder, 'workspace.json');
    await writeFileDurably(path, 'old');
    await expect(writeFileDurably(path, 'x'.repeat(1024 * 1024))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['workspace.json']);
  });

  it('leaves nothing behind where the place cannot be written', async () => {
    const folder = await temporaryFolder();
    await expect(writeFileDurably(folder, 'x')).rejects.toThrow();
    await expect(writeFileDurably(join(folder, 'none', 'file'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(folder)).toEqual([]);
  });
});
