/** How many files are being written at the most, and how many bytes of them. */
const mostWrites = 8;
const mostBytes = 32 * 1024 * 1024;

/** The files that are being written: how many may be at once has a limit. */
export class Writes {
  readonly #underWay = new Set<Promise<unknown>>();
  #bytes = 0;

  /** Counts `write` until it has come to its end, whichever that is. */
  add(write: Promise<unknown>, bytes: number): void {
    this.#bytes += bytes;
    const over = write.then(
      () => undefined,
      () => undefined,
    );
    this.#underWay.add(over);
    void over.then(() => {
      this.#underWay.delete(over);
      this.#bytes -= bytes;
    });
  }

  /** Resolves when one more may begin. */
  async room(): Promise<void> {
    while (this.#underWay.size >= mostWrites || this.#bytes > mostBytes) await Promise.race(this.#underWay);
  }

  /** Resolves when all have come to their end. */
  async end(): Promise<void> {
    await Promise.all(this.#underWay);
  }
}
