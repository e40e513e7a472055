/** What the minutes are kept under with the reader's settings: 0 for never. */
const autoLockKey = 'attest.auto-lock';

/** Minutes, where nothing was chosen. */
const defaultMinutes = 15;

/** The longest that a timer of Node can wait is 24 days: no longer than a day makes sense here. */
const mostMinutes = 24 * 60;

/** How often it is looked at the clock, and from which gap on the computer has slept, in milliseconds. */
const lookMs = 15_000;
const sleptMs = 90_000;

/**
 * Locks when nobody has asked for anything for some time, and when the computer has slept. Timers stand still in a sleep:
 * so the clock is looked at too, whose hands somebody may move. The time that is over first counts.
 */
export class AutoLock {
  readonly #lock: () => void;
  readonly #now: () => number;
  #timers: readonly NodeJS.Timeout[] = [];
  /** When it locks, and when the clock was looked at last, by the clock. */
  #due = Number.POSITIVE_INFINITY;
  #looked = 0;

  /** `now` is the computer's clock, in milliseconds. */
  constructor(lock: () => void, now: () => number = Date.now) {
    this.#lock = lock;
    this.#now = now;
  }

  /** Begins to wait anew, or locks where the time was over before. `kept` gives what the reader keeps under a key. */
  arm(kept: (key: string) => unknown): void {
    if (this.lockIfOverdue()) return;
    this.disarm();
    const chosen = kept(autoLockKey);
    const isChosen = typeof chosen === 'number' && Number.isFinite(chosen) && chosen >= 0;
    const waitMs = Math.min(isChosen ? chosen : defaultMinutes, mostMinutes) * 60_000;
    this.#looked = this.#now();
    this.#due = waitMs === 0 ? Number.POSITIVE_INFINITY : this.#looked + waitMs;
    const watch = setInterval(() => {
      if (!this.lockIfOverdue()) this.#looked = this.#now();
    }, lookMs);
    this.#timers = waitMs === 0 ? [watch] : [watch, setTimeout(() => this.#lockNow(), waitMs)];
    for (const timer of this.#timers) timer.unref();
  }

  /** Whether the time is over, or the computer has slept, and no timer has told yet; then it locks. */
  lockIfOverdue(): boolean {
    const isOverdue = this.#timers.length > 0 && (this.#now() >= this.#due || this.#now() - this.#looked >= sleptMs);
    if (isOverdue) this.#lockNow();
    return isOverdue;
  }

  disarm(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }

  #lockNow(): void {
    this.disarm();
    this.#lock();
  }
}
