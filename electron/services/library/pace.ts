/** The time that is looked back over, in milliseconds: some files take long, and most do not. */
const windowMs = 20_000;

/** What is known before a guess is made: milliseconds, and how many are done. */
const leastMs = 1_000;
const leastDone = 3;

/** Guesses how long a job takes still, from how quick it was of late. Times are in milliseconds of any clock. */
export class Pace {
  readonly #notes: { readonly done: number; readonly atMs: number }[];

  constructor(atMs: number) {
    this.#notes = [{ done: 0, atMs }];
  }

  /** Takes note that `done` of them are done. */
  note(done: number, atMs: number): void {
    const last = this.#notes.at(-1);
    if (last && atMs - last.atMs < windowMs / 40) return;
    this.#notes.push({ done, atMs });
    while ((this.#notes[1]?.atMs ?? atMs) < atMs - windowMs) this.#notes.shift();
  }

  /** Seconds until `total` are done, of which `done` are; `null` while there is nothing to guess from. */
  secondsLeft(done: number, total: number, atMs: number): number | null {
    const [first] = this.#notes;
    if (!first || atMs - first.atMs < leastMs || done - first.done < leastDone) return null;
    return Math.round((((total - done) / (done - first.done)) * (atMs - first.atMs)) / 1_000);
  }
}
