import type { AttestService } from '../../core/ipc-contract.ts';
import type { Result } from '../../core/result.ts';
import type { Notice, Session } from '../../core/session.ts';
import type { RunningProgram } from '../services/update/check-release.ts';
import type { Passphrases } from './passphrases.ts';

/** The options of the command line, as they were given; each command takes some of them. */
export interface CommandOptions {
  readonly quote?: string | undefined;
  readonly nth?: string | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly note?: string | undefined;
  readonly statement?: readonly string[] | undefined;
  readonly highlight?: readonly string[] | undefined;
  readonly limit?: string | undefined;
  readonly format?: string | undefined;
  readonly dossier?: string | undefined;
  readonly match?: string | undefined;
  readonly group?: string | undefined;
  readonly context?: string | undefined;
  readonly style?: string | undefined;
  readonly withhold?: readonly string[] | undefined;
  readonly 'no-notes'?: boolean | undefined;
  readonly 'with-name'?: boolean | undefined;
  /** The machine-readable record beside the file. */
  readonly record?: boolean | undefined;
  /** For a search: names only as they are spelt in the query. */
  readonly 'same-spelling'?: boolean | undefined;
  /** For an import: what becomes of what the two disagree on; where its report goes; whether to change nothing. */
  readonly rule?: string | undefined;
  readonly report?: string | undefined;
  readonly 'dry-run'?: boolean | undefined;
  /** For adding files: with the folders in a folder; the encoding of text; the statement that a file is a new version of. */
  readonly recursive?: boolean | undefined;
  readonly encoding?: string | undefined;
  readonly 'version-of'?: string | undefined;
  /** For an export of work: with the notes that are for oneself alone. */
  readonly 'private-notes'?: boolean | undefined;
  /** For decrypting: also where something damaged is lost by it. */
  readonly 'lose-damaged'?: boolean | undefined;
}

/** What a command was called with, its own name left out. */
export interface CommandInput {
  readonly operands: readonly string[];
  readonly options: CommandOptions;
}

/**
 * What a command has to say: a value for `--json`, and the same for people. With `problem`, one sentence, the output is
 * printed all the same and the exit code is 1.
 */
export interface CommandOutput {
  readonly json: unknown;
  readonly text: string;
  readonly problem?: string;
}

/** What every command of the command line has. */
interface CommandShape {
  readonly name: string;
  /** Its operands and options as the usage shows them. */
  readonly synopsis: string;
  readonly summary: string;
  readonly options: readonly (keyof CommandOptions)[];
  /** How many operands it takes, at least and at most. */
  readonly operands: readonly [atLeast: number, atMost: number];
  /** What is wrong with the input, in one sentence, before anything is opened; `null` where nothing is. */
  readonly check?: (input: CommandInput) => string | null;
}

/** Writes a file at a path, whole or not at all, and never over what is Attest's own. */
export type WriteFile = (path: string, content: Uint8Array) => Promise<Result<unknown>>;

/** Whoever sits there while a command works for long. */
export interface Terminal {
  /** Shows how far it is, in place of what was shown before; `null` when it is over. */
  readonly showProgress: (line: string | null) => void;
  /** Calls `listener` when its user wants it to end, until the returned function is called. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

/** One command of the command line, on an opened workspace. */
export interface WorkspaceCommand extends CommandShape {
  /** `write` for a command that changes the workspace; a function where that depends on how it is called. */
  readonly access: 'read' | 'write' | ((input: CommandInput) => 'read' | 'write');
  /** `false` for a command that no other Attest can do for it, as one that saves a file. */
  readonly mayVisit?: false;
  readonly run: (
    service: AttestService,
    session: Session,
    input: CommandInput,
    write: WriteFile,
    terminal: Terminal,
  ) => Promise<Result<CommandOutput>>;
}

/** A command about the encryption: the workspace may be locked. */
export interface VaultCommand extends CommandShape {
  readonly accessFor: (input: CommandInput) => 'read' | 'write';
  readonly runLocked: (
    service: AttestService,
    passphrases: Passphrases,
    input: CommandInput,
    /** Takes what its user must know of the workspace once it is unlocked. */
    report: (notice: Notice) => void,
  ) => Promise<Result<CommandOutput>>;
}

/** A command about the program itself: no workspace is opened, or made. */
export interface ProgramCommand extends CommandShape {
  readonly runAlone: (program: RunningProgram, input: CommandInput) => Promise<Result<CommandOutput>>;
}

export type Command = WorkspaceCommand | VaultCommand | ProgramCommand;
