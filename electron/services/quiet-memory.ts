import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How long nothing large may have been done before memory is given back, in milliseconds: what was begun is over by then. */
const quietMs = 10_000;

/** Collects what this thread needs no more. V8 does so by itself only when it needs room, and nobody asks it to at rest. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  // A context that is made from now on has the function; nothing else sees it.
  const gc: unknown = runInNewContext('globalThis.gc');
  if (typeof gc !== 'function') return;
  gc();
  // What the first left over by weak references goes with the second.
  gc();
}

/**
 * Gives back the memory of what has been read and is needed no more, once after each large piece of work: a thread that rests
 * would keep it as long as it rests. It takes a tenth of a second or two, so that it waits until nothing more comes.
 */
export class QuietMemory {
  readonly #giveBack: () => void;
  #timer: NodeJS.Timeout | null = null;
  #isOver = false;

  constructor(giveBack: () => void = collect) {
    this.#giveBack = giveBack;
  }

  /** Something large has been done in this thread. */
  noteWork(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = this.#isOver ? null : setTimeout(() => this.#end(), quietMs).unref();
  }

  /** Somebody is at work, and what is still to be given back waits for them. */
  noteUse(): void {
    if (this.#timer) this.noteWork();
  }

  /** Nothing is given back any more: everything goes. */
  close(): void {
    this.#isOver = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #end(): void {
    this.#timer = null;
    this.#giveBack();
  }
}
