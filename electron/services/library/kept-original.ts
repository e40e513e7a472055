import { setImmediate as nextTurn } from 'node:timers/promises';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import type { StatementVersion } from '../../../core/statements/own-statement.ts';
import { readOriginalInTurns, StatementFileError, type StatementPlace } from '../../store/statement-files.ts';

/** How long an original stays in memory after somebody asked for a part of it, in milliseconds. */
const keptMs = 20_000;

type Read = Promise<Result<Buffer>>;

/**
 * The original of `version`, whole and as it was imported. Refuses with one sentence what is missing, cannot be read, or is not the file
 * that was imported any more.
 */
async function readWholeOriginal(place: StatementPlace, { original }: Pick<StatementVersion, 'original'>): Read {
  const { name: file } = original;
  try {
    const { bytes, sha256 } = await readOriginalInTurns(place, { original }, nextTurn);
    if (sha256 === original.sha256) return succeed(bytes);
    return fail(
      'unreadable',
      say(/*i18n*/ 'The original of {file} in the workspace has been changed: put it back from a backup.', { file }),
    );
  } catch (error) {
    if (!(error instanceof StatementFileError)) throw error;
    const { kind, path } = error;
    return fail(
      'unreadable',
      say(
        /*i18n*/ 'The original of {file} {kind, select, missing {is missing at} other {cannot be read at}} {path}: put it back from a backup.',
        { file, kind, path },
      ),
    );
  }
}

/** Keeps the original that was read last, so that a large one is not read and decrypted again for each of its parts. */
export class KeptOriginal {
  readonly #place: StatementPlace;
  #last: { readonly sha256: string; readonly read: Read } | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(place: StatementPlace) {
    this.#place = place;
  }

  /** As `readWholeOriginal`. */
  read(version: Pick<StatementVersion, 'original'>): Read {
    const { sha256 } = version.original;
    if (this.#last?.sha256 !== sha256) this.#last = { sha256, read: readWholeOriginal(this.#place, version) };
    const { read } = this.#last;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.forget(), keptMs).unref();
    // What could not be read may be put back before somebody asks again.
    void read.then(
      ({ ok }) => !ok && this.#drop(read),
      () => this.#drop(read),
    );
    return read;
  }

  /** Frees the memory. */
  forget(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#last = null;
  }

  #drop(read: Read): void {
    if (this.#last?.read === read) this.forget();
  }
}
