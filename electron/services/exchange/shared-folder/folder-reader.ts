import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Incoming, KnownSource, ReportLine } from '../../../../core/exchange/incoming.ts';
import { importLimits } from '../../../../core/exchange/limits.ts';
import type { Work } from '../../../../core/exchange/work.ts';
import { type Sentence, say } from '../../../../core/sentence.ts';
import type { FileFacts, Files } from '../../../store/files.ts';
import { describeSystemError, isSystemError } from '../../../store/system-error.ts';
import { hasAllOf } from './has-all-of.ts';
import { notWhole, readSharedFile } from './read-shared-file.ts';

/** What is new in a folder. */
export interface FolderReading {
  /** In the order of the files' names. */
  readonly incoming: readonly Incoming[];
  /** About whole files; what is to be said of the work in them is in `incoming`. */
  readonly lines: readonly ReportLine[];
  /** There is more than is read at once: read again. */
  readonly hasMore: boolean;
}

/** What is remembered of a file. */
interface SeenFile {
  /** As it was when it was read; `null` where that cannot be told. */
  readonly facts: FileFacts | null;
  /** It was last written long enough before it was read for a later writing to show in `facts`. */
  readonly isSettled: boolean;
  /** Since when it could not be read, in milliseconds, why, and whether that was said. */
  readonly failing: { readonly since: number; readonly sentence: Sentence; readonly isTold: boolean } | null;
}

/** Whose folder it is, and what incoming highlights are anchored in. */
interface Reading {
  readonly own: Work;
  readonly known: readonly KnownSource[];
  readonly lines: ReportLine[];
}

/** How long a file may be on its way before that is said, in milliseconds. */
const patienceMs = 2 * 60 * 1_000;

/** What some file systems take for one time, in milliseconds, with some to spare. */
const settlingMs = 3_000;

/** How many files are read. */
const mostFiles = 1_000;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const isSameFile = (a: FileFacts, b: FileFacts): boolean =>
  a.identity === b.identity && a.sizeBytes === b.sizeBytes && a.modifiedMs === b.modifiedMs;

const copied = (): Sentence =>
  say(
    /*i18n*/ 'This file holds work of this very workspace that is not here: the workspace was copied to another computer, or brought back from a backup. It is merged like anybody’s; go on in one copy only.',
  );

/** Reads the files of a shared folder, each again only when it has changed. */
export class FolderReader {
  readonly #folder: string;
  readonly #files: Files;
  readonly #now: () => number;
  readonly #mostBytes: number;
  readonly #seen = new Map<string, SeenFile>();
  /** SHA-256 of the contents that were given out, or written by us, or said to be no good. */
  readonly #done = new Set<string>();
  #sources = '';

  /** `now` in milliseconds; after `mostBytes` the rest is left for the next time. */
  constructor(folder: string, { files, now, mostBytes }: { files: Files; now: () => number; mostBytes: number }) {
    this.#folder = folder;
    this.#files = files;
    this.#now = now;
    this.#mostBytes = mostBytes;
  }

  /** Whether this content needs no more reading. */
  readonly isDone = (bytes: Uint8Array): boolean => this.#done.has(hashOf(bytes));

  /** Takes note of what we have written ourselves. */
  markDone(bytes: Uint8Array): void {
    this.#done.add(hashOf(bytes));
  }

  /** What is new in the files called `names`; of `own` workspace, what is not in `own`. */
  async read(names: readonly string[], own: Work, known: readonly KnownSource[]): Promise<FolderReading> {
    this.#forget(known, new Set(names));
    const reading: Reading = { own, known, lines: [] };
    const { lines } = reading;
    if (names.length > mostFiles) {
      const sentence = say(
        /*i18n*/ 'The shared folder holds {count} files of Attest, and only {limit} are read: clear away the copies that your synchroniser made.',
        { count: names.length, limit: mostFiles },
      );
      lines.push({ outcome: 'refused', item: this.#folder, sentence });
    }
    const incoming: Incoming[] = [];
    let bytesRead = 0;
    for (const name of names.slice(0, mostFiles)) {
      const bytes = await this.#readChanged(name, bytesRead, lines);
      if (bytes === 'too much') return { incoming, lines, hasMore: true };
      if (!bytes) continue;
      bytesRead += bytes.length;
      incoming.push(...this.#take(name, bytes, reading));
    }
    return { incoming, lines, hasMore: false };
  }

  /** Forgets files that have gone; and all, where there are other statements: these may be what was missing. */
  #forget(known: readonly KnownSource[], names: ReadonlySet<string>): void {
    const sources = JSON.stringify(known.map(({ id, sha256 }) => [id, sha256]));
    if (sources !== this.#sources) {
      this.#seen.clear();
      this.#done.clear();
    }
    this.#sources = sources;
    for (const name of [...this.#seen.keys()]) if (!names.has(name)) this.#seen.delete(name);
  }

  /** The bytes of a file that may have changed since it was read; `null` where there is nothing to read now. */
  async #readChanged(name: string, bytesRead: number, lines: ReportLine[]): Promise<Buffer | 'too much' | null> {
    const path = join(this.#folder, name);
    const seen = this.#seen.get(name);
    try {
      // A pipe would keep whoever reads it waiting; a link leads who knows where.
      if (!(await lstat(path)).isFile()) return null;
      const facts = await this.#files.lookAt(path);
      if (seen?.facts && seen.isSettled && isSameFile(seen.facts, facts)) {
        if (seen.failing) this.#fail(name, seen, seen.failing.sentence, lines);
        return null;
      }
      if (facts.sizeBytes > importLimits.documentBytes) {
        this.#seen.set(name, { facts, isSettled: true, failing: null });
        const sentence = say(/*i18n*/ 'This file is too large to be read: ask its writer what it is.');
        lines.push({ outcome: 'refused', item: name, sentence });
        return null;
      }
      if (bytesRead > 0 && bytesRead + facts.sizeBytes > this.#mostBytes) return 'too much';
      const bytes = await this.#files.readFile(path);
      const after = await this.#files.lookAt(path);
      if (!isSameFile(facts, after) || bytes.length !== after.sizeBytes) {
        this.#fail(name, { facts: null, isSettled: false }, notWhole(), lines);
        return null;
      }
      const isSettled = this.#now() - facts.modifiedMs > settlingMs;
      this.#seen.set(name, { facts, isSettled, failing: seen?.failing ?? null });
      return bytes;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (error.code === 'ENOENT') return null; // It has gone since the folder was read.
      const reason = describeSystemError(error);
      const sentence = say(/*i18n*/ 'This file in the shared folder cannot be read: {reason}', { reason });
      this.#fail(name, { facts: null, isSettled: false }, sentence, lines);
      return null;
    }
  }

  /** A file could not be read, once more: after a while that is said, once. */
  #fail(
    name: string,
    { facts, isSettled }: Pick<SeenFile, 'facts' | 'isSettled'>,
    sentence: Sentence,
    lines: ReportLine[],
  ): void {
    const last = this.#seen.get(name)?.failing ?? null;
    const since = last?.since ?? this.#now();
    const isDue = this.#now() - since >= patienceMs;
    if (isDue && !last?.isTold) lines.push({ outcome: 'refused', item: name, sentence });
    this.#seen.set(name, { facts, isSettled, failing: { since, sentence, isTold: isDue || last?.isTold === true } });
  }

  /** The work in a file where it is new, with a line where something is to be said of the file. */
  #take(name: string, bytes: Buffer, { own, known, lines }: Reading): Incoming[] {
    const found = this.isDone(bytes) ? null : readSharedFile(bytes, known);
    const seen = this.#seen.get(name) ?? { facts: null, isSettled: false, failing: null };
    if (found?.kind === 'unfinished') {
      this.#fail(name, seen, found.sentence, lines);
      return [];
    }
    this.#seen.set(name, { ...seen, failing: null });
    this.markDone(bytes);
    if (!found) return [];
    if (found.kind !== 'work') {
      lines.push({ outcome: 'refused', item: name, sentence: found.sentence });
      return [];
    }
    const { work } = found.incoming;
    if (work.writer === own.writer) {
      if (hasAllOf(own, work)) return [];
      lines.push({ outcome: 'changed', item: name, sentence: copied() });
    }
    return [found.incoming];
  }
}
