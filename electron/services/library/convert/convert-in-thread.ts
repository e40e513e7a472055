import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../../../../core/result.ts';
import { say } from '../../../../core/sentence.ts';
import { untilAborted } from '../until-aborted.ts';
import type { Conversion, ConversionOptions, SourceFile } from './conversion.ts';
import { refuseUnforeseen } from './refuse-source.ts';

/** What the thread is sent. */
export interface ConvertRequest {
  readonly file: SourceFile;
  readonly options: ConversionOptions;
}

/** What one file may take. */
interface Limits {
  /** Milliseconds. */
  readonly timeMs: number;
  /** MiB. */
  readonly memory: number;
}

const usualLimits: Limits = { timeMs: 120_000, memory: 2048 };

/** How long the thread is kept with nothing to do, in milliseconds: its libraries take memory. */
const idleMs = 20_000;

const minuteMs = 60_000;

const tooSlow = (limitMs: number): ReturnType<typeof fail> =>
  fail(
    'invalid',
    say(
      /*i18n*/ 'The file takes more than {minutes, plural, one {# minute} other {# minutes}} to be read: divide it, or save it in another format.',
      { minutes: Math.ceil(limitMs / minuteMs) },
    ),
  );

/**
 * Turns files into text in a thread of its own, whose program is at `script`, one after the other. A file that takes longer than the limit
 * is refused with a sentence, and so is one at which the thread ends, for want of memory for instance; the next begins in a new one.
 */
export class ThreadConverter {
  readonly #script: string | URL;
  readonly #limits: Limits;
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  /** Takes what came of the file that is being read; `null` where the thread has ended. */
  #settle: (result: Result<Conversion> | null) => void = () => undefined;
  /** Settled when the file before is done. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #closing = new AbortController();

  constructor(script: string | URL, limits: Limits = usualLimits) {
    this.#script = script;
    this.#limits = limits;
  }

  readonly convert = (
    file: SourceFile,
    options: ConversionOptions,
    signal?: AbortSignal,
  ): Promise<Result<Conversion>> => {
    const either = signal ? AbortSignal.any([signal, this.#closing.signal]) : this.#closing.signal;
    const converted = this.#last.then(() => this.#convert({ file, options }, either));
    this.#last = converted.catch(() => undefined);
    // Whoever gives up does not wait for what is read before.
    return untilAborted(converted, either);
  };

  readonly close = async (): Promise<void> => {
    this.#closing.abort();
    await this.#last;
    await this.#end();
  };

  async #convert(request: ConvertRequest, signal: AbortSignal): Promise<Result<Conversion>> {
    signal.throwIfAborted();
    if (this.#idle) clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    worker.ref();
    const over = new AbortController();
    let isWhole = false;
    try {
      return await new Promise<Result<Conversion>>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { signal: over.signal });
        const limit = setTimeout(() => resolve(tooSlow(this.#limits.timeMs)), this.#limits.timeMs);
        over.signal.addEventListener('abort', () => clearTimeout(limit));
        this.#settle = (result) => {
          isWhole = result !== null;
          resolve(result ?? refuseUnforeseen());
        };
        worker.postMessage(request);
      });
    } finally {
      over.abort();
      this.#settle = () => undefined;
      // What is under way in it is not waited for.
      if (!isWhole) await this.#end();
      worker.unref();
      this.#idle = setTimeout(() => void this.#end(), idleMs).unref();
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { resourceLimits: { maxOldGenerationSizeMb: this.#limits.memory } });
    const fall = (): void => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#settle(null);
    };
    worker.on('message', (result: Result<Conversion>) => {
      if (this.#worker === worker) this.#settle(result);
    });
    worker.on('error', fall);
    worker.on('exit', fall);
    return worker;
  }

  async #end(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
