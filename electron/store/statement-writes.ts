import { dirname } from 'node:path';
import type { Files } from './files.ts';
import { makeFolder } from './make-folder.ts';
import { isSystemError } from './system-error.ts';
import { writeFileDurably } from './write-file-durably.ts';

/** A file of a statement: where it is kept, and what is in it. */
export interface StatementFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Who writes files of statements through the same `Files`. */
interface Desk {
  /** Folders are made, and files taken back, one after the other. */
  turn: Promise<unknown>;
  /** The paths that are being written by somebody who takes nothing back, and how often. */
  readonly writing: Map<string, number>;
  readonly bringing: Set<BroughtFiles>;
}

const desks = new WeakMap<Files, Desk>();

function deskOf(files: Files): Desk {
  const desk = desks.get(files) ?? { turn: Promise.resolve(), writing: new Map(), bringing: new Set() };
  desks.set(files, desk);
  return desk;
}

function inTurn<Value>(desk: Desk, act: () => Promise<Value>): Promise<Value> {
  const done = desk.turn.then(act);
  desk.turn = done.catch(() => undefined);
  return done;
}

/**
 * Makes a folder as `makeFolder` does, one after the other where several statements are written at once: none is in a folder whose name
 * is not on the disk yet.
 */
function makeInTurn(path: string, files: Files): Promise<void> {
  return inTurn(deskOf(files), () => makeFolder(path, files));
}

/** Keeps files of a statement; what is there already is written anew. All are on the disk afterwards. Rejects with the system's error. */
export async function writeStatementFiles(kept: readonly StatementFile[], files: Files): Promise<void> {
  const { writing, bringing } = deskOf(files);
  for (const { path } of kept) {
    writing.set(path, (writing.get(path) ?? 0) + 1);
    for (const brought of bringing) brought.leave(path);
  }
  try {
    for (const { path, bytes } of kept) {
      await makeInTurn(dirname(path), files);
      await writeFileDurably(path, bytes, { files });
    }
  } finally {
    for (const { path } of kept) {
      const left = (writing.get(path) ?? 1) - 1;
      if (left > 0) writing.set(path, left);
      else writing.delete(path);
    }
  }
}

/** How many folders are brought to the disk, and how many files removed, at once. */
const atOnce = 8;

/**
 * Many files of statements that are brought together, or not at all: they are on the disk after `settle`, and until then they can be
 * taken back. Each is on the disk before it has its name; the names of all that are in one folder come to the disk together.
 */
export class BroughtFiles {
  readonly #files: Files;
  /** Puts off what brings names to the disk. */
  readonly #late: Files;
  /** The folders whose names of files are not on the disk yet. */
  readonly #folders = new Set<string>();
  readonly #made = new Map<string, Promise<void>>();
  /** What others write at the same time: it is not to be taken back. */
  readonly #others: Set<string>;
  readonly #own = new Set<string>();

  /** To be ended by `settle` or `takeBack`. */
  constructor(files: Files) {
    this.#files = files;
    this.#late = {
      ...files,
      syncFolder: async (path) => {
        this.#folders.add(path);
      },
    };
    const { writing, bringing } = deskOf(files);
    this.#others = new Set(writing.keys());
    bringing.add(this);
  }

  /** Keeps a file; what is there already is written anew, and stays if all is taken back. Rejects with the system's error. */
  async write({ path, bytes }: StatementFile): Promise<void> {
    await this.#makeFolder(dirname(path));
    const isThere = this.#own.has(path) || (await this.#has(path));
    await writeFileDurably(path, bytes, { files: this.#late });
    if (!isThere) this.#own.add(path);
  }

  /** Somebody else writes a file of this path. */
  leave(path: string): void {
    this.#others.add(path);
  }

  /** Resolves when all that was written is on the disk. Rejects with the system's error; it can be taken back then. */
  async settle(): Promise<void> {
    const folders = [...this.#folders];
    for (let from = 0; from < folders.length; from += atOnce) {
      await Promise.all(folders.slice(from, from + atOnce).map((folder) => this.#files.syncFolder(folder)));
    }
    deskOf(this.#files).bringing.delete(this);
  }

  /**
   * Removes what was written and was not there before, but what others write too and what `isNeeded`. To be called when nothing is being
   * written any more. What cannot be removed does no harm.
   */
  async takeBack(isNeeded: (path: string) => boolean): Promise<void> {
    const desk = deskOf(this.#files);
    const own = [...this.#own];
    for (let from = 0; from < own.length; from += atOnce) {
      // Whoever writes one of them from now on waits for his turn to make its folder.
      await inTurn(desk, () => {
        const left = own.slice(from, from + atOnce).filter((path) => !this.#others.has(path) && !isNeeded(path));
        return Promise.all(left.map((path) => this.#remove(path)));
      });
    }
    desk.bringing.delete(this);
  }

  /** Makes a folder, once; its name is on the disk at once, since others may put files into it too. */
  #makeFolder(path: string): Promise<void> {
    const made = this.#made.get(path) ?? makeInTurn(path, this.#files);
    this.#made.set(path, made);
    return made;
  }

  async #remove(path: string): Promise<void> {
    await this.#files.remove(path).catch((error: unknown) => {
      if (!isSystemError(error)) throw error;
    });
  }

  async #has(path: string): Promise<boolean> {
    try {
      await this.#files.lookAt(path);
      return true;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      // What cannot be looked at is not its own.
      return error.code !== 'ENOENT';
    }
  }
}
