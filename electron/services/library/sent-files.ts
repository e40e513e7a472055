import { largestSource } from '../../../core/statements/adding.ts';
import type { Source } from './source.ts';

/** How much may wait to be added before the reader waits too: files, and bytes of them. */
const mostFiles = 64;
const mostBytes = 32 * 1024 * 1024;

/** How long a reader may send nothing, in milliseconds, until it is taken for gone. */
const patienceMs = 120_000;

/** The files that a reader sends, in parts and in order, kept in memory until they are added. */
export class SentFiles implements AsyncIterable<Source> {
  readonly #waiting: { readonly source: Source; readonly bytes: number }[] = [];
  #parts: Buffer[] = [];
  #partBytes = 0;
  #queued = 0;
  #sent = 0;
  #isOver = false;
  readonly #onGone: () => void;
  #patience: NodeJS.Timeout | null = null;
  /** Called when something has come or gone. */
  #stir: (() => void)[] = [];

  /** `onGone` is called where the reader sends nothing any more. */
  constructor(onGone: () => void) {
    this.#onGone = onGone;
    this.#wait();
  }

  /** How many files have come. */
  get sent(): number {
    return this.#sent;
  }

  /** Takes a part of the file that is being sent; resolves when there is room for the next. `false` where nothing is taken any more. */
  async take(name: string, part: string, isLast: boolean): Promise<boolean> {
    if (this.#isOver) return false;
    this.#wait();
    const bytes = Buffer.from(part, 'base64');
    this.#partBytes += bytes.length;
    // What is too large is counted and not kept.
    if (this.#partBytes > largestSource) this.#parts = [];
    else this.#parts.push(bytes);
    if (!isLast) return true;
    const size = this.#partBytes;
    const kept = size > largestSource ? 0 : size;
    const content = Buffer.concat(this.#parts);
    this.#parts = [];
    this.#partBytes = 0;
    this.#sent += 1;
    this.#queued += kept;
    this.#waiting.push({ source: { name, size: async () => size, read: async () => content }, bytes: kept });
    this.#tell();
    while (!this.#isOver && (this.#waiting.length >= mostFiles || this.#queued > mostBytes)) await this.#change();
    this.#wait();
    return true;
  }

  /** Nothing more will come; what has come is added still. */
  end(): void {
    this.#isOver = true;
    if (this.#patience) clearTimeout(this.#patience);
    this.#patience = null;
    this.#tell();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Source> {
    for (;;) {
      const next = this.#waiting.shift();
      if (next) {
        this.#queued -= next.bytes;
        this.#tell();
        yield next.source;
      } else if (this.#isOver) return;
      else await this.#change();
    }
  }

  #wait(): void {
    if (this.#patience) clearTimeout(this.#patience);
    this.#patience = this.#isOver ? null : setTimeout(() => this.#lose(), patienceMs).unref();
  }

  #lose(): void {
    // It waits for room, and not the other way round.
    if (this.#waiting.length >= mostFiles || this.#queued > mostBytes) this.#wait();
    else this.#onGone();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#stir.push(resolve));
  }

  #tell(): void {
    const stir = this.#stir;
    this.#stir = [];
    for (const resolve of stir) resolve();
  }
}
