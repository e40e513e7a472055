import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockWorkspace, WorkspaceLockedError } from '../../../electron/store/workspace-lock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function leaveLock(folder: string, owner: Record<string, unknown>): Promise<void> {
  const whole = {
    token: 'other',
    host: 'desktop',
    started: '',
    machine: hostname(),
    since: '2026-01-01T00:00:00.000Z',
    ...owner,
  };
  await writeFile(join(folder, 'workspace.lock'), JSON.stringify(whole));
}

describe('lockWorkspace', () => {
  it('is held by one at a time, and says by whom', async () => {
    const folder = await temporaryFolder();
    const first = await lockWorkspace(folder, 'desktop', 0);
    const second = lockWorkspace(folder, 'command line', 100);
    await expect(second).rejects.toThrow(WorkspaceLockedError);
    await expect(lockWorkspace(folder, 'command line', 0)).rejects.toThrow(`desktop, process ${process.pid}`);
    await first.release();
    await (await lockWorkspace(folder, 'command line', 0)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('waits for the other to let go', async () => {
    const folder = await temporaryFolder();
    const first = await lockWorkspace(folder, 'desktop', 0);
    const second = lockWorkspace(folder, 'browser', 5_000);
    await first.release();
    await (await second).release();
  });

  it('takes over the lock of a process that is gone', async () => {
    const folder = await temporaryFolder();
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    await leaveLock(folder, { processId: child.pid });
    await (await lockWorkspace(folder, 'browser', 0)).release();
  });

  it.runIf(process.platform === 'linux')('takes over the lock of an earlier process with the same number', async () => {
    const folder = await temporaryFolder();
    await leaveLock(folder, { processId: process.pid, started: '1' });
    await (await lockWorkspace(folder, 'browser', 0)).release();
  });

  it('believes the lock of another machine', async () => {
    const folder = await temporaryFolder();
    await leaveLock(folder, { processId: 1, machine: 'elsewhere' });
    await expect(lockWorkspace(folder, 'browser', 0)).rejects.toThrow('on elsewhere');
  });

  it('takes over a damaged lock only when nobody can still be writing it', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'workspace.lock');
    await writeFile(path, '{"tok');
    await expect(lockWorkspace(folder, 'browser', 0)).rejects.toThrow(WorkspaceLockedError);
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(path, longAgo, longAgo);
    await (await lockWorkspace(folder, 'browser', 0)).release();
  });

  it('gives twenty who want it at once one turn each', async () => {
    const folder = await temporaryFolder();
    let holders = 0;
    const turns = Array.from({ length: 20 }, async () => {
      const lock = await lockWorkspace(folder, 'command line', 20_000);
      holders += 1;
      expect(holders).toBe(1);
      await readFile(join(folder, 'workspace.lock'), 'utf8');
      holders -= 1;
      await lock.release();
    });
    await Promise.all(turns);
  });
});
