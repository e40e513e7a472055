import { resolve } from 'node:path';
import type { KnownSource } from '../../../../core/exchange/incoming.ts';
import { importLimits } from '../../../../core/exchange/limits.ts';
import type { Work } from '../../../../core/exchange/work.ts';
import { fail, type Result, succeed } from '../../../../core/result.ts';
import { say } from '../../../../core/sentence.ts';
import { type Files, systemFiles } from '../../../store/files.ts';
import { describeSystemError, isSystemError } from '../../../store/system-error.ts';
import { isSharedFile } from './file-names.ts';
import { FolderReader, type FolderReading } from './folder-reader.ts';
import { contentOf, type OwnWriting, writeOwnFile } from './write-own-file.ts';

/** What a shared folder stands on; the tests have others. */
interface SharedFolderOptions {
  readonly files?: Files;
  /** Milliseconds. */
  readonly now?: () => number;
  /** After how many bytes the rest is left for the next reading. */
  readonly mostBytes?: number;
}

/**
 * A folder that an existing synchroniser keeps in step between people. Everybody writes one file there, their own, and reads
 * those of the others; nobody's file but one's own is ever changed, renamed or deleted. Nothing happens by itself: whoever holds
 * this says when. Its calls wait for each other.
 */
export class SharedFolder {
  readonly folder: string;
  readonly #files: Files;
  readonly #now: () => number;
  readonly #reader: FolderReader;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    folder: string,
    { files = systemFiles, now = Date.now, mostBytes = importLimits.documentBytes }: SharedFolderOptions,
  ) {
    this.folder = folder;
    this.#files = files;
    this.#now = now;
    this.#reader = new FolderReader(folder, { files, now, mostBytes });
  }

  /** Opens a folder that is there; a sentence where it is not, or cannot be read. Nothing is made or written. */
  static async open(folder: string, options: SharedFolderOptions = {}): Promise<Result<SharedFolder>> {
    const shared = new SharedFolder(resolve(folder), options);
    const names = await shared.#list();
    return names.ok ? succeed(shared) : names;
  }

  /**
   * Writes one's own work into one's own file, durably, where that is not what it says already; without the notes that are for
   * its user alone. Work of this workspace in it that is neither in `work` nor was ever given out by `readOthers` is not
   * overwritten. Fails with a sentence where the folder has gone, is full or may not be written to; the file is then as it was.
   */
  writeOwn(work: Work, known: readonly KnownSource[]): Promise<Result<OwnWriting>> {
    return this.#inTurn(() => this.#writeOwn(work, known));
  }

  /**
   * The work in the others' files that is new since the last time; and of one's own workspace what is not in `own`, as it comes from
   * a copy of it. Of a file that is not whole yet nothing is said at first, and it is tried again each time. Fails with a sentence
   * where the folder has gone.
   */
  readOthers(own: Work, known: readonly KnownSource[]): Promise<Result<FolderReading>> {
    return this.#inTurn(async () => {
      const names = await this.#list();
      return names.ok ? succeed(await this.#reader.read(names.value, own, known)) : names;
    });
  }

  #inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const turn = this.#turn.then(act, act);
    this.#turn = turn;
    return turn;
  }

  async #list(): Promise<Result<string[]>> {
    try {
      return succeed((await this.#files.readFolder(this.folder)).filter(isSharedFile).sort());
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const code = error.code === 'ENOENT' || error.code === 'ENOTDIR' ? 'not-found' : 'unreadable';
      return fail(
        code,
        say(/*i18n*/ 'The shared folder {folder} cannot be read: {reason}', {
          folder: this.folder,
          reason: describeSystemError(error),
        }),
      );
    }
  }

  async #writeOwn(work: Work, known: readonly KnownSource[]): Promise<Result<OwnWriting>> {
    const names = await this.#list();
    if (!names.ok) return names;
    const content = contentOf(work, known);
    try {
      const { folder } = this;
      const { isDone: isGivenOut } = this.#reader;
      const place = { folder, names: names.value, files: this.#files, now: this.#now(), isGivenOut };
      const written = await writeOwnFile({ work, known, content }, place);
      if (written.outcome !== 'held-back') this.#reader.markDone(content);
      return succeed(written);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return fail(
        'not-saved',
        say(/*i18n*/ 'Your work could not be written into the shared folder {folder}: {reason}', {
          folder: this.folder,
          reason: describeSystemError(error),
        }),
      );
    }
  }
}
