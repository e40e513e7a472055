import { readdir, readlink, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isSystemError } from '../store/system-error.ts';
import { overwriteFile } from '../store/vault/overwrite-file.ts';

/** What Chromium marks its profile with while it runs, but on Windows: a link to nothing, named `<computer>-<process>`. */
const markName = 'SingletonLock';

/** Between the name of a profile and what tells profiles that are being destroyed apart. */
const doomedMark = '.ended-';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (!(error instanceof Error && isSystemError(error))) throw error;
    return error.code === 'EPERM';
  }
}

/** Whether a browser has the profile open. On Windows it never says so here: there its folder cannot be renamed then. */
async function isInUse(profile: string): Promise<boolean> {
  try {
    const [, computer, pid] = /^(.*)-(\d+)$/u.exec(await readlink(join(profile, markName))) ?? [];
    // A profile in a home that several computers share may be in use on another.
    return computer !== hostname() || isAlive(Number(pid));
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

async function pass<Value>(doing: Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await doing;
  } catch (error) {
    if (error instanceof Error && isSystemError(error)) return otherwise;
    throw error;
  }
}

async function destroyFolder(folder: string): Promise<void> {
  for (const entry of await pass(readdir(folder, { recursive: true, withFileTypes: true }), [])) {
    if (entry.isFile()) await pass(overwriteFile(join(entry.parentPath, entry.name)), undefined);
  }
  await pass(rm(folder, { recursive: true, force: true }), undefined);
}

/**
 * Overwrites and removes the browser profile at `profile`, with all that a browser has kept in it, and what an earlier
 * time left undone. Nothing happens while a browser has it open: then the next start does it. What cannot be removed is
 * left: nothing that is read or typed is written there to begin with.
 */
export async function destroyProfile(profile: string): Promise<void> {
  if (!(await isInUse(profile))) {
    // At once out of the way of a browser that is starting meanwhile.
    const doomed = `${profile}${doomedMark}${process.pid}-${Date.now()}`;
    await pass(rename(profile, doomed), undefined);
  }
  const folder = dirname(profile);
  for (const name of await pass(readdir(folder), [])) {
    if (name.startsWith(`${basename(profile)}${doomedMark}`)) await destroyFolder(join(folder, name));
  }
}
