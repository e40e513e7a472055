import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import type { AttestEvent } from '../../../core/session.ts';
import { type FixityCheck, type FixityLine, fixityLinesAtMost } from '../../../core/statements/fixity-report.ts';
import { writeFixityReport } from '../../../core/statements/write-fixity-report.ts';
import type { OnTurn } from '../../store/statement-files.ts';
import type { OpenOptions } from '../ports.ts';
import { countFixityFiles, type FixityFile, fixityFilesOf } from './fixity-files.ts';
import type { Library } from './library.ts';

/** What the calls stand on. */
export interface FixityOptions extends Pick<OpenOptions, 'saveFile' | 'resources'> {
  readonly library: Library;
  readonly announce: (event: AttestEvent) => void;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  /** How long after the first `start` a check begins by itself, in milliseconds; `null` where none does. */
  readonly delayMs: number | null;
}

/** How seldom is told how far it is, in milliseconds. */
const toldEveryMs = 250;

/** After how much work a check that nobody has asked for rests, and for how long, in milliseconds. */
const workMs = 5;
const restMs = 5;

/** From when on there is something to guess the time left from, in milliseconds. */
const guessAfterMs = 1_000;

/** A check that is under way. */
interface Running {
  readonly controller: AbortController;
  /** Whether somebody waits for it; it rests for others where nobody does. */
  isAwaited: boolean;
  ended: Promise<void>;
}

type Progress = Omit<FixityCheck, 'lines' | 'faults'>;

const never: Progress = { state: 'none', done: 0, total: 0, secondsLeft: null, begun: null };

/**
 * The calls that compare every file of the library with its SHA-256, in turns so short that nothing else waits for them. What is found of
 * the text that a statement is read from, its summary says too. An original, or the text of an earlier version, that is no longer as it
 * was left is in the report alone: what is quoted is whole.
 */
export class FixityCalls {
  /** What there is to say before any check. */
  static readonly never: FixityCheck = { ...never, faults: 0, lines: [] };

  readonly #options: FixityOptions;
  #progress = never;
  #lines: FixityLine[] = [];
  #running: Running | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isStarted = false;

  constructor(options: FixityOptions) {
    this.#options = options;
  }

  /** The calls as they are offered. */
  get calls() {
    const { checkFixity, readFixity, cancelFixity, saveFixityReport } = this;
    return { checkFixity, readFixity, cancelFixity, saveFixityReport };
  }

  /** How far the last check is, or what it has found. */
  get check(): FixityCheck {
    return { ...this.#progress, faults: this.#lines.length, lines: this.#lines.slice(0, fixityLinesAtMost) };
  }

  /** Begins a check by itself a while after this is called first. */
  start(): void {
    const { delayMs } = this.#options;
    if (this.#isStarted || delayMs === null) return;
    this.#isStarted = true;
    this.#timer = setTimeout(() => this.#begin(false), delayMs).unref();
  }

  readonly checkFixity = async (_: CallInput<'checkFixity'>): Promise<Result<CallOutput<'checkFixity'>>> => {
    this.#begin(true);
    return succeed(this.check);
  };

  readonly readFixity = async (_: CallInput<'readFixity'>): Promise<Result<CallOutput<'readFixity'>>> =>
    succeed(this.check);

  readonly cancelFixity = async (_: CallInput<'cancelFixity'>): Promise<Result<CallOutput<'cancelFixity'>>> => {
    await this.#stop();
    return succeed({});
  };

  readonly saveFixityReport = async (
    _: CallInput<'saveFixityReport'>,
  ): Promise<Result<CallOutput<'saveFixityReport'>>> => {
    if (this.#progress.state === 'none') {
      return fail('not-found', say(/*i18n*/ 'The files have not been checked yet: check them first.'));
    }
    const content = Buffer.from(writeFixityReport(this.#progress, this.#lines, this.#options.now()));
    return this.#options.saveFile(
      {
        suggestedName: 'attest-fixity.txt',
        mimeType: 'text/plain;charset=utf-8',
        content,
        count: this.#lines.length,
        beside: null,
      },
      new AbortController().signal,
    );
  };

  /** Ends what is under way; no file of the library is read afterwards. */
  async close(): Promise<void> {
    this.#isStarted = true;
    await this.#stop();
  }

  async #stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#running?.controller.abort();
    await this.#running?.ended;
  }

  #begin(isAwaited: boolean): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    // Whoever asks has asked for what would have begun by itself.
    this.#isStarted = true;
    if (this.#running) {
      this.#running.isAwaited ||= isAwaited;
      return;
    }
    const running: Running = { controller: new AbortController(), isAwaited, ended: Promise.resolve() };
    this.#running = running;
    this.#lines = [];
    this.#progress = { ...never, state: 'running', begun: this.#options.now() };
    running.ended = this.#run(running);
  }

  async #run(running: Running): Promise<void> {
    const { signal } = running.controller;
    try {
      await this.#checkAll(this.#turns(running));
      this.#end('done');
    } catch (error) {
      this.#end('cancelled');
      if (!signal.aborted) throw error;
    }
  }

  #end(state: 'done' | 'cancelled'): void {
    this.#running = null;
    const { done, total } = this.#progress;
    this.#progress = { ...this.#progress, state, total: state === 'done' ? done : total, secondsLeft: null };
    this.#tell();
  }

  #tell(): void {
    this.#options.announce({ type: 'fixity', fixity: this.check });
  }

  async #checkAll(onTurn: OnTurn): Promise<void> {
    const { library, resources } = this.#options;
    // Whoever asked is answered before the first file is read.
    await onTurn();
    const ids = library.summaries.map(({ id }) => id);
    const total = ids.reduce((sum, id) => sum + countFixityFiles(library, id), 0);
    this.#progress = { ...this.#progress, total };
    this.#tell();
    const beganMs = performance.now();
    let toldMs = beganMs;
    let done = 0;
    for (const id of ids) {
      for (const file of fixityFilesOf(library, id, resources)) {
        await this.#checkFile(file, onTurn);
        done += 1;
        const now = performance.now();
        // Statements may have come and gone meanwhile.
        const all = Math.max(total, done);
        const secondsLeft = now - beganMs < guessAfterMs ? null : (((now - beganMs) / done) * (all - done)) / 1000;
        this.#progress = { ...this.#progress, done, total: all, secondsLeft };
        if (now - toldMs >= toldEveryMs) {
          toldMs = now;
          this.#tell();
        }
        await onTurn();
      }
    }
  }

  /** Lets others go first between two turns; where nobody waits for the check, it rests as long as it works. */
  #turns(running: Running): OnTurn {
    let sinceMs = performance.now();
    return async () => {
      running.controller.signal.throwIfAborted();
      if (running.isAwaited || performance.now() - sinceMs < workMs) {
        await nextTurn();
        return;
      }
      await wait(restMs);
      sinceMs = performance.now();
    };
  }

  async #checkFile({ check, isRead, ...file }: FixityFile, onTurn: OnTurn): Promise<void> {
    const { fixity, sha256: found } = await check(onTurn);
    const { library } = this.#options;
    // What was removed, or has another version by now, is not what was checked.
    const isStill = library.summary(file.statement)?.sha256 === file.expected;
    if (isRead && isStill) library.hear(file.statement, fixity, found);
    if (fixity !== 'verified') this.#lines.push({ ...file, fixity, found });
  }
}
