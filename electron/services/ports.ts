import type { CallOutput } from '../../core/ipc-contract.ts';
import type { Result } from '../../core/result.ts';

/** A finished export on its way out of the program. */
export interface FileToSave {
  readonly suggestedName: string;
  readonly mimeType: string;
  readonly content: Uint8Array;
  /** How many things are in it, as excerpts or changes; handed through to the outcome. */
  readonly count: number;
}

/**
 * How a host lets its user keep a file: a save dialog, a download, a path given on the command line. The services never
 * see a path. A failure has left no half-written file.
 */
export type SaveFile = (file: FileToSave) => Promise<Result<CallOutput<'exportExcerpts'>>>;

/** What a host says when it opens the services. */
export interface OpenOptions {
  readonly host: 'desktop' | 'browser' | 'command line';
  /** The version of the program. */
  readonly version: string;
  /** The folder with `catalogue.json` and `statements/`. */
  readonly resources: string;
  /** The workspace folder; created where it does not exist and `access` is `write`. */
  readonly workspaceFolder: string;
  /** `write` takes the workspace's lock until `close`; `read` needs none and refuses every change. */
  readonly access: 'read' | 'write';
  /** How long to wait for another process to let go of the lock, in milliseconds. */
  readonly lockWaitMs: number;
  /** The program of a search thread; without it, searches are made in the calling thread. */
  readonly searchThread?: string;
  readonly saveFile: SaveFile;
  /** A fresh link to this host's reader, for a second start on the same workspace; `null` where there is none yet. */
  readonly issueLink?: () => string | null;
}
