import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { type Files, systemFiles } from '../../../electron/store/files.ts';

/**
 * One operation that changes the disk. Paths are relative to the folder that is recorded, `node` is a file whatever it is
 * called. A name that is put in a folder points to a file, or to `'folder'`.
 */
export type Operation =
  | { readonly do: 'write'; readonly node: number; readonly bytes: Uint8Array }
  | { readonly do: 'cut'; readonly node: number; readonly sizeBytes: number }
  | { readonly do: 'sync'; readonly node: number }
  | { readonly do: 'put'; readonly path: string; readonly points: number | 'folder' }
  | { readonly do: 'rename'; readonly from: string; readonly to: string; readonly points: number | 'folder' }
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'sync-folder'; readonly path: string };

/** What happened, in order: operations begin and end, and between them whatever the test notes. */
export type LogEntry<Note> =
  | { readonly at: 'begin'; readonly id: number; readonly operation: Operation }
  | { readonly at: 'end'; readonly id: number; readonly isDone: boolean }
  | { readonly at: 'note'; readonly note: Note };

/** Files that do everything for real and remember it. */
export interface Recording<Note> {
  readonly files: Files;
  /** What the folder held before, all of it on the disk, and what has happened since. */
  readonly log: readonly LogEntry<Note>[];
  /** How many entries of the log tell what was there before. */
  readonly entriesBefore: number;
  /** Puts a note of the test's own into the log, at this moment. */
  readonly note: (note: Note) => void;
}

/** Records what happens in `root` from now on. Operations outside of it are done and not recorded. */
export async function recordFiles<Note>(root: string, inner: Files = systemFiles): Promise<Recording<Note>> {
  const log: LogEntry<Note>[] = [];
  const nodes = new Map<string, number | 'folder'>();
  let operations = 0;
  let lastNode = 0;
  const within = (path: string): string => relative(root, path);
  const isOutside = (path: string): boolean => within(path).startsWith('..');

  async function logged<Value>(operation: Operation, act: () => Promise<Value>): Promise<Value> {
    operations += 1;
    const id = operations;
    log.push({ at: 'begin', id, operation });
    try {
      const value = await act();
      log.push({ at: 'end', id, isDone: true });
      return value;
    } catch (error) {
      log.push({ at: 'end', id, isDone: false });
      throw error;
    }
  }

  function nodeAt(path: string): number {
    const node = nodes.get(within(path));
    if (typeof node !== 'number') throw new Error(`${path} has not been made through these files.`);
    return node;
  }

  async function readWhatIsThere(folder: string): Promise<void> {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isFile()) lastNode += 1;
      const points = entry.isDirectory() ? 'folder' : lastNode;
      nodes.set(within(path), points);
      await logged({ do: 'put', path: within(path), points }, async () => undefined);
      if (points === 'folder') {
        await readWhatIsThere(path);
        continue;
      }
      await logged({ do: 'write', node: points, bytes: await readFile(path) }, async () => undefined);
      await logged({ do: 'sync', node: points }, async () => undefined);
    }
    await logged({ do: 'sync-folder', path: within(folder) }, async () => undefined);
  }

  const files: Files = {
    ...inner,
    async createFile(path, mode) {
      if (isOutside(path)) return inner.createFile(path, mode);
      lastNode += 1;
      const node = lastNode;
      const file = await logged({ do: 'put', path: within(path), points: node }, () => inner.createFile(path, mode));
      nodes.set(within(path), node);
      return {
        // Whoever calls may use the same memory again.
        write: (bytes) => logged({ do: 'write', node, bytes: Uint8Array.from(bytes) }, () => file.write(bytes)),
        sync: () => logged({ do: 'sync', node }, () => file.sync()),
        close: () => file.close(),
      };
    },
    cut: (path, sizeBytes) =>
      isOutside(path)
        ? inner.cut(path, sizeBytes)
        : logged({ do: 'cut', node: nodeAt(path), sizeBytes }, () => inner.cut(path, sizeBytes)),
    async rename(from, to) {
      const points = nodes.get(within(from));
      if (points === undefined) return inner.rename(from, to);
      await logged({ do: 'rename', from: within(from), to: within(to), points }, () => inner.rename(from, to));
      nodes.delete(within(from));
      nodes.set(within(to), points);
    },
    async remove(path) {
      if (!nodes.has(within(path))) return inner.remove(path);
      await logged({ do: 'remove', path: within(path) }, () => inner.remove(path));
      nodes.delete(within(path));
    },
    async makeFolder(path) {
      if (isOutside(path)) return inner.makeFolder(path);
      await logged({ do: 'put', path: within(path), points: 'folder' }, () => inner.makeFolder(path));
      nodes.set(within(path), 'folder');
    },
    syncFolder: (path) =>
      isOutside(path)
        ? inner.syncFolder(path)
        : logged({ do: 'sync-folder', path: within(path) }, () => inner.syncFolder(path)),
  };
  await readWhatIsThere(root);
  return { files, log, entriesBefore: log.length, note: (note) => log.push({ at: 'note', note }) };
}

/** The folder that a name of `operation` lies in, relative as it is; `null` for what is not about names. */
export function folderOf(operation: Operation): string | null {
  if (operation.do === 'put' || operation.do === 'remove') return folderOfPath(operation.path);
  return operation.do === 'rename' ? folderOfPath(operation.to) : null;
}

/** The folder of `path`, empty for the recorded folder itself. */
function folderOfPath(path: string): string {
  return basename(path) === path ? '' : dirname(path);
}
