import { Low } from 'lowdb';
import { inEnglish, type Sentence, say } from '../../core/sentence.ts';
import type { Notice, SaveState } from '../../core/session.ts';
import { applyInPlace, type Change } from '../../core/workspace/change.ts';
import type { Action, HostName, JournalEntry } from '../../core/workspace/history.ts';
import type { Workspace } from '../../core/workspace/workspace.ts';
import { BackupKeeper } from './backup-keeper.ts';
import { clearTemporaryFiles } from './clear-temporary-files.ts';
import { type Files, systemFiles } from './files.ts';
import { type HistoryChoice, type NumberedEntry, pruneHistory, readHistory } from './history.ts';
import { Journal, journalFolder } from './journal.ts';
import { makeFolder } from './make-folder.ts';
import { type OpenedWorkspace, openWorkspace, snapshotPath } from './open-workspace.ts';
import { listSegments } from './read-journal.ts';
import type { ReadingListeners } from './read-snapshot.ts';
import { takeMoment } from './snapshot.ts';
import { describeSystemError, isSystemError } from './system-error.ts';
import { WorkspaceFile } from './workspace-file.ts';
import { lockWorkspace, type WorkspaceLock, WorkspaceLockedError } from './workspace-lock.ts';

/** How to open a store. `now` gives ISO 8601 in UTC. */
export interface StoreOptions extends ReadingListeners {
  readonly folder: string;
  readonly host: HostName;
  readonly access: 'read' | 'write';
  readonly lockWaitMs: number;
  /** Told of every lock that the store takes: at opening, and where it has lost one later. */
  readonly onLock?: (lock: WorkspaceLock) => void;
  /** Called before anything is read, with the lock held where there is one; what it rejects with ends the opening. */
  readonly beforeReading?: () => Promise<void>;
  /** Called at a clean end, when everything is written and the lock is held still. */
  readonly onCleanEnd?: () => Promise<void>;
  readonly now: () => string;
  readonly newId: () => string;
  /** The file system; the system's own where it is not given. */
  readonly files?: Files;
  /** Bytes of journal after which the workspace file is written anew, where that is more than the file's own size. */
  readonly snapshotAfterBytes?: number;
}

/** Opening reads the file and the journal: the journal may grow as large as the file, and at least to this. */
const snapshotAfterBytes = 1024 * 1024;

/** For how long a lock that was seen to be held is taken to be held still, in milliseconds. */
const lockTrustMs = 5_000;

/**
 * One user's workspace: in memory through lowdb's `Low`, on the disk as a journal of changes beside the workspace file.
 * A change is in memory at once; `flush` resolves when it, and all before it, are in the journal on the disk, or when
 * that failed. One write at a time: changes that arrive during a write share the next one. The workspace file is
 * lowdb's: written when the journal has grown and on closing, while edits go on.
 */
export class WorkspaceStore {
  readonly notices: readonly Notice[];
  /** Why nothing may be changed, as a sentence; `null` where everything may. */
  readonly readOnlyReason: Sentence | null;
  readonly backups: BackupKeeper;

  readonly #options: StoreOptions;
  readonly #files: Files;
  readonly #file: WorkspaceFile;
  readonly #low: Low<Workspace>;
  readonly #journal: Journal;
  readonly #listeners = new Set<(save: SaveState) => void>();
  #lock: WorkspaceLock | null;
  #lockSeenAt = Date.now();
  #revision = 0;
  #savedRevision = 0;
  #unsaved: { readonly revision: number; readonly ids: readonly string[] }[] = [];
  #save: SaveState = { state: 'saved', at: null };
  #waiting: { readonly revision: number; readonly resolve: (save: SaveState) => void }[] = [];
  #isWriting = false;
  /** Something failed since the last success: what is on the disk has to be looked at before the next write. */
  #isInDoubt = false;
  #snapshot: Promise<void> | null = null;

  private constructor(
    options: StoreOptions,
    files: Files,
    file: WorkspaceFile,
    opened: OpenedWorkspace,
    lock: WorkspaceLock | null,
    readOnlyReason: Sentence | null,
  ) {
    const { folder, now } = options;
    this.#options = options;
    this.#files = files;
    this.#file = file;
    this.#low = new Low(file, opened.workspace);
    this.#journal = new Journal({
      folder: journalFolder(folder),
      files,
      workspaceId: opened.workspace.id,
      position: opened.position,
      newestSegment: opened.newestSegment,
      bytesSinceSnapshot: opened.journalBytes,
      followed: opened.followed,
    });
    file.position = () => this.#journal.position;
    this.backups = new BackupKeeper({
      folder,
      files,
      now,
      mayWrite: readOnlyReason === null,
      moment: () => takeMoment(this.workspace, this.#journal.position),
    });
    this.#lock = lock;
    this.notices = opened.notices;
    this.readOnlyReason = readOnlyReason;
  }

  /**
   * Opens the workspace in `options.folder`. Where the folder cannot be written, it opens all the same and every save
   * says why it failed. Rejects with `WorkspaceLockedError` where another process writes, and with the system's error
   * where the file is there but cannot be read.
   */
  static async open(options: StoreOptions): Promise<WorkspaceStore> {
    const { folder, host, access, lockWaitMs, now, newId, files = systemFiles } = options;
    const lock = access === 'write' ? await takeLock(folder, host, lockWaitMs, files) : null;
    try {
      if (lock) options.onLock?.(lock);
      await options.beforeReading?.();
      if (lock) await clearTemporaryFiles(folder, files);
      const file = new WorkspaceFile(snapshotPath(folder), files);
      const { onSure, onListed } = options;
      const opened = await openWorkspace({
        folder,
        files,
        mayWrite: lock !== null,
        now: now(),
        newId,
        ...(onSure && { onSure }),
        ...(onListed && { onListed }),
      });
      await file.remember(opened.file === 'kept');
      const store = new WorkspaceStore(options, files, file, opened, lock, reasonToRead(opened, access));
      if (lock && store.readOnlyReason === null) await store.#settle(opened);
      return store;
    } catch (error) {
      await lock?.release();
      throw error;
    }
  }

  get workspace(): Workspace {
    return this.#low.data;
  }

  /** How many changes there have been since the store was opened. */
  get revision(): number {
    return this.#revision;
  }

  get saveState(): SaveState {
    return this.#save;
  }

  /** Calls `listener` whenever the save state changes, until the returned function is called. */
  onSave(listener: (save: SaveState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts `change` into the workspace in memory. It is not on the disk before `flush` says so. */
  apply(change: Change, action: Action = 'do'): void {
    const { host, now } = this.#options;
    const entry: JournalEntry = { at: now(), by: this.workspace.settings.name, host, action, change };
    this.#journal.add(JSON.stringify(entry));
    applyInPlace(this.#low.data, change);
    this.#revision += 1;
    this.#unsaved.push({ revision: this.#revision, ids: change.patches.map(({ id }) => id) });
  }

  /** Waits until everything applied so far is on the disk, or could not be written. Tries again what failed before. */
  async flush(): Promise<SaveState> {
    const wanted = this.#revision;
    if (this.#savedRevision >= wanted) return this.#save;
    return new Promise((resolve) => {
      this.#waiting.push({ revision: wanted, resolve });
      if (!this.#isWriting) void this.#writeAll();
    });
  }

  /** The changes that the journal keeps, newest first. Rejects with the system's error. */
  async readHistory(choice: HistoryChoice): Promise<NumberedEntry[]> {
    return readHistory(journalFolder(this.#options.folder), this.#files, choice);
  }

  /** Writes what is left and gives the lock back. `false` where something could not be written; then it stays open. */
  async close(): Promise<boolean> {
    if ((await this.flush()).state === 'not-saved') return false;
    await this.#snapshot;
    // Everything is in the journal: a file that cannot be written now takes nothing away.
    // Who has no lock has written nothing, and another may be writing.
    if (this.#lock && this.#journal.bytesSinceSnapshot > 0) await this.#writeSnapshot();
    await this.backups.stop();
    await this.#journal.endSegment();
    if (this.#lock) await this.#options.onCleanEnd?.().catch(ignoreSystemError);
    await this.release();
    return true;
  }

  /** Gives the lock back without writing: for giving up work that cannot be saved. */
  async release(): Promise<void> {
    await this.backups.stop();
    await this.#journal.endSegment();
    await this.#lock?.release().catch(ignoreSystemError);
    this.#lock = null;
  }

  /** Puts on the disk at once what opening has put right, so that the next start finds it without asking. */
  async #settle({ file, migratedFrom, isEdited, position }: OpenedWorkspace): Promise<void> {
    if (migratedFrom !== null) await this.backups.copy(snapshotPath(this.#options.folder), 0, 'before-migration');
    if (isEdited && file === 'kept') {
      await this.backups.copy(snapshotPath(this.#options.folder), position.sequence, 'opened').catch(ignoreSystemError);
    }
    if (file === 'lost' || migratedFrom !== null) await this.#writeSnapshot();
    this.backups.start(this.#options.host, file === 'kept');
    this.#snapshotWhenGrown();
  }

  #setSave(save: SaveState): void {
    this.#save = save;
    for (const listener of this.#listeners) listener(save);
  }

  /** Writes until nothing waits any more, or something fails. */
  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    try {
      while (this.#savedRevision < this.#revision) {
        if (!(await this.#writeBatch())) break;
      }
    } finally {
      // In the same turn in which it was seen that nothing waits: what comes after begins anew.
      this.#isWriting = false;
    }
    if (this.#save.state === 'not-saved') this.#answer(Number.POSITIVE_INFINITY, this.#save);
    else this.#snapshotWhenGrown();
  }

  /** Writes what there is now, and tells those who wait for it. `false` where that failed. */
  async #writeBatch(): Promise<boolean> {
    const target = this.#revision;
    if (this.#save.state !== 'saving') this.#setSave({ state: 'saving' });
    try {
      await this.#holdLock();
      await this.#writeChanges();
    } catch (error) {
      this.#isInDoubt = true;
      if (!(error instanceof Error)) throw error;
      const sentence = this.#reasonFor(error);
      this.#setSave({ state: 'not-saved', reason: inEnglish(sentence), sentence, unsaved: this.#unsavedIds() });
      return false;
    }
    this.#isInDoubt = false;
    this.#savedRevision = target;
    this.#unsaved = this.#unsaved.filter(({ revision }) => revision > target);
    const saved: SaveState = { state: 'saved', at: this.#options.now() };
    if (target === this.#revision) this.#setSave(saved);
    // Whoever waits for these changes does not wait for those that have come since.
    this.#answer(target, saved);
    return true;
  }

  #answer(revision: number, save: SaveState): void {
    const answered = this.#waiting.filter((waiting) => waiting.revision <= revision);
    this.#waiting = this.#waiting.filter((waiting) => waiting.revision > revision);
    for (const { resolve } of answered) resolve(save);
  }

  /** The changes that wait, into the journal; first of all a workspace file that they can follow. */
  async #writeChanges(): Promise<void> {
    const isStanding = this.#file.isGood && !this.#isInDoubt && !this.#journal.isBetweenSegments;
    if (!isStanding && !(await this.#isInPlace())) {
      await this.#snapshot;
      if (!(await this.#isInPlace())) {
        await makeFolder(this.#options.folder, this.#files);
        await this.#writeFile();
      }
    }
    await this.#journal.write();
  }

  /** Whether the workspace file, and all that was acknowledged since it was written, are where they were left. */
  async #isInPlace(): Promise<boolean> {
    return (await this.#file.isInPlace()) && (await this.#journal.isInPlace());
  }

  /** Sees that the lock is still ours; takes it where it could not be taken at opening, unless somebody has written since. */
  async #holdLock(): Promise<void> {
    const { folder, host } = this.#options;
    if (this.#lock) {
      const isTrusted = !this.#isInDoubt && Math.abs(Date.now() - this.#lockSeenAt) < lockTrustMs;
      if (isTrusted || (await this.#lock.isHeld())) {
        if (!isTrusted) this.#lockSeenAt = Date.now();
        return;
      }
    }
    await makeFolder(folder, this.#files);
    const lock = await lockWorkspace(folder, host, 0);
    const isUntouched = await this.#isUntouched().catch(async (error: unknown) => {
      await lock.release();
      throw error;
    });
    if (!isUntouched) {
      await lock.release();
      throw new WorkspaceLockedError(
        say(
          /*i18n*/ 'The workspace {folder} has been changed by another Attest since it was opened here: start Attest again.',
          { folder },
        ),
      );
    }
    await this.#lock?.release();
    this.#lock = lock;
    this.#lockSeenAt = Date.now();
    this.#options.onLock?.(lock);
  }

  /** Whether nobody has written here since it was opened. */
  async #isUntouched(): Promise<boolean> {
    const segments = await listSegments(journalFolder(this.#options.folder), this.#files);
    const isJournalOurs = (segments.at(-1)?.number ?? 0) <= this.#journal.newestSegment;
    return isJournalOurs && (await this.#file.isUntouched());
  }

  #unsavedIds(): string[] {
    return [...new Set(this.#unsaved.flatMap(({ ids }) => ids))];
  }

  #reasonFor(error: Error): Sentence {
    if (error instanceof WorkspaceLockedError) return error.sentence;
    const { folder } = this.#options;
    return say(/*i18n*/ 'The workspace {folder} could not be written: {why}', {
      folder,
      why: describeSystemError(error),
    });
  }

  #snapshotWhenGrown(): void {
    const atLeast = this.#options.snapshotAfterBytes ?? Math.max(snapshotAfterBytes, this.#file.sizeBytes);
    if (this.#snapshot || this.#journal.bytesSinceSnapshot < atLeast) return;
    this.#snapshot = this.#writeSnapshot().finally(() => {
      this.#snapshot = null;
    });
  }

  /** Writes the workspace file. A failure takes nothing away: the journal has it all, and the next growth tries again. */
  async #writeSnapshot(): Promise<void> {
    try {
      await makeFolder(this.#options.folder, this.#files);
      await this.#writeFile();
    } catch (error) {
      ignoreSystemError(error);
    }
  }

  async #writeFile(): Promise<void> {
    const finish = this.#journal.beginSnapshot();
    await this.#low.write();
    finish();
    await this.#prune();
  }

  /** Lets the history forget what its user wants forgotten, and nothing that two backups would be rebuilt with. */
  async #prune(): Promise<void> {
    const { folder, now } = this.#options;
    const days = this.workspace.settings.historyDays;
    if (days === null) return;
    try {
      const [, second] = await this.backups.list();
      if (!second) return;
      await pruneHistory(journalFolder(folder), this.#files, { days, now: now(), needed: second.sequence });
    } catch (error) {
      ignoreSystemError(error);
    }
  }
}

function reasonToRead({ isReadOnly }: OpenedWorkspace, access: 'read' | 'write'): Sentence | null {
  if (isReadOnly) {
    return say(
      /*i18n*/ 'This workspace is open for reading only, for the reason shown at the top: nothing has been changed.',
    );
  }
  return access === 'write'
    ? null
    : say(/*i18n*/ 'The workspace has been opened for reading only: nothing has been changed.');
}

function ignoreSystemError(error: unknown): void {
  if (!isSystemError(error)) throw error;
}

/** The lock, or `null` where the folder cannot be written: then each save tries again, and says why it fails. */
async function takeLock(folder: string, host: HostName, waitMs: number, files: Files): Promise<WorkspaceLock | null> {
  try {
    await makeFolder(folder, files);
    return await lockWorkspace(folder, host, waitMs);
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}
