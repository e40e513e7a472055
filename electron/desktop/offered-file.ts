import { basename, resolve } from 'node:path';
import type { OfferedFile } from '../services/ports.ts';

/** The extension of files that systems open with Attest. */
const ownExtension = '.attest';

/** The archive that a start names, as a file manager does: an absolute path, or `null`. `folder` is where it was started. */
export function archiveAmong(args: readonly string[], folder: string): string | null {
  const named = args.slice(1).filter((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith(ownExtension));
  const last = named.at(-1);
  return last === undefined ? null : resolve(folder, last);
}

/** A file that the system had Attest open, until it is read; a later one takes the place of one that was not. */
export class FileFromSystem implements OfferedFile {
  #path: string | null = null;
  readonly #listeners = new Set<() => void>();

  get name(): string | null {
    return this.#path === null ? null : basename(this.#path);
  }

  /** The path, once. */
  take(): string | null {
    const path = this.#path;
    this.#path = null;
    return path;
  }

  offer(path: string | null): void {
    if (path === null) return;
    this.#path = path;
    for (const listener of this.#listeners) listener();
  }

  onOffer(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
