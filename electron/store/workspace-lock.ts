import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { isSystemError } from './system-error.ts';

/** Who writes in a workspace. `started` tells a process from a later one with the same number. */
const Owner = z.object({
  token: z.string(),
  host: z.string(),
  processId: z.int(),
  started: z.string(),
  machine: z.string(),
  since: z.string(),
});
type Owner = z.infer<typeof Owner>;

/** The one right to write in a workspace folder, held until `release`. */
export interface WorkspaceLock {
  readonly release: () => Promise<void>;
}

/** Somebody else holds the lock. The message names who. */
export class WorkspaceLockedError extends Error {}

/** Milliseconds between two attempts. */
const retryEveryMs = 50;

/** How old, in milliseconds, an unreadable lock must be before it counts as left behind. */
const damagedLockGraceMs = 5_000;

/** What `link` answers on file systems that have no hard links, such as those of many USB sticks. */
const withoutHardLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** When a process started, in the system's own count; empty where the system does not tell. */
function startOf(processId: number): string {
  if (process.platform !== 'linux') return '';
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive({ machine, processId, started }: Owner): boolean {
  if (machine !== hostname()) return true; // Another machine's process cannot be looked at: believe the lock.
  try {
    process.kill(processId, 0);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ESRCH') return false;
  }
  return startOf(processId) === started;
}

function describe(holder: Owner | 'damaged'): string {
  if (holder === 'damaged') return '';
  const where = holder.machine === hostname() ? '' : ` on ${holder.machine}`;
  return ` (${holder.host}, process ${holder.processId}${where}, since ${holder.since})`;
}

async function readOwner(path: string): Promise<Owner | 'gone' | 'damaged'> {
  try {
    return Owner.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return 'gone';
    if (error instanceof SyntaxError || error instanceof z.ZodError) return 'damaged';
    throw error;
  }
}

/** Puts a complete lock file in place, or says that there is one: `link` never replaces. */
async function tryCreate(folder: string, path: string, owner: Owner): Promise<boolean> {
  const draft = join(folder, `.${owner.token}.lock`);
  try {
    await writeFile(draft, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
    try {
      await link(draft, path);
    } catch (error) {
      if (!isSystemError(error) || !withoutHardLinks.has(error.code)) throw error;
      await writeFile(path, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
    }
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Whether a lock that cannot be read was left by a crash, and not by somebody who is writing it this moment. */
async function isAbandoned(path: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > damagedLockGraceMs;
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Takes a dead owner's lock away. Of several processes that try, one at most removes this very lock. */
async function removeStale(folder: string, path: string, stale: Owner | 'damaged'): Promise<void> {
  const aside = join(folder, `.${randomUUID()}.stale-lock`);
  try {
    await rename(path, aside);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return;
    throw error;
  }
  const taken = await readOwner(aside);
  const isSame =
    taken === 'damaged' ? stale === 'damaged' : taken !== 'gone' && stale !== 'damaged' && taken.token === stale.token;
  // A new owner was quicker than the rename: give the lock back.
  if (!isSame) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

/**
 * Takes the lock of the workspace in `folder`, waiting up to `waitMs` milliseconds for another process to let go.
 * A lock whose process is gone is taken over. Rejects with `WorkspaceLockedError` where somebody holds it, and with the
 * system's error where the folder cannot be written.
 */
export async function lockWorkspace(folder: string, host: string, waitMs: number): Promise<WorkspaceLock> {
  const path = join(folder, 'workspace.lock');
  const owner: Owner = {
    token: randomUUID(),
    host,
    processId: process.pid,
    started: startOf(process.pid),
    machine: hostname(),
    since: new Date().toISOString(),
  };
  const deadline = performance.now() + waitMs;
  for (;;) {
    if (await tryCreate(folder, path, owner)) break;
    const holder = await readOwner(path);
    const isStale = holder === 'damaged' ? await isAbandoned(path) : holder !== 'gone' && !isAlive(holder);
    if (isStale && holder !== 'gone') await removeStale(folder, path, holder);
    else if (performance.now() >= deadline && holder !== 'gone') {
      const isElsewhere = holder !== 'damaged' && holder.machine !== hostname();
      const way = isElsewhere ? ` If that computer no longer uses it, delete the file ${path}.` : '';
      throw new WorkspaceLockedError(
        `The workspace ${folder} is open in another Attest${describe(holder)}: close that one first.${way}`,
      );
    } else await wait(retryEveryMs);
  }
  return {
    release: async () => {
      const holder = await readOwner(path);
      if (holder !== 'gone' && holder !== 'damaged' && holder.token === owner.token) await rm(path, { force: true });
    },
  };
}
