import { join } from 'node:path';
import type { FileFacts, Files, OpenFile } from './files.ts';
import { encodeRecord, type JournalPosition, journalVersion } from './journal-record.ts';
import { makeFolder } from './make-folder.ts';
import { isSystemError } from './system-error.ts';

/** The folder of the journal in a workspace folder. */
export const journalFolder = (workspaceFolder: string): string => join(workspaceFolder, 'journal');

const segmentName = /^(\d{8,})\.journal$/u;

/** The number of a segment by its file name; `null` for a file that is none. */
export function segmentNumber(name: string): number | null {
  const digits = segmentName.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A segment as it was left, and what tells it from another file in its place. */
export interface KeptSegment {
  readonly path: string;
  readonly identity: string;
}

interface Segment {
  readonly path: string;
  readonly file: OpenFile;
  readonly identity: string;
}

/** What a new journal writer goes on from. */
export interface JournalStart {
  readonly folder: string;
  readonly files: Files;
  readonly workspaceId: string;
  readonly position: JournalPosition;
  /** The number of the newest segment that is there, 0 for none. */
  readonly newestSegment: number;
  /** Bytes of journal that opening had to read after the snapshot. */
  readonly bytesSinceSnapshot: number;
  /** The segments that opening had to read. */
  readonly followed: readonly KeptSegment[];
}

/**
 * Writes the journal: numbered files in one folder, each begun by this process and never touched again by a later one. A
 * segment's first record says after which change it begins; a later segment counts where two have the same change.
 */
export class Journal {
  readonly #start: JournalStart;
  #number: number;
  /** With the changes that have been added; what is on the disk may be less. */
  #position: JournalPosition;
  #written: JournalPosition;
  #waiting: { readonly line: Buffer; readonly position: JournalPosition }[] = [];
  #segment: Segment | null = null;
  /** What has been acknowledged since the last snapshot, and where it must be found. */
  #kept: KeptSegment[];
  #wantsNewSegment = false;
  #bytesSinceSnapshot: number;

  constructor(start: JournalStart) {
    this.#start = start;
    this.#number = start.newestSegment;
    this.#position = start.position;
    this.#written = start.position;
    this.#bytesSinceSnapshot = start.bytesSinceSnapshot;
    this.#kept = [...start.followed];
  }

  /** The number of the newest segment that is known. */
  get newestSegment(): number {
    return this.#number;
  }

  /** Where the journal will have come to when all that was added is written. */
  get position(): JournalPosition {
    return this.#position;
  }

  /** Whether the next write begins a new segment. */
  get isBetweenSegments(): boolean {
    return this.#segment === null || this.#wantsNewSegment;
  }

  /** Bytes written since the last snapshot. */
  get bytesSinceSnapshot(): number {
    return this.#bytesSinceSnapshot;
  }

  /** Puts a change, as JSON, at the end of those that wait to be written. */
  add(json: string): void {
    const encoded = encodeRecord(this.#position, this.#position.sequence + 1, json);
    this.#waiting.push(encoded);
    this.#position = encoded.position;
  }

  /**
   * Writes all that waits, and resolves when it is on the disk: one write and one fsync, however many there are. Rejects
   * with the system's error; then it all waits still, and the next attempt begins a new segment, since nothing can be
   * known any more of what the system kept of this one.
   */
  async write(): Promise<void> {
    const batch = this.#waiting.slice();
    const lines = Buffer.concat(batch.map(({ line }) => line));
    try {
      if (this.#wantsNewSegment) await this.endSegment();
      this.#wantsNewSegment = false;
      const segment = this.#segment ?? (await this.#begin());
      await segment.file.write(lines);
      // Meanwhile: what is written to a file that was removed, or whose folder was moved away, nobody would find again.
      const [, facts] = await Promise.all([segment.file.sync(), this.#start.files.lookAt(segment.path)]);
      checkIdentity(segment, facts);
    } catch (error) {
      await this.endSegment();
      throw error;
    }
    this.#waiting.splice(0, batch.length);
    this.#written = batch.at(-1)?.position ?? this.#written;
    this.#bytesSinceSnapshot += lines.length;
  }

  /** Ends the segment for good, or after a failure: the next write begins a new one. */
  async endSegment(): Promise<void> {
    const segment = this.#segment;
    this.#segment = null;
    await segment?.file.close().catch(ignoreSystemError);
  }

  /**
   * To be called in the moment in which a snapshot takes what was added so far: what is added from now on goes into a new
   * segment. The function it gives is to be called when the snapshot is on the disk.
   */
  beginSnapshot(): () => void {
    this.#wantsNewSegment = true;
    const [bytes, kept] = [this.#bytesSinceSnapshot, this.#kept.length];
    return () => {
      this.#bytesSinceSnapshot -= bytes;
      this.#kept.splice(0, kept);
    };
  }

  /** Whether all that was acknowledged since the last snapshot is where it was written. */
  async isInPlace(): Promise<boolean> {
    for (const { path, identity } of this.#kept) {
      try {
        if ((await this.#start.files.lookAt(path)).identity !== identity) return false;
      } catch (error) {
        if (!isSystemError(error)) throw error;
        return false;
      }
    }
    return true;
  }

  async #begin(): Promise<Segment> {
    const { folder, files, workspaceId } = this.#start;
    await makeFolder(folder, files);
    this.#number += 1;
    const path = join(folder, `${String(this.#number).padStart(8, '0')}.journal`);
    const file = await files.createFile(path, 0o600);
    try {
      const head = JSON.stringify({ format: 'attest-journal', version: journalVersion, workspace: workspaceId });
      await file.write(encodeRecord(this.#written, this.#written.sequence, head).line);
      await file.sync();
      await files.syncFolder(folder);
      const { identity } = await files.lookAt(path);
      this.#segment = { path, file, identity };
    } catch (error) {
      await file.close().catch(ignoreSystemError);
      throw error;
    }
    this.#kept.push({ path, identity: this.#segment.identity });
    return this.#segment;
  }
}

function checkIdentity({ path, identity }: Segment, facts: FileFacts): void {
  if (facts.identity === identity) return;
  throw Object.assign(new Error(`${path} is another file than it was`), { code: 'ENOENT' });
}

function ignoreSystemError(error: unknown): void {
  if (!isSystemError(error)) throw error;
}
