import type { BackupReason, BackupSummary } from '../../core/workspace/backup.ts';
import type { HostName } from '../../core/workspace/history.ts';
import type { Workspace } from '../../core/workspace/workspace.ts';
import { type BackupFile, backUp, copyAsBackup, listBackups, readBackup } from './backups.ts';
import type { Files } from './files.ts';
import type { Moment } from './snapshot.ts';
import { isSystemError } from './system-error.ts';

/** What a keeper of backups needs. `moment` gives the workspace as it is now; `now` is ISO 8601 in UTC. */
export interface BackupKeeperOptions {
  readonly folder: string;
  readonly files: Files;
  readonly now: () => string;
  readonly mayWrite: boolean;
  readonly moment: () => Moment;
}

const hourMs = 60 * 60 * 1000;

/** Makes backups of one workspace at their times, and opens them. One at a time; never of what is in one already. */
export class BackupKeeper {
  readonly #options: BackupKeeperOptions;
  #work: Promise<unknown> = Promise.resolve();
  #hourly: NodeJS.Timeout | null = null;

  constructor(options: BackupKeeperOptions) {
    this.#options = options;
  }

  /**
   * Makes the backup of the opening, without keeping anybody waiting, and one every hour in which there were changes. On
   * the command line, which opens for every command, an hour must have passed since the last. No backup is made of an
   * opening that had to do without the file.
   */
  start(host: HostName, isOpeningKept: boolean): void {
    const { moment } = this.#options;
    if (isOpeningKept) {
      const opened = moment();
      void this.#queue(() => this.#makeUnlessKept('opened', opened, host === 'command line' ? hourMs : 0));
    }
    this.#hourly = setInterval(() => void this.#queue(() => this.#makeUnlessKept('hourly', moment(), 0)), hourMs);
    this.#hourly.unref();
  }

  /** Waits for the backup that is being made, and makes no more by itself. */
  async stop(): Promise<void> {
    if (this.#hourly) clearInterval(this.#hourly);
    await this.#work;
  }

  /** The backups, newest first. */
  async list(): Promise<BackupSummary[]> {
    const backups = await listBackups(this.#options.folder, this.#options.files);
    return backups.map(({ path: _path, ...summary }) => summary);
  }

  /** What the backup `name` holds. `missing`: there is none; `damaged`: it is not whole. */
  async read(name: string): Promise<Workspace | 'missing' | 'damaged'> {
    const { folder, files } = this.#options;
    const backup = (await listBackups(folder, files)).find((candidate) => candidate.name === name);
    if (!backup) return 'missing';
    return (await readBackup(backup.path, files))?.workspace ?? 'damaged';
  }

  /** Backs up the workspace as it is now. Rejects with the system's error. */
  async make(reason: BackupReason): Promise<void> {
    await this.#write(this.#options.moment(), reason);
  }

  /** Keeps the bytes of a workspace file as they are, as a backup. Rejects with the system's error. */
  async copy(path: string, sequence: number, reason: BackupReason): Promise<void> {
    const { folder, files, now } = this.#options;
    await copyAsBackup(folder, path, sequence, { reason, now: now(), files });
  }

  async #queue(work: () => Promise<void>): Promise<void> {
    const next = this.#work.then(work).catch((error: unknown) => {
      // A backup that fails takes nothing away: the next save tells its user about a disk in trouble.
      if (!isSystemError(error)) throw error;
    });
    this.#work = next;
    await next;
  }

  async #write(moment: Moment, reason: BackupReason): Promise<void> {
    const { folder, files, now } = this.#options;
    await backUp(folder, moment, { reason, now: now(), files });
  }

  async #makeUnlessKept(reason: BackupReason, moment: Moment, afterMs: number): Promise<void> {
    const { folder, files, now, mayWrite } = this.#options;
    const { sequence } = moment.position;
    if (!mayWrite || sequence === 0) return;
    const [newest] = await listBackups(folder, files);
    if (newest && (newest.sequence >= sequence || isWithin(newest, now(), afterMs))) return;
    await this.#write(moment, reason);
  }
}

function isWithin({ at }: BackupFile, now: string, ms: number): boolean {
  const passed = Date.parse(now) - Date.parse(at);
  return passed >= 0 && passed < ms;
}
