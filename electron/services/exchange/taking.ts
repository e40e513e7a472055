import type { AttestEvent } from '../../../core/session.ts';
import { Pace } from '../library/pace.ts';

/** Milliseconds between two events about it. */
const tellEveryMs = 125;

/** An import that is being taken, until all is done with it. */
export class Taking {
  readonly token: string;
  readonly #announce: (event: AttestEvent) => void;
  readonly #ending = new AbortController();
  readonly #pace = new Pace(performance.now());
  #toldMs = Number.NEGATIVE_INFINITY;

  constructor(token: string, announce: (event: AttestEvent) => void) {
    this.token = token;
    this.#announce = announce;
  }

  /** Aborted when it is given up. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** Gives it up, where that is possible still. */
  giveUp(): void {
    this.#ending.abort();
  }

  /** Announces how far it is, not more often than is of use; the first and the last at once. */
  tell(done: number, total: number): void {
    const nowMs = performance.now();
    this.#pace.note(done, nowMs);
    if (this.signal.aborted || (done < total && nowMs - this.#toldMs < tellEveryMs)) return;
    this.#toldMs = nowMs;
    const secondsLeft = this.#pace.secondsLeft(done, total, nowMs);
    this.#announce({ type: 'import-progress', token: this.token, done, total, secondsLeft });
  }
}
