import { randomUUID } from 'node:crypto';
import { link, open, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inEnglish, type Sentence, say, sayInTurn } from '../../core/sentence.ts';
import {
  claimPath,
  type LockDraft,
  type LockEntry,
  lockMode,
  lockPath,
  type MakeLink,
  placeDraft,
  readChain,
  takeOverChain,
} from './lock-chain.ts';
import { describeOwner, isRunning, type LockOwner, startOf } from './lock-owner.ts';
import { isSystemError } from './system-error.ts';

/** The one right to write in a workspace folder, held until `release`. */
export interface WorkspaceLock {
  /** The secret in the lock file. */
  readonly token: string;
  /** The doors of the dead owners from whom the lock was taken over, of this machine: nobody else will remove them. */
  readonly deadDoors: readonly string[];
  /**
   * Whether the lock is ours still: the machine may have slept while another took it over, or somebody has deleted the
   * file. Reads one small file. Rejects with the system's error where it cannot be read.
   */
  readonly isHeld: () => Promise<boolean>;
  /** Writes into the lock file where this owner can be asked to write for others; `null` for nowhere. */
  readonly announceDoor: (door: string | null) => Promise<void>;
  /** Gives the lock back. Nothing happens where it is not ours any more. */
  readonly release: () => Promise<void>;
}

/** Somebody else holds the lock. The sentence names who. */
export class WorkspaceLockedError extends Error {
  readonly sentence: Sentence;
  /** Who; `null` where the lock cannot be read yet. */
  readonly holder: LockOwner | null;

  constructor(sentence: Sentence, holder: LockOwner | null = null) {
    super(inEnglish(sentence));
    this.sentence = sentence;
    this.holder = holder;
  }
}

/** What tests change. Times are in milliseconds. */
export interface LockOptions {
  /** The name of this machine. */
  readonly machine?: string;
  readonly renewEveryMs?: number;
  readonly staleAfterMs?: number;
  readonly makeLink?: MakeLink;
}

/** Milliseconds between two attempts. */
const retryEveryMs = 50;

/** How often the holder writes the lock anew, so that the file system dates it, in milliseconds. */
const defaultRenewEveryMs = 20_000;

/** How long after its last renewal the lock of another machine counts as left behind, in milliseconds. */
const defaultStaleAfterMs = 180_000;

/** How old, in milliseconds, an unreadable lock must be before it counts as left behind. */
const damagedLockGraceMs = 5_000;

/** Lock files are filled up to this length, so that one written anew in place never ends in the rest of a longer one. */
const lockLength = 1_024;

function writeOwner(owner: LockOwner): string {
  return JSON.stringify(owner).padEnd(lockLength);
}

/** Whether the last link of a chain was left by a crash, when the file system's own clock says `nowMs`. */
function isStale({ owner, modifiedMs }: LockEntry, nowMs: number, machine: string, staleAfterMs: number): boolean {
  // A date to come is as good as an old one: since the lock was written, the clock has been set back.
  const ageMs = Math.abs(nowMs - modifiedMs);
  if (!owner) return ageMs > damagedLockGraceMs;
  return owner.machine === machine ? !isRunning(owner) : ageMs > staleAfterMs;
}

function describeLocked(folder: string, holder: LockOwner | null, machine: string, staleAfterMs: number): Sentence {
  if (!holder) {
    return say(
      /*i18n*/ 'The workspace {folder} is being opened by another Attest at this moment: try again in some seconds.',
      { folder },
    );
  }
  const owner = describeOwner(holder, machine);
  const open = say(/*i18n*/ 'The workspace {folder} is open in {owner}: close that one first.', { folder, owner });
  if (holder.machine === machine) return open;
  const minutes = Math.ceil(staleAfterMs / 60_000);
  const left = say(
    /*i18n*/ 'If Attest no longer runs there, try again in {minutes, plural, one {# minute} other {# minutes}}, or delete the file {path}.',
    { minutes, path: lockPath(folder) },
  );
  return sayInTurn([open, left]);
}

/** Holds the lock that is in place: renews it, and gives it back. `null` where it is not ours after all. */
async function hold(
  { folder, token, makeLink }: LockDraft,
  owner: LockOwner,
  replaced: readonly LockEntry[],
  renewEveryMs: number,
): Promise<WorkspaceLock | null> {
  // Whoever takes the lock over puts another file in its place: what is written through this one cannot hit theirs.
  const handle = await open(lockPath(folder), 'r+');
  const isHeld = async (): Promise<boolean> => {
    const [first, ...claims] = await readChain(folder);
    return first?.token === token && claims.length === 0;
  };
  if (!(await isHeld())) {
    await handle.close();
    return null;
  }
  let current = owner;
  let isReleased = false;
  let writing: Promise<void> = Promise.resolve();
  const writeAnew = (): Promise<void> => {
    const written = writing.then(async () => {
      if (isReleased || !(await isHeld())) return;
      await handle.write(writeOwner(current), 0);
      await handle.datasync();
    });
    writing = written.catch(() => undefined);
    return written;
  };
  // A renewal that fails is tried again by the next; the holder asks `isHeld` before it writes.
  const renewal = setInterval(() => void writeAnew().catch(ignoreSystemError), renewEveryMs);
  renewal.unref();
  return {
    token,
    deadDoors: replaced.flatMap(({ owner: dead }) => (dead?.door && dead.machine === owner.machine ? [dead.door] : [])),
    isHeld,
    async announceDoor(door) {
      current = { ...current, door };
      await writeAnew();
    },
    async release() {
      if (isReleased) return;
      isReleased = true;
      clearInterval(renewal);
      await writing;
      await handle.close();
      try {
        await giveBack(folder, current, makeLink);
      } catch (error) {
        // A full disk has no room for a claim. Nobody takes over the lock of a process that runs: it can go as it is.
        if (!isSystemError(error) || !['ENOSPC', 'EDQUOT'].includes(error.code)) throw error;
        if (await isHeld()) await rm(lockPath(folder), { force: true });
      }
    },
  };
}

/** Removes the lock with `owner`'s token, if it is there. The claim on it keeps all others from taking it over meanwhile. */
async function giveBack(folder: string, owner: LockOwner, makeLink: MakeLink): Promise<void> {
  if ((await readChain(folder))[0]?.token !== owner.token) return;
  const claimant: LockOwner = { ...owner, token: randomUUID(), door: null };
  const text = writeOwner(claimant);
  const draft = join(folder, `.${claimant.token}.lock`);
  const claim = claimPath(folder, owner.token);
  try {
    await writeFile(draft, text, { mode: lockMode });
    if (!(await placeDraft(draft, text, claim, makeLink))) return;
    try {
      if ((await readChain(folder))[0]?.token === owner.token) await rm(lockPath(folder), { force: true });
    } finally {
      await rm(claim, { force: true });
    }
  } finally {
    await rm(draft, { force: true });
  }
}

function ignoreSystemError(error: unknown): void {
  if (!isSystemError(error)) throw error;
}

/** Who holds the workspace in `folder` as its lock file says, be it alive or not; `null` where nobody does. */
export async function readHolder(folder: string): Promise<LockOwner | null> {
  return (await readChain(folder)).at(-1)?.owner ?? null;
}

/**
 * Takes the lock of the workspace in `folder`, waiting up to `waitMs` milliseconds for another process to let go. The
 * lock of a process that is gone is taken over, and that of another machine that has not been renewed for three minutes
 * by the file system's clock. Rejects with `WorkspaceLockedError` where somebody holds it, and with the system's error
 * where the folder cannot be written.
 */
export async function lockWorkspace(
  folder: string,
  host: string,
  waitMs: number,
  options: LockOptions = {},
): Promise<WorkspaceLock> {
  const { machine = hostname(), renewEveryMs = defaultRenewEveryMs, staleAfterMs = defaultStaleAfterMs } = options;
  const owner: LockOwner = {
    token: randomUUID(),
    host,
    processId: process.pid,
    started: startOf(process.pid),
    machine,
    since: new Date().toISOString(),
    door: null,
  };
  const draft: LockDraft = {
    folder,
    draft: join(folder, `.${owner.token}.lock`),
    token: owner.token,
    text: writeOwner(owner),
    makeLink: options.makeLink ?? link,
  };
  const deadline = performance.now() + waitMs;
  try {
    for (;;) {
      // Written each time: its date is what the file system's clock says now.
      // On the disk, so that it is whole after the power went out.
      await writeFile(draft.draft, draft.text, { mode: lockMode, flush: true });
      const { mtimeMs: nowMs } = await stat(draft.draft);
      const last = (await readChain(folder)).at(-1);
      let replaced: LockEntry[] | null = null;
      if (!last) {
        const isPlaced = await placeDraft(draft.draft, draft.text, lockPath(folder), draft.makeLink);
        if (isPlaced) replaced = [];
      } else if (isStale(last, nowMs, machine, staleAfterMs)) replaced = await takeOverChain(draft, last);
      else if (performance.now() < deadline) await wait(retryEveryMs);
      else throw new WorkspaceLockedError(describeLocked(folder, last.owner, machine, staleAfterMs), last.owner);
      const lock = replaced && (await hold(draft, owner, replaced, renewEveryMs));
      if (lock) return lock;
    }
  } finally {
    await rm(draft.draft, { force: true });
  }
}
