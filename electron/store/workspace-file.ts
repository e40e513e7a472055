import type { Adapter } from 'lowdb';
import type { Workspace } from '../../core/workspace/workspace.ts';
import type { FileFacts, Files } from './files.ts';
import { type JournalPosition, journalStart } from './journal-record.ts';
import { parseSnapshot, takeMoment, writeSnapshot } from './snapshot.ts';
import { isSystemError } from './system-error.ts';

const noFile: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/**
 * Keeps lowdb's data in one JSON file that its user can open and copy. In place of lowdb's own adapter: bytes are checked
 * on reading, a write is on the disk when it resolves, and does not hold up what else there is to do. Knows which file it
 * left there, so that one that somebody else put in its place is noticed.
 */
export class WorkspaceFile implements Adapter<Workspace> {
  readonly path: string;
  /** Where the journal has come to with the data that is being written. */
  position: () => JournalPosition = () => journalStart;
  readonly #files: Files;
  #left: FileFacts | null = null;
  #isGood = false;

  constructor(path: string, files: Files) {
    this.path = path;
    this.#files = files;
  }

  /** Whether the file is one that the journal can follow, as far as is known without looking. */
  get isGood(): boolean {
    return this.#isGood;
  }

  /** The size of the file as it was left. */
  get sizeBytes(): number {
    return this.#left?.sizeBytes ?? 0;
  }

  /** Remembers the file that is there now, and whether it is good. */
  async remember(isGood: boolean): Promise<void> {
    this.#left = await this.#look();
    this.#isGood = isGood && this.#left !== null;
  }

  /** Whether the file is the good one that was left. */
  async isInPlace(): Promise<boolean> {
    return this.#isGood && this.#isSame(await this.#look());
  }

  /** Whether nobody else has put a file there. That it has gone is no change. */
  async isUntouched(): Promise<boolean> {
    const found = await this.#look();
    return found === null || this.#isSame(found);
  }

  /** The workspace, or `null` where there is no file yet. */
  async read(): Promise<Workspace | null> {
    if ((await this.#look()) === null) return null;
    return parseSnapshot(await this.#files.readFile(this.path)).workspace;
  }

  async write(workspace: Workspace): Promise<void> {
    await writeSnapshot(this.path, takeMoment(workspace, this.position()), this.#files);
    await this.remember(true);
  }

  #isSame(found: FileFacts | null): boolean {
    const left = this.#left;
    return (
      found !== null &&
      left !== null &&
      found.identity === left.identity &&
      found.sizeBytes === left.sizeBytes &&
      found.modifiedMs === left.modifiedMs
    );
  }

  async #look(): Promise<FileFacts | null> {
    try {
      return await this.#files.lookAt(this.path);
    } catch (error) {
      if (isSystemError(error) && noFile.has(error.code)) return null;
      throw error;
    }
  }
}
