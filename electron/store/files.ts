import { mkdir, open, readdir, readFile, rename, rm, stat, truncate } from 'node:fs/promises';
import { isSystemError } from './system-error.ts';

/** A new file being written, at its end only. */
export interface OpenFile {
  /** Writes all of `bytes`. They are on the disk after `sync`, not before. */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Resolves when everything written so far is on the disk, the size of the file included. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What tells one file from another that took its place: `identity` is the same for one file as long as it lives. */
export interface FileFacts {
  readonly identity: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/**
 * Everything the store asks of a file system. Every function rejects with the system's error. The tests put layers
 * between the store and the disk here: full disks, broken ones, slow ones, and the power going out.
 */
export interface Files {
  readonly readFile: (path: string) => Promise<Buffer>;
  readonly readFolder: (path: string) => Promise<string[]>;
  readonly lookAt: (path: string) => Promise<FileFacts>;
  /** Makes a file that is not there yet (`EEXIST` where it is). Its name is on the disk after `syncFolder`. */
  readonly createFile: (path: string, mode: number) => Promise<OpenFile>;
  /** Cuts a file to `sizeBytes`, on the disk. */
  readonly cut: (path: string, sizeBytes: number) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file, where it is there. */
  readonly remove: (path: string) => Promise<void>;
  /** Makes one folder (`EEXIST` where it is there). */
  readonly makeFolder: (path: string) => Promise<void>;
  /** Resolves when the names in the folder are on the disk. */
  readonly syncFolder: (path: string) => Promise<void>;
}

/** What file systems answer that know no fsync of a folder. */
const withoutFolderSync: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

const isWindows = process.platform === 'win32';

/** The files of the system that this process runs on. */
export const systemFiles: Files = {
  readFile: (path) => readFile(path),
  readFolder: (path) => readdir(path),
  async lookAt(path) {
    const { dev, ino, size, mtimeMs } = await stat(path, { bigint: true });
    return { identity: `${dev}:${ino}`, sizeBytes: Number(size), modifiedMs: Number(mtimeMs) };
  },
  async createFile(path, mode) {
    const handle = await open(path, 'ax', mode);
    // The user's mask may have taken something away; some file systems have no permissions to change.
    await handle.chmod(mode).catch(() => undefined);
    return {
      write: (bytes) => handle.writeFile(bytes),
      sync: () => handle.datasync(),
      close: () => handle.close(),
    };
  },
  async cut(path, sizeBytes) {
    await truncate(path, sizeBytes);
    const handle = await open(path, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  makeFolder: async (path) => {
    await mkdir(path, { mode: 0o700 });
  },
  async syncFolder(path) {
    if (isWindows) return; // A folder cannot be opened there, and NTFS journals the names.
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } catch (error) {
      if (!isSystemError(error) || !withoutFolderSync.has(error.code)) throw error;
    } finally {
      await handle.close();
    }
  },
};
