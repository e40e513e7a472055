import { createHash } from 'node:crypto';
import type { link } from 'node:fs/promises';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LockOwner } from './lock-owner.ts';
import { isSystemError } from './system-error.ts';

/**
 * One link of the chain that says who holds a workspace. The first is the lock file. The next, if any, is the claim of
 * whoever found the owner of the one before dead: a file named after that owner's token. Files are only ever made where
 * none is (never replaced), so each has one claimant at most, and the last link is the holder.
 */
export interface LockEntry {
  /** The owner's; for a file that cannot be understood, a name of this very state of it. */
  readonly token: string;
  /** `null` where the file cannot be understood. */
  readonly owner: LockOwner | null;
  /** When it was last written, by the file system's own clock. */
  readonly modifiedMs: number;
}

/** Puts a second name on a file, as `link` of `node:fs/promises` does. */
export type MakeLink = typeof link;

/** What `link` answers on file systems that have no hard links, such as those of many USB sticks. */
const withoutHardLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR']);

/** More links than crashes can have made: the files have been tampered with. */
const longestChain = 1_000;

/** How long a file that is being written may look damaged before it is read once more, in milliseconds. */
const readAgainAfterMs = 20;

/** Lock files can be read by their owner's account only: they hold the key of a door. */
export const lockMode = 0o600;

/** The lock file of the workspace in `folder`. */
export function lockPath(folder: string): string {
  return join(folder, 'workspace.lock');
}

/** Where the claim on the lock with `token` is. */
export function claimPath(folder: string, token: string): string {
  return join(folder, `.workspace.lock.${token}`);
}

function parseOwner(text: string): LockOwner | null {
  try {
    return LockOwner.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function nameDamaged(text: string, modifiedMs: number): string {
  return `damaged-${createHash('sha256').update(`${modifiedMs}\n${text}`).digest('hex').slice(0, 32)}`;
}

async function readEntry(path: string, isSecondLook = false): Promise<LockEntry | null> {
  try {
    const handle = await open(path, 'r');
    try {
      const text = await handle.readFile('utf8');
      const owner = parseOwner(text);
      const { mtimeMs: modifiedMs } = await handle.stat();
      if (owner || isSecondLook) return { token: owner?.token ?? nameDamaged(text, modifiedMs), owner, modifiedMs };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
  await wait(readAgainAfterMs);
  return readEntry(path, true);
}

/** All links of the chain in `folder`, the lock file first; empty where there is no lock. Rejects with the system's error. */
export async function readChain(folder: string): Promise<LockEntry[]> {
  const chain: LockEntry[] = [];
  let next = await readEntry(lockPath(folder));
  while (next) {
    chain.push(next);
    if (chain.length > longestChain) throw new Error(`The lock files in ${folder} lead in a circle: delete them.`);
    next = await readEntry(claimPath(folder, next.token));
  }
  return chain;
}

async function createWhole(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', lockMode);
  try {
    await handle.writeFile(text);
  } catch (error) {
    // A full disk must not leave an empty lock behind.
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Puts the file at `draft`, which holds `text`, under the name `path` as well, or says by `false` that there is a file
 * of that name: it is never replaced, and never seen half-written where the file system has hard links.
 */
export async function placeDraft(draft: string, text: string, path: string, makeLink: MakeLink): Promise<boolean> {
  try {
    try {
      await makeLink(draft, path);
    } catch (error) {
      if (!isSystemError(error) || !withoutHardLinks.has(error.code)) throw error;
      await createWhole(path, text);
    }
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** A lock file on its way into its place: its content, with the owner's token, stands at `draft`. */
export interface LockDraft {
  readonly folder: string;
  readonly draft: string;
  readonly token: string;
  readonly text: string;
  readonly makeLink: MakeLink;
}

/**
 * Takes the lock over from `stale`, the dead last link of the chain: claims it, sees that the claim is the end of the
 * chain, and only then, as the one holder, puts the draft in the lock file's place. Gives the chain that it replaced;
 * `null` where somebody else was quicker. The claim must be checked: the chain may have been replaced since it was read,
 * and then a claim on a link that is no more means nothing.
 */
export async function takeOverChain(
  { folder, draft, token, text, makeLink }: LockDraft,
  stale: LockEntry,
): Promise<LockEntry[] | null> {
  const claim = claimPath(folder, stale.token);
  if (!(await placeDraft(draft, text, claim, makeLink))) return null;
  let replaced: LockEntry[] | null = null;
  try {
    const chain = await readChain(folder);
    if (chain.at(-1)?.token === token) {
      await rename(draft, lockPath(folder));
      replaced = chain.slice(0, -1);
    }
  } finally {
    // Nothing leads to the claims any more: no lock will ever have these tokens again. A crash here leaves them lying.
    for (const entry of replaced ?? [stale]) await rm(claimPath(folder, entry.token), { force: true });
  }
  return replaced;
}
