import { randomInt } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lockWorkspace, WorkspaceLockedError } from '../../../electron/store/workspace-lock.ts';

/** The arguments: the workspace, a folder where holders sign in, and whether links can be made on this "disk". */
const [workspace = '', inside = '', links = ''] = process.argv.slice(2);

const withoutLinks = async (): Promise<void> => {
  throw Object.assign(new Error('there are no hard links here'), { code: 'EPERM' });
};

async function isRunning(processId: string): Promise<boolean> {
  try {
    const stat = await readFile(`/proc/${processId}/stat`, 'utf8');
    return !/^[ZX]$/u.test(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[0] ?? '');
  } catch {
    return false;
  }
}

/** The other holders that are alive: there must be none. */
async function otherHolders(): Promise<string[]> {
  const others = (await readdir(inside)).filter((name) => name !== String(process.pid));
  const alive = await Promise.all(others.map(isRunning));
  return others.filter((_, index) => alive[index]);
}

async function contend(): Promise<void> {
  const options = links === 'none' ? { makeLink: withoutLinks } : {};
  const lock = await lockWorkspace(workspace, 'command line', 60_000, options);
  await writeFile(join(inside, String(process.pid)), '');
  const met = await otherHolders();
  await wait(randomInt(6));
  met.push(...(await otherHolders()));
  if (!(await lock.isHeld())) met.push('the lock was lost');
  process.stdout.write(`${met.length === 0 ? 'alone' : `met ${met.join(', ')}`}\n`);
  // A third dies as a holder; the others let go, and some of them die while they do.
  if (randomInt(3) === 0) process.kill(process.pid, 'SIGKILL');
  await rm(join(inside, String(process.pid)));
  if (randomInt(3) === 0) setTimeout(() => process.kill(process.pid, 'SIGKILL'), randomInt(3));
  await lock.release();
}

/** Some die at any moment, in the midst of a takeover perhaps. */
if (randomInt(3) === 0) setTimeout(() => process.kill(process.pid, 'SIGKILL'), randomInt(1_500));

for (let turn = 0; turn < 4; turn += 1) {
  try {
    await contend();
  } catch (error) {
    process.stdout.write(`${error instanceof WorkspaceLockedError ? 'waited in vain' : String(error)}\n`);
  }
}
