/** What the minutes are kept under with the reader's settings: 0 for never. */
const autoLockKey = 'attest.auto-lock';

/** Minutes, where nothing was chosen. */
const defaultMinutes = 15;

/** The longest that a timer of Node can wait is 24 days: no longer than a day makes sense here. */
const mostMinutes = 24 * 60;

/** Locks when nobody has asked for anything for some time. */
export class AutoLock {
  readonly #lock: () => void;
  #timer: NodeJS.Timeout | null = null;

  constructor(lock: () => void) {
    this.#lock = lock;
  }

  /** Begins to wait anew. `kept` gives what the reader keeps under a key. */
  arm(kept: (key: string) => unknown): void {
    this.disarm();
    const chosen = kept(autoLockKey);
    const isChosen = typeof chosen === 'number' && Number.isFinite(chosen) && chosen >= 0;
    const minutes = isChosen ? chosen : defaultMinutes;
    if (minutes === 0) return;
    this.#timer = setTimeout(this.#lock, Math.min(minutes, mostMinutes) * 60_000);
    this.#timer.unref();
  }

  disarm(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
