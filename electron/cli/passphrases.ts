import { closeSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fail, type Result, succeed } from '../../core/result.ts';
import { inEnglish } from '../../core/sentence.ts';
import { describeSystemError, isSystemError } from '../store/system-error.ts';

/** Asks for a secret without showing it; `null` where it was broken off. */
export type AskSecret = (prompt: string) => Promise<string | null>;

/** Where passphrases come from: one a line, in the order in which they are asked for. */
export type PassphraseSource =
  | { readonly kind: 'descriptor'; readonly descriptor: number }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'terminal' };

/** Where the options of the command line say that passphrases are. */
export function passphraseSource(descriptor: string | undefined, path: string | undefined): Result<PassphraseSource> {
  if (descriptor !== undefined && path !== undefined) {
    return fail('invalid', 'Give --passphrase-fd or --passphrase-file, not both.');
  }
  if (path === '') return fail('invalid', '--passphrase-file takes the path of a file.');
  if (path !== undefined) return succeed({ kind: 'file', path });
  if (descriptor === undefined) return succeed({ kind: 'terminal' });
  if (!/^\d{1,4}$/u.test(descriptor)) return fail('invalid', '--passphrase-fd takes the number of a file descriptor.');
  return succeed({ kind: 'descriptor', descriptor: Number(descriptor) });
}

type GivenSource = Exclude<PassphraseSource, { kind: 'terminal' }>;

const told = (source: GivenSource): string =>
  source.kind === 'file' ? source.path : `file descriptor ${source.descriptor}`;

function readDescriptor(descriptor: number): Buffer {
  try {
    return readFileSync(descriptor);
  } finally {
    // Ours alone, and read to its end; the standard ones are used by others.
    if (descriptor > 2) closeSync(descriptor);
  }
}

/** What UTF-16, another encoding of one byte a letter, and what was decoded wrongly before leave in a line. */
const strange = /[\p{Cc}\uFFFD]/u;

/** The lines of a text in UTF-8, with or without a mark of that before it; `null` where it is none. */
function readLines(bytes: Uint8Array): string[] | null {
  try {
    const lines = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(/\r\n?|\n/u);
    return lines.some((line) => strange.test(line)) ? null : lines;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The passphrases that a command is given, one after the other. They are never logged, and in no sentence. */
export class Passphrases {
  readonly #source: PassphraseSource;
  readonly #ask: AskSecret | undefined;
  #lines: string[] | null = null;

  constructor(source: PassphraseSource, ask: AskSecret | undefined) {
    this.#source = source;
    this.#ask = ask;
  }

  /** Whether somebody is asked, who may mistype. */
  get isAsking(): boolean {
    return this.#source.kind === 'terminal';
  }

  /** The next one; at the terminal it is asked for with `prompt`. */
  async next(prompt: string): Promise<Result<string>> {
    if (this.#source.kind === 'terminal') return this.#askFor(prompt);
    const lines = await this.#read(this.#source);
    if (!lines.ok) return lines;
    const [line] = lines.value.splice(0, 1);
    return line
      ? succeed(line)
      : fail(
          'invalid',
          `There is no passphrase left in ${told(this.#source)}: write one a line (${prompt.toLowerCase()}).`,
        );
  }

  async #askFor(prompt: string): Promise<Result<string>> {
    if (!this.#ask) {
      return fail(
        'locked',
        'A passphrase is needed: give it with --passphrase-fd or --passphrase-file, or run the command in a terminal.',
      );
    }
    const typed = await this.#ask(prompt);
    return typed ? succeed(typed) : fail('locked', 'No passphrase was typed, and nothing was done.');
  }

  async #read(source: GivenSource): Promise<Result<string[]>> {
    if (this.#lines) return succeed(this.#lines);
    try {
      const bytes = source.kind === 'file' ? await readFile(source.path) : readDescriptor(source.descriptor);
      this.#lines = readLines(bytes);
      bytes.fill(0);
      if (this.#lines) return succeed(this.#lines);
      // As something else it would open nothing, or be set as what nobody can type.
      return fail(
        'invalid',
        `The passphrase in ${told(source)} is not plain text in UTF-8: save it as that, without tabs or other control characters.`,
      );
    } catch (error) {
      if (!(error instanceof Error && isSystemError(error))) throw error;
      return fail(
        'not-found',
        `The passphrase cannot be read from ${told(source)}: ${inEnglish(describeSystemError(error))}`,
      );
    }
  }
}
