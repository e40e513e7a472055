import type { Result } from '../../../core/result.ts';

/** What `Turns` asks about secrets. */
interface SecretTurns<Refusal> {
  /** Why nothing is to be tried any more; `null` where it is. */
  readonly refuse: () => Refusal | null;
  /** Waits for as long as the last answer is to be kept back. */
  readonly pause: () => Promise<void>;
}

/** Does one thing after the other. */
export class Turns<Refusal extends Result<never>> {
  readonly #secrets: SecretTurns<Refusal>;
  #last: Promise<unknown> = Promise.resolve();
  #lastSecret: Promise<unknown> = Promise.resolve();

  constructor(secrets: SecretTurns<Refusal>) {
    this.#secrets = secrets;
  }

  /** Does `act` when all before it is done. */
  take<Value>(act: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(act);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /**
   * As `take`, for what takes a secret: one after the other too, but what is answered late keeps nobody else, such as who
   * locks the workspace, from his turn.
   */
  takeSecret<Value>(act: () => Promise<Result<Value>>): Promise<Result<Value>> {
    const done = this.#lastSecret.then(async () => {
      const refusal = this.#secrets.refuse();
      if (refusal) return refusal;
      const result = await this.take(act);
      await this.#secrets.pause();
      return result;
    });
    this.#lastSecret = done.catch(() => undefined);
    return done;
  }
}
