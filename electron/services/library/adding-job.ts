import { type Fault, fail } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import type { AttestEvent } from '../../../core/session.ts';
import type { AddedLine, AddedOutcome, Adding } from '../../../core/statements/adding.ts';
import { isSystemError } from '../../store/system-error.ts';
import { type AddOptions, addFiles } from './add-statements.ts';
import { addVersion } from './add-version.ts';
import { abandoned } from './intake.ts';
import { clearHalfWritten, readJobFile, removeJobFile, writeJobFile } from './job-file.ts';
import { Pace } from './pace.ts';
import type { SentFiles } from './sent-files.ts';
import { fileSource, type Source } from './source.ts';
import { untilAborted } from './until-aborted.ts';
import { type FoundFile, walkFolder } from './walk-folder.ts';

/** Where the files come from. */
export type JobSources =
  | { readonly kind: 'paths'; readonly paths: readonly string[]; readonly isRecursive: boolean }
  | { readonly kind: 'sent'; readonly files: SentFiles; readonly total: number };

/** What is to be added, and how. */
export interface JobRequest {
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly begun: string;
  readonly from: JobSources;
  readonly encoding: string | null;
  readonly versionOf: string | null;
  /** Whether it goes on with what was broken off when the program ended. */
  readonly isContinued: boolean;
}

/** What it stands on. */
export interface JobGround extends Omit<AddOptions, 'since' | 'onReading'> {
  readonly announce: (event: AttestEvent) => void;
}

/** Milliseconds between two events about it. */
const tellEveryMs = 125;

const cancelled = Symbol('cancelled');
const closed = Symbol('closed');

/** Files that are being added, from the first to the last, and what became of each. */
export class AddingJob {
  readonly id: string;
  /** Resolves when nothing more is written. */
  readonly over: Promise<void>;
  readonly #request: JobRequest;
  readonly #ground: JobGround;
  readonly #ending = new AbortController();
  readonly #pace = new Pace(performance.now());
  readonly #lines: AddedLine[] = [];
  readonly #counts: Record<AddedOutcome, number> = { added: 0, updated: 0, known: 0, refused: 0 };
  #state: Adding['state'] = 'running';
  #total: number | null = null;
  #current: string | null = null;
  #fault: Fault | null = null;
  #hasEnded = false;
  /** Whether the file of what goes on after a crash is its own. */
  #hasFile = true;
  #toldMs = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;

  /** Begins. */
  constructor(request: JobRequest, ground: JobGround) {
    this.id = request.id;
    this.#request = request;
    this.#ground = ground;
    if (request.from.kind === 'sent') this.#total = request.from.total;
    this.over = this.#run();
    this.#tell();
  }

  get adding(): Adding {
    const done = this.#lines.length;
    const isRunning = this.#state === 'running';
    const secondsLeft =
      isRunning && this.#total !== null ? this.#pace.secondsLeft(done, this.#total, performance.now()) : null;
    return {
      job: this.id,
      state: this.#state,
      done,
      total: this.#total,
      current: isRunning ? this.#current : null,
      secondsLeft,
      counts: { ...this.#counts },
      isContinued: this.#request.isContinued,
      fault: this.#fault,
    };
  }

  get isOver(): boolean {
    return this.#state !== 'running' || this.#hasEnded;
  }

  get lines(): readonly AddedLine[] {
    return this.#lines;
  }

  /** The files that the reader sends; `null` where it sends none, or nothing more is taken. */
  get sent(): SentFiles | null {
    const { from } = this.#request;
    return from.kind === 'sent' && this.#state === 'running' ? from.files : null;
  }

  /** The reader sends nothing more. */
  endSending(): void {
    const { sent } = this;
    // Where it was cancelled, there were more.
    if (!sent || this.#ending.signal.aborted) return;
    sent.end();
    this.#total = sent.sent;
    this.#tell();
  }

  /** Ends it for good; what was added stays. */
  cancel(): void {
    this.#end(cancelled);
  }

  /** Ends it so that it goes on at the next start. */
  close(): void {
    this.#end(closed);
  }

  /** Ends it, and writes nothing more. */
  abandon(): void {
    this.#end(abandoned);
  }

  #end(reason: symbol): void {
    this.#ending.abort(reason);
    const { from } = this.#request;
    if (from.kind === 'sent') from.files.end();
  }

  async #run(): Promise<void> {
    try {
      await this.#keepJobFile().catch((error: unknown) => {
        // Where nothing can be written, the first file says so.
        if (!isSystemError(error)) throw error;
      });
      const fault = this.#request.versionOf === null ? await this.#addAll() : await this.#addVersion();
      this.#fault = fault;
      if (this.#ending.signal.reason === closed || this.#ending.signal.reason === abandoned) return;
      if (this.#hasFile) await removeJobFile(this.#ground);
      const isWhole = !this.#ending.signal.aborted || this.#lines.length === this.#total;
      this.#state = fault ? 'failed' : isWhole ? 'done' : 'cancelled';
    } catch (error) {
      console.error('Adding files failed.', error);
      const told = say(
        /*i18n*/ 'Attest could not do “{name}” because of a mistake in the program: restart it. The terminal says more.',
        { name: 'beginAdding' },
      );
      this.#fault = fail('internal', told).fault;
      this.#state = 'failed';
      // It would go wrong at every start.
      if (this.#hasFile) await removeJobFile(this.#ground).catch(() => undefined);
    } finally {
      this.#hasEnded = true;
      this.#tell();
    }
  }

  async #keepJobFile(): Promise<void> {
    const { id, begun, from, encoding, versionOf, isContinued } = this.#request;
    if (isContinued) {
      await clearHalfWritten(this.#ground);
      return;
    }
    // A command does not take the place of what goes on at the next start.
    this.#hasFile = !(await readJobFile(this.#ground))?.paths.length;
    if (!this.#hasFile) return;
    const goesOn = from.kind === 'paths' && versionOf === null;
    await writeJobFile(this.#ground, {
      job: id,
      begun,
      paths: goesOn ? [...from.paths] : [],
      isRecursive: goesOn && from.isRecursive,
      encoding,
    });
  }

  #conversion() {
    const { encoding } = this.#request;
    return encoding === null ? {} : { encoding };
  }

  async #addAll(): Promise<Fault | null> {
    const { isContinued, begun } = this.#request;
    const options: AddOptions = {
      ...this.#ground,
      ...(isContinued ? { since: begun } : {}),
      onReading: (name) => this.#read(name),
    };
    const added = await addFiles(this.#sources(), this.#conversion(), options, this.#ending.signal, (line) =>
      this.#add(line),
    );
    return added.ok ? null : added.fault;
  }

  async #addVersion(): Promise<Fault | null> {
    const { versionOf } = this.#request;
    const { signal } = this.#ending;
    try {
      const { value: source, done = false } = await untilAborted(this.#sources().next(), signal);
      if (done || versionOf === null) return null;
      this.#read(source.name);
      const line = await addVersion(source, versionOf, this.#conversion(), this.#ground, signal);
      if (!line.ok) return line.fault;
      this.#add(line.value);
    } catch (error) {
      // Otherwise it was given up.
      if (!signal.aborted) throw error;
    }
    return null;
  }

  async *#sources(): AsyncGenerator<Source> {
    const { from } = this.#request;
    if (from.kind === 'sent') {
      yield* from.files;
      return;
    }
    const found: FoundFile[] = [];
    const { isRecursive } = from;
    for await (const file of walkFolder(from.paths, { isRecursive, except: this.#ground.folder })) {
      if (this.#ending.signal.aborted) return;
      found.push(file);
    }
    this.#total = found.length;
    this.#tell();
    for (const file of found) yield fileSource(file);
  }

  #read(name: string): void {
    this.#current = name;
    this.#tell();
  }

  #add(line: AddedLine): void {
    this.#lines.push(line);
    this.#counts[line.outcome] += 1;
    this.#pace.note(this.#lines.length, performance.now());
    this.#tell();
  }

  /** Announces how far it is, not more often than is of use; its end at once. */
  #tell(): void {
    const { signal } = this.#ending;
    const isGoing = this.#state === 'running';
    // Nobody is to hear of it any more.
    if (isGoing && signal.aborted && signal.reason !== cancelled) return;
    const leftMs = this.#toldMs + tellEveryMs - performance.now();
    if (isGoing && leftMs > 0) {
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        this.#tell();
      }, leftMs).unref();
      return;
    }
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#toldMs = performance.now();
    this.#ground.announce({ type: 'adding', adding: this.adding });
  }
}
