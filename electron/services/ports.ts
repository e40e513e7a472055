import type { AttestBridge, CallInput, CallName } from '../../core/ipc-contract.ts';
import type { Exported } from '../../core/outcomes.ts';
import type { Result } from '../../core/result.ts';
import type { ScryptCost } from '../store/vault/scrypt-cost.ts';

/** A finished export on its way out of the program. */
export interface FileToSave {
  readonly suggestedName: string;
  readonly mimeType: string;
  readonly content: Uint8Array;
  /** How many things are in it, as excerpts or changes; handed through to the outcome. */
  readonly count: number;
  /** A file for programs that goes with it, under the same name and `suffix` after it; `null` where there is none. */
  readonly beside: FileBeside | null;
}

/** What goes beside a file that is saved. */
export interface FileBeside {
  readonly suffix: string;
  readonly mimeType: string;
  readonly content: Uint8Array;
}

/**
 * How a host lets its user keep a file: a save dialog, a download, a path given on the command line. The services never
 * see a path. A failure has left no half-written file, and neither of two. Aborted by `signal`, it is cancelled.
 */
export type SaveFile = (file: FileToSave, signal: AbortSignal) => Promise<Result<Exported>>;

/** Makes a PDF of a page of HTML in UTF-8 that needs nothing but itself. Aborted by `signal`, it may fail in any words. */
export type PrintPdf = (html: Uint8Array, signal: AbortSignal) => Promise<Result<Uint8Array>>;

/** A file that its user chose to be read: its path, or its bytes where the host has no path. */
export interface PickedFile {
  readonly source: string | Buffer;
  /** How its user knows it. */
  readonly name: string;
}

/**
 * How a host has its user choose a file: in a dialog, or the one that the reader sent before as `upload`. `null` where they chose none.
 */
export type PickFile = (upload: string | null, signal: AbortSignal) => Promise<Result<PickedFile | null>>;

/** Files and folders that were chosen, by their absolute paths; with the folders in these folders where `isRecursive`. */
export interface PickedPaths {
  readonly paths: readonly string[];
  readonly isRecursive: boolean;
}

/** How a host has its user choose a file, files, or a folder, to be read one after the other. `null` where they chose none. */
export type PickPaths = (kind: 'file' | 'files' | 'folder') => Promise<PickedPaths | null>;

/** A file that the system had this host open: what `pickFile` gives next, without asking. */
export interface OfferedFile {
  /** How its user knows it; `null` where there is none. */
  readonly name: string | null;
  /** Calls `listener` when one comes, until the returned function is called. */
  readonly onOffer: (listener: () => void) => () => void;
}

/** What answers some calls before the services can. */
export interface EarlyAnswers {
  readonly call: AttestBridge['call'];
  /** Whether it answers this call. */
  readonly has: <Name extends CallName>(name: Name, input: CallInput<Name>) => boolean;
}

/** What a host says when it opens the services. */
export interface OpenOptions {
  readonly host: 'desktop' | 'browser' | 'command line';
  /** The version of the program. */
  readonly version: string;
  /** The folder with `catalogue.json` and `statements/`. */
  readonly resources: string;
  /** The workspace folder; created where it does not exist and `access` is `write`. */
  readonly workspaceFolder: string;
  /** Whether that is beside the program, where a portable Attest keeps everything. */
  readonly isPortable?: boolean;
  /** `write` takes the workspace's lock until `close`; `read` needs none and refuses every change. */
  readonly access: 'read' | 'write';
  /** How long to wait for another process to let go of the lock, in milliseconds. */
  readonly lockWaitMs: number;
  /** The program of a search thread; without it, searches are made in the calling thread. */
  readonly searchThread?: string;
  /** The program of a thread that makes reports; without it, they are made in the calling thread. */
  readonly exportThread?: string;
  /** The program of a thread that reads files of work; without it, they are read in the calling thread. */
  readonly importThread?: string;
  /** The program of a thread that turns files into text; without it, they are converted in the calling thread. */
  readonly convertThread?: string;
  /** How long after the first reader is served the check of the library’s files begins by itself, in milliseconds. */
  readonly fixityDelayMs?: number;
  /** Called, perhaps, when what is left of the opening is to read a large workspace: it will be opened, but for a broken disk. */
  readonly onSure?: () => void;
  /** Called, perhaps, after that: while the rest is being read, this is to be seen of it. */
  readonly onGlimpse?: (glimpse: EarlyAnswers) => void;
  readonly saveFile: SaveFile;
  readonly offered?: OfferedFile;
  /** Without it, nothing can be imported here. */
  readonly pickFile?: PickFile;
  /** Without it, the reader sends the files that are to be added. */
  readonly pickPaths?: PickPaths;
  /** How this host makes a PDF itself. */
  readonly printPdf?: PrintPdf;
  /** How this host has its reader print a page of HTML, where it makes no PDF itself; it is named as the PDF would be. */
  readonly printInReader?: SaveFile;
  /**
   * Whether a command may have its calls made by the Attest that has the workspace open: not where it saves a file or
   * changes the encryption.
   */
  readonly mayVisit?: boolean;
  /** What a passphrase that is set here is protected by; measured on this machine where it is not given. */
  readonly chooseCost?: () => Promise<ScryptCost>;
  /** A fresh link to this host's reader, for a second start on the same workspace; `null` where there is none yet. */
  readonly issueLink?: () => string | null;
}
