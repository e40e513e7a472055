import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Notice, SaveState } from '../../core/ipc-contract.ts';
import { applyChange, type Change } from '../../core/workspace/change.ts';
import type { Workspace } from '../../core/workspace/workspace.ts';
import { backUpLatest, backUpOpened } from './backups.ts';
import { makeFolder } from './make-folder.ts';
import { clearTemporaryFiles, type OpenedWorkspace, readWorkspace } from './read-workspace.ts';
import { describeSystemError, isSystemError } from './system-error.ts';
import { WorkspaceFile } from './workspace-file.ts';
import { lockWorkspace, type WorkspaceLock, WorkspaceLockedError } from './workspace-lock.ts';

/** How to open a store. `now` gives ISO 8601 in UTC. */
export interface StoreOptions {
  readonly folder: string;
  readonly host: string;
  readonly access: 'read' | 'write';
  readonly lockWaitMs: number;
  readonly now: () => string;
  readonly newId: () => string;
}

/** Milliseconds of quiet after a save before its backup is written. */
const backupAfterMs = 2_000;

/**
 * One user's workspace: in memory through lowdb's `Low`, on the disk through `WorkspaceFile`. A change is in memory at
 * once; `commit` resolves when it, and all before it, are on the disk, or when that failed. One write at a time:
 * changes that arrive during a write share the next one.
 */
export class WorkspaceStore {
  readonly notices: readonly Notice[];
  /** Why nothing may be changed, as a sentence; `null` where everything may. */
  readonly readOnlyReason: string | null;

  readonly #options: StoreOptions;
  readonly #file: WorkspaceFile;
  readonly #low: Low<Workspace>;
  /** What was on the disk at opening; `null` for nothing. */
  readonly #readAtOpening: Workspace | null;
  readonly #listeners = new Set<(save: SaveState) => void>();
  #lock: WorkspaceLock | null;
  #revision = 0;
  #savedRevision = 0;
  #unsaved: { readonly revision: number; readonly ids: readonly string[] }[] = [];
  #save: SaveState = { state: 'saved', at: null };
  #writing: Promise<void> | null = null;
  #backup: NodeJS.Timeout | null = null;

  private constructor(
    options: StoreOptions,
    file: WorkspaceFile,
    opened: OpenedWorkspace,
    lock: WorkspaceLock | null,
    readOnlyReason: string | null,
  ) {
    this.#options = options;
    this.#file = file;
    this.#low = new Low(file, opened.workspace);
    this.#readAtOpening = opened.isAsRead ? opened.workspace : null;
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
    const { folder, host, access, lockWaitMs, now, newId } = options;
    const mayWrite = access === 'write';
    const lock = mayWrite ? await takeLock(folder, host, lockWaitMs) : null;
    try {
      if (lock) await clearTemporaryFiles(folder);
      const file = new WorkspaceFile(join(folder, 'workspace.json'));
      const opened = await readWorkspace(folder, file, { mayWrite: lock !== null, now: now(), newId });
      if (lock && opened.isAsRead) await backUpOpened(folder, opened.workspace, now()).catch(ignoreSystemError);
      // What was recovered from a backup is put in place at once, so that the next start finds it without asking.
      if (lock && opened.notices.length > 0 && !opened.isReadOnly) {
        await file.write(opened.workspace).catch(ignoreSystemError);
      }
      const readOnlyReason = opened.isReadOnly
        ? 'This workspace is open for reading only, for the reason shown at the top: nothing has been changed.'
        : mayWrite
          ? null
          : 'The workspace has been opened for reading only: nothing has been changed.';
      return new WorkspaceStore(options, file, opened, lock, readOnlyReason);
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
  apply(change: Change): void {
    this.#low.data = applyChange(this.#low.data, change);
    this.#revision += 1;
    this.#unsaved.push({ revision: this.#revision, ids: change.patches.map(({ id }) => id) });
  }

  /** Waits until everything applied so far is on the disk, or could not be written. Tries again what failed before. */
  async flush(): Promise<SaveState> {
    const wanted = this.#revision;
    do {
      this.#writing ??= this.#writeAll().finally(() => {
        this.#writing = null;
      });
      await this.#writing;
    } while (this.#savedRevision < wanted && this.#save.state !== 'not-saved');
    return this.#save;
  }

  /** Writes what is left and gives the lock back. `false` where something could not be written; then it stays open. */
  async close(): Promise<boolean> {
    if (this.#savedRevision < this.#revision && (await this.flush()).state !== 'saved') return false;
    if (this.#backup) {
      clearTimeout(this.#backup);
      await this.#backUp();
    }
    await this.release();
    return true;
  }

  /** Gives the lock back without writing: for giving up work that cannot be saved. */
  async release(): Promise<void> {
    if (this.#backup) clearTimeout(this.#backup);
    await this.#lock?.release().catch(ignoreSystemError);
    this.#lock = null;
  }

  #setSave(save: SaveState): void {
    this.#save = save;
    for (const listener of this.#listeners) listener(save);
  }

  async #writeAll(): Promise<void> {
    while (this.#savedRevision < this.#revision) {
      const target = this.#revision;
      this.#setSave({ state: 'saving' });
      try {
        await makeFolder(this.#options.folder);
        await this.#holdLock();
        await this.#low.write();
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        this.#setSave({ state: 'not-saved', reason: this.#reasonFor(error), unsaved: this.#unsavedIds() });
        return;
      }
      this.#savedRevision = target;
      this.#unsaved = this.#unsaved.filter(({ revision }) => revision > target);
      this.#scheduleBackup();
    }
    this.#setSave({ state: 'saved', at: this.#revision === 0 ? null : this.#options.now() });
  }

  /** Takes the lock that could not be taken at opening, unless somebody has written since. */
  async #holdLock(): Promise<void> {
    if (this.#lock) return;
    const { folder, host } = this.#options;
    const lock = await lockWorkspace(folder, host, 0);
    const onDisk = await this.#file.read();
    if (JSON.stringify(onDisk) !== JSON.stringify(this.#readAtOpening)) {
      await lock.release();
      throw new WorkspaceLockedError(
        `The workspace ${folder} has been changed by another Attest since it was opened here: start Attest again.`,
      );
    }
    this.#lock = lock;
  }

  #unsavedIds(): string[] {
    return [...new Set(this.#unsaved.flatMap(({ ids }) => ids))];
  }

  #reasonFor(error: Error): string {
    if (error instanceof WorkspaceLockedError) return error.message;
    return `The workspace ${this.#options.folder} could not be written: ${describeSystemError(error)}`;
  }

  #scheduleBackup(): void {
    if (this.#backup) clearTimeout(this.#backup);
    this.#backup = setTimeout(() => void this.#backUp(), backupAfterMs).unref();
  }

  async #backUp(): Promise<void> {
    this.#backup = null;
    // A backup that fails takes nothing away: the next save tells its user about a disk in trouble.
    await backUpLatest(this.#options.folder, this.workspace).catch(ignoreSystemError);
  }
}

function ignoreSystemError(error: unknown): void {
  if (!isSystemError(error)) throw error;
}

/** The lock, or `null` where the folder cannot be written: then each save tries again, and says why it fails. */
async function takeLock(folder: string, host: string, waitMs: number): Promise<WorkspaceLock | null> {
  try {
    await makeFolder(folder);
    return await lockWorkspace(folder, host, waitMs);
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}
