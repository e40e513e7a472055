/** The arrays of numbers that can grow. */
type Numbers = Uint32Array | Uint16Array;

/** A list of unsigned numbers that grows at its end: of 32 bits each or of 16, as the array it begins with. */
export class GrowingArray<Values extends Numbers> {
  #values: Values;
  #length: number;

  constructor(values: Values) {
    this.#values = values;
    this.#length = values.length;
  }

  get length(): number {
    return this.#length;
  }

  /** The numbers so far, and room behind them. Good until the next `push`. */
  get values(): Values {
    return this.#values;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const size = Math.max(1024, Math.ceil(this.#length * 1.5));
      const larger = this.#values instanceof Uint32Array ? new Uint32Array(size) : new Uint16Array(size);
      larger.set(this.#values);
      // Of the same kind as the one that it takes the place of.
      this.#values = larger as Values;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The number at `index`, which must be one. */
  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** The numbers so far, and no room behind them. */
  trimmed(): Values {
    return this.#values.slice(0, this.#length) as Values;
  }
}
