import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const pollMs = 200;

/** No build takes this long: a lock of this age belongs to a process whose number another one has now. */
const oldestLockMs = 10 * 60_000;

/** @param {unknown} error @param {string} code */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM is a process of somebody else.
    if (hasCode(error, 'ESRCH')) return false;
    if (hasCode(error, 'EPERM')) return true;
    throw error;
  }
}

/** Clears a dead process's lock away. @param {string} lock @param {string} seen the content that was judged */
async function clearLock(lock, seen) {
  const aside = `${lock}.${randomBytes(6).toString('hex')}`;
  await rename(lock, aside);
  // Between the look and the rename another process may have cleared it and taken its own: give that back.
  if ((await readFile(aside, 'utf8')) !== seen)
    await link(aside, lock).catch((error) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  await rm(aside);
}

/** @param {string} lock @returns {Promise<boolean>} whether the lock was taken */
async function tryLock(lock) {
  try {
    await writeFile(lock, `${process.pid} ${randomBytes(6).toString('hex')}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  try {
    const seen = await readFile(lock, 'utf8');
    const ageMs = Date.now() - (await stat(lock)).mtimeMs;
    const pid = Number.parseInt(seen, 10);
    // An empty lock is one whose process has not written its number yet, or was killed before.
    const isDead = Number.isNaN(pid) ? ageMs > 2 * pollMs : !isRunning(pid);
    if (isDead || ageMs > oldestLockMs) await clearLock(lock, seen);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error; // Its holder has just let go.
  }
  return false;
}

/**
 * Does `work` while no other process builds the same project. Waits for one that does; the lock of a process that was
 * killed is cleared away.
 *
 * @template T
 * @param {string} project
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withBuildLock(project, work) {
  const out = join(project, 'out');
  await mkdir(out, { recursive: true });
  const lock = join(out, 'build.lock');
  while (!(await tryLock(lock))) await wait(pollMs);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}
