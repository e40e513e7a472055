import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { link, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'rolldown';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { claimPath, lockPath } from '../../../electron/store/lock-chain.ts';
import { lockWorkspace, readHolder, WorkspaceLockedError } from '../../../electron/store/workspace-lock.ts';
import { patient } from '../../support/patient.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function leaveOwner(path: string, owner: Record<string, unknown>): Promise<void> {
  const whole = {
    token: 'other',
    host: 'desktop',
    started: '',
    machine: hostname(),
    since: '2026-01-01T00:00:00.000Z',
    ...owner,
  };
  await writeFile(path, JSON.stringify(whole));
}

async function leaveLock(folder: string, owner: Record<string, unknown>): Promise<void> {
  await leaveOwner(lockPath(folder), owner);
}

/** The number of a process that is no more. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

/** Dates a file as if it had been written so many milliseconds ago. */
async function makeOlder(path: string, byMs: number): Promise<void> {
  const { mtimeMs } = await stat(path);
  await utimes(path, new Date(), new Date(mtimeMs - byMs));
}

const noLinks = async (): Promise<void> => {
  throw Object.assign(new Error('there are no hard links here'), { code: 'EPERM' });
};

describe.each([
  ['with hard links', link],
  ['on a disk without hard links', noLinks],
])('lockWorkspace %s', (_, makeLink) => {
  it('is held by one at a time, and leaves nothing behind', async () => {
    const folder = await temporaryFolder();
    const first = await lockWorkspace(folder, 'desktop', 0, { makeLink });
    const second = lockWorkspace(folder, 'command line', 100, { makeLink });
    await expect(second).rejects.toThrow(WorkspaceLockedError);
    await first.release();
    await first.release();
    await (await lockWorkspace(folder, 'command line', 0, { makeLink })).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('waits for the other to let go', async () => {
    const folder = await temporaryFolder();
    const first = await lockWorkspace(folder, 'desktop', 0, { makeLink });
    const second = lockWorkspace(folder, 'browser', 5_000, { makeLink });
    await first.release();
    await (await second).release();
  });

  it('takes over the lock of a process that is gone, with the door that it left', async () => {
    const folder = await temporaryFolder();
    await leaveLock(folder, { processId: await endedProcess(), door: '/tmp/attest-door-abc123/door' });
    const lock = await lockWorkspace(folder, 'browser', 0, { makeLink });
    expect(lock.deadDoors).toEqual(['/tmp/attest-door-abc123/door']);
    expect(await lock.isHeld()).toBe(true);
    expect(await readdir(folder)).toEqual(['workspace.lock']);
    await lock.release();
  });

  it('takes over from one that died while it was taking over', async () => {
    const folder = await temporaryFolder();
    const processId = await endedProcess();
    await leaveLock(folder, { token: 'first', processId });
    await leaveOwner(claimPath(folder, 'first'), { token: 'second', processId });
    await leaveOwner(claimPath(folder, 'second'), { token: 'third', processId });
    const lock = await lockWorkspace(folder, 'browser', 0, { makeLink });
    expect(await lock.isHeld()).toBe(true);
    expect(await readdir(folder)).toEqual(['workspace.lock']);
    await lock.release();
  });

  it('leaves a dead lock to the one who is taking it over', async () => {
    const folder = await temporaryFolder();
    await leaveLock(folder, { token: 'first', processId: await endedProcess() });
    await leaveOwner(claimPath(folder, 'first'), { token: 'second', processId: process.pid });
    await expect(lockWorkspace(folder, 'browser', 0, { makeLink })).rejects.toThrow(`process ${process.pid}`);
  });

  it('takes over a damaged lock only when nobody can still be writing it', async () => {
    const folder = await temporaryFolder();
    await writeFile(lockPath(folder), '{"tok');
    await expect(lockWorkspace(folder, 'browser', 0, { makeLink })).rejects.toThrow('at this moment');
    await makeOlder(lockPath(folder), 60_000);
    await (await lockWorkspace(folder, 'browser', 0, { makeLink })).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives twenty who want it at once one turn each', async () => {
    const folder = await temporaryFolder();
    let holders = 0;
    const turns = Array.from({ length: 20 }, async () => {
      const lock = await lockWorkspace(folder, 'command line', 20_000, { makeLink });
      holders += 1;
      expect(holders).toBe(1);
      await readFile(lockPath(folder), 'utf8');
      holders -= 1;
      await lock.release();
    });
    await Promise.all(turns);
  });
});

describe('who holds the lock', () => {
  it('is said with the edition, the process, the time and what to do', async () => {
    const folder = await temporaryFolder();
    await leaveLock(folder, { host: 'browser', processId: process.pid, started: '' });
    await expect(lockWorkspace(folder, 'desktop', 0)).rejects.toThrow(
      `The workspace ${folder} is open in the browser edition of Attest (process ${process.pid} on this computer, ` +
        'since 2026-01-01 00:00 UTC): close that one first.',
    );
  });

  it('comes with the error, the door and the token included', async () => {
    const folder = await temporaryFolder();
    const lock = await lockWorkspace(folder, 'desktop', 0);
    await lock.announceDoor('/run/door');
    const refused = await lockWorkspace(folder, 'browser', 0).catch((error: unknown) => error);
    expect(refused).toMatchObject({ holder: { door: '/run/door', token: lock.token, host: 'desktop' } });
    expect(await readHolder(folder)).toMatchObject({ door: '/run/door', processId: process.pid });
    await lock.announceDoor(null);
    expect(await readHolder(folder)).toMatchObject({ door: null });
    await lock.release();
    expect(await readHolder(folder)).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('can be read by this account only', async () => {
    const folder = await temporaryFolder();
    const lock = await lockWorkspace(folder, 'desktop', 0);
    expect((await stat(lockPath(folder))).mode & 0o777).toBe(0o600);
    await lock.release();
  });

  it.runIf(process.platform === 'linux')('is nobody where the number belongs to a later process', async () => {
    const folder = await temporaryFolder();
    await leaveLock(folder, { processId: process.pid, started: '1' });
    await (await lockWorkspace(folder, 'browser', 0)).release();
  });

  it.runIf(process.platform === 'linux')(
    'is nobody where the process has ended and its parent has not noticed',
    async () => {
      const folder = await temporaryFolder();
      const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
      onTestFinished(() => void parent.kill());
      const [line] = await once(parent.stdout, 'data');
      await leaveLock(folder, { processId: Number(line) });
      await (await lockWorkspace(folder, 'browser', 5_000)).release();
    },
  );

  it('is not looked for outside the folder, whatever the token says', async () => {
    const folder = await temporaryFolder();
    await leaveLock(folder, { token: '../outside', processId: await endedProcess() });
    await expect(lockWorkspace(folder, 'browser', 0)).rejects.toThrow('at this moment');
  });
});

describe('the lock of another machine', () => {
  it('is believed as long as it is renewed, whatever our own clock says', async () => {
    const folder = await temporaryFolder();
    const timing = { renewEveryMs: 50, staleAfterMs: 2_000 };
    const theirs = await lockWorkspace(folder, 'desktop', 0, { ...timing, machine: 'elsewhere' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const refused = lockWorkspace(folder, 'browser', 4_000, timing);
    await expect(refused).rejects.toThrow(/on the computer elsewhere.*close that one first.*delete the file/u);
    await theirs.release();
  });

  it('counts as left behind when it was not renewed for three minutes', async () => {
    const folder = await temporaryFolder();
    await leaveLock(folder, { processId: process.pid, machine: 'elsewhere', door: '/tmp/attest-door-abc123/door' });
    await makeOlder(lockPath(folder), 170_000);
    await expect(lockWorkspace(folder, 'browser', 0)).rejects.toThrow('elsewhere');
    await makeOlder(lockPath(folder), 20_000);
    const lock = await lockWorkspace(folder, 'browser', 0);
    expect(lock.deadDoors).toEqual([]);
    await lock.release();
  });
});

describe('a holder', () => {
  it('notices that its lock was taken over while it slept, and touches the new one no more', async () => {
    const folder = await temporaryFolder();
    const slept = await lockWorkspace(folder, 'desktop', 0, { machine: 'elsewhere', renewEveryMs: 86_400_000 });
    await makeOlder(lockPath(folder), 200_000);
    const ours = await lockWorkspace(folder, 'browser', 0);
    const before = await readFile(lockPath(folder), 'utf8');
    expect([await slept.isHeld(), await ours.isHeld()]).toEqual([false, true]);
    await slept.announceDoor('/somewhere');
    await slept.release();
    expect(await readFile(lockPath(folder), 'utf8')).toBe(before);
    expect(await ours.isHeld()).toBe(true);
    await ours.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('notices that the file was deleted, moved away with its folder, or written over', async () => {
    const folder = join(await temporaryFolder(), 'workspace');
    await mkdir(folder);
    const deleted = await lockWorkspace(folder, 'desktop', 0, { renewEveryMs: 10 });
    await rm(lockPath(folder));
    expect(await deleted.isHeld()).toBe(false);
    const moved = await lockWorkspace(folder, 'desktop', 0, { renewEveryMs: 10 });
    await rename(folder, `${folder}-moved`);
    expect(await moved.isHeld()).toBe(false);
    await mkdir(folder);
    const overwritten = await lockWorkspace(folder, 'desktop', 0, { renewEveryMs: 10 });
    await leaveLock(folder, { processId: process.pid });
    const others = await readFile(lockPath(folder), 'utf8');
    await wait(100);
    for (const lock of [deleted, moved, overwritten]) {
      expect(await lock.isHeld()).toBe(false);
      await lock.release();
    }
    expect(await readFile(lockPath(folder), 'utf8')).toBe(others);
  });

  it('renews its lock', async () => {
    const folder = await temporaryFolder();
    const lock = await lockWorkspace(folder, 'desktop', 0, { renewEveryMs: 20 });
    await makeOlder(lockPath(folder), 100_000);
    const { mtimeMs } = await stat(lockPath(folder));
    await vi.waitFor(
      async () => expect((await stat(lockPath(folder))).mtimeMs).toBeGreaterThan(mtimeMs + 50_000),
      patient,
    );
    expect(await lock.isHeld()).toBe(true);
    await lock.release();
  });
});

describe.runIf(process.platform === 'linux').each(['hard', 'none'])('with links: %s, a stale lock', (links) => {
  it('goes to one of many processes at a time, though they die as holders and while they take over', async () => {
    const folder = await temporaryFolder();
    const [workspace, inside, program] = ['workspace', 'inside', 'contender.mjs'].map((name) => join(folder, name));
    if (!workspace || !inside || !program) throw new Error('There are three paths.');
    await mkdir(workspace);
    await mkdir(inside);
    await build({
      input: join(import.meta.dirname, '../../support/locking/lock-contender.ts'),
      platform: 'node',
      logLevel: 'silent',
      output: { file: program, format: 'esm', codeSplitting: false },
    });
    await leaveLock(workspace, { processId: await endedProcess() });
    const contenders = Array.from({ length: 24 }, () =>
      spawn(process.execPath, [program, workspace, inside, links], { stdio: ['ignore', 'pipe', 'inherit'] }),
    );
    const said: string[] = [];
    for (const { stdout } of contenders) stdout.on('data', (data: Buffer) => said.push(...data.toString().split('\n')));
    await Promise.all(contenders.map((contender) => once(contender, 'close')));
    const lines = said.filter((line) => line !== '');
    expect(lines.filter((line) => line !== 'alone')).toEqual([]);
    expect(lines.length).toBeGreaterThan(12);
    const last = await lockWorkspace(workspace, 'desktop', 10_000);
    expect(await last.isHeld()).toBe(true);
    await last.release();
  });
});
