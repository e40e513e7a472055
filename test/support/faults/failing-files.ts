import { truncate } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { type Files, type OpenFile, systemFiles } from '../../../electron/store/files.ts';

/** What the store does with files, by name. `write`, `sync` and `close` are those of an open file. */
export type FileOperation = keyof Files | keyof OpenFile;

/** An operation about to happen. `count` is its number among all, `countOfKind` among those of its name, from 1. */
export interface Attempt {
  readonly operation: FileOperation;
  readonly path: string;
  readonly count: number;
  readonly countOfKind: number;
}

/** How an operation fails. */
export interface Failure {
  /** As the system names it: `ENOSPC`. */
  readonly code: string;
  /** Of a write: which part of the bytes is written all the same, from 0 to 1. */
  readonly part?: number;
  /** Of an fsync: what it was to bring to the disk is gone, as the page cache of Linux does it. */
  readonly losesUnsynced?: boolean;
}

/** Files between the store and the disk that do what a test wants. */
export interface FailingFiles {
  readonly files: Files;
  /** How many operations there have been. */
  readonly count: () => number;
  /** Ends as a process ends: nothing reaches the disk any more. Resolves when what was on its way has come to rest. */
  readonly die: () => Promise<void>;
}

/** What decides. A number is how many milliseconds the operation takes longer. */
type Decide = (attempt: Attempt) => Failure | number | null;

function systemError(code: string, { operation, path }: Attempt): Error {
  return Object.assign(new Error(`${code}: injected by the test, ${operation} '${path}'`), { code, path });
}

/** Files over `inner` that fail, and take their time, where `decide` says so. */
export function failingFiles(decide: Decide, inner: Files = systemFiles): FailingFiles {
  const counts = new Map<FileOperation, number>();
  const underWay = new Set<Promise<unknown>>();
  const open = new Set<OpenFile>();
  let count = 0;
  let isDead = false;

  /** Does `act`, unless it is to fail; `beforeFailing` is what happens to the disk then. */
  async function attempt<Value>(
    operation: FileOperation,
    path: string,
    act: () => Promise<Value>,
    beforeFailing: (failure: Failure) => Promise<void> = async () => undefined,
  ): Promise<Value> {
    count += 1;
    const countOfKind = (counts.get(operation) ?? 0) + 1;
    counts.set(operation, countOfKind);
    const what: Attempt = { operation, path, count, countOfKind };
    const decision = isDead ? { code: 'EIO' } : decide(what);
    if (typeof decision === 'number') await wait(decision);
    // It may have died while this one took its time.
    if (isDead) throw systemError('EIO', what);
    const isFailing = typeof decision === 'object' && decision !== null;
    const doing = isFailing ? beforeFailing(decision) : act();
    underWay.add(doing);
    try {
      const value = await doing;
      if (isFailing) throw systemError(decision.code, what);
      return value as Value; // It is the value of `act`: the other one has thrown.
    } finally {
      underWay.delete(doing);
    }
  }

  function watched(path: string, file: OpenFile): OpenFile {
    let written = 0;
    let synced = 0;
    open.add(file);
    const put = async (bytes: Uint8Array): Promise<void> => {
      await file.write(bytes);
      written += bytes.length;
    };
    return {
      write: (bytes) =>
        attempt(
          'write',
          path,
          () => put(bytes),
          async ({ part = 0 }) => {
            if (part > 0) await put(bytes.subarray(0, Math.floor(bytes.length * part)));
          },
        ),
      sync: () =>
        attempt(
          'sync',
          path,
          async () => {
            const upTo = written;
            await file.sync();
            synced = upTo;
          },
          async ({ losesUnsynced = false }) => {
            if (losesUnsynced) await truncate(path, synced);
            if (losesUnsynced) written = synced;
          },
        ),
      close: () =>
        attempt('close', path, async () => {
          open.delete(file);
          await file.close();
        }),
    };
  }

  const files: Files = {
    readFile: (path) => attempt('readFile', path, () => inner.readFile(path)),
    readFolder: (path) => attempt('readFolder', path, () => inner.readFolder(path)),
    lookAt: (path) => attempt('lookAt', path, () => inner.lookAt(path)),
    createFile: (path, mode) =>
      attempt('createFile', path, async () => watched(path, await inner.createFile(path, mode))),
    cut: (path, sizeBytes) => attempt('cut', path, () => inner.cut(path, sizeBytes)),
    rename: (from, to) => attempt('rename', from, () => inner.rename(from, to)),
    remove: (path) => attempt('remove', path, () => inner.remove(path)),
    makeFolder: (path) => attempt('makeFolder', path, () => inner.makeFolder(path)),
    syncFolder: (path) => attempt('syncFolder', path, () => inner.syncFolder(path)),
  };
  return {
    files,
    count: () => count,
    die: async () => {
      isDead = true;
      await Promise.allSettled(underWay);
      await Promise.allSettled([...open].map((file) => file.close()));
      open.clear();
    },
  };
}
