/** The text that is asked for is not the one that was indexed, or cannot be had any more: `id` is to be indexed anew, or removed. */
export class StaleTextError extends Error {
  override readonly name = 'StaleTextError';
  readonly id: string;

  constructor(id: string, options?: ErrorOptions) {
    super(`The text of ${id} is not the one that was indexed.`, options);
    this.id = id;
  }
}
