import { type Fault, fail, type Result, succeed } from '../../../core/result.ts';
import type { AddedLine } from '../../../core/statements/adding.ts';
import type { OwnStatement } from '../../../core/statements/own-statement.ts';
import { addStatements } from '../../../core/workspace/statement-edits.ts';
import type { Annotations } from '../annotations.ts';

/** How far it has come: `done` files of those that are known of. */
export type OnAdded = (line: AddedLine, done: number) => void;

/** The reason of a signal after which nothing more is to be written, not even what is ready. */
export const abandoned = Symbol('abandoned');

/** The most files that are told of together, and the milliseconds after which those that are ready come into the workspace. */
const mostAtOnce = 100;
const commitAfterMs = 500;

/** What became of a file. `statement` is one that is on the disk and not in the workspace yet. */
export interface Outcome {
  readonly line: AddedLine;
  readonly statement: OwnStatement | null;
}

/** The workspace could not be written. */
export class BrokenOff extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** Takes what became of files, in their order, into the workspace, many at once, and tells of it. */
export class Intake {
  readonly #annotations: Annotations;
  readonly #signal: AbortSignal;
  readonly #onAdded: OnAdded;
  readonly #onCome: (id: string) => void;
  #ready: Outcome[] = [];
  #turn: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #done = 0;
  #fault: Fault | null = null;
  #bug: unknown = null;

  constructor(annotations: Annotations, signal: AbortSignal, onAdded: OnAdded, onCome: (id: string) => void) {
    this.#annotations = annotations;
    this.#signal = signal;
    this.#onAdded = onAdded;
    this.#onCome = onCome;
  }

  get isBroken(): boolean {
    return this.#fault !== null || this.#bug !== null;
  }

  put(outcome: Outcome | Promise<Outcome>): void {
    this.#take(async () => {
      this.#ready.push(await outcome);
      if (this.#ready.length >= mostAtOnce) await this.#commit();
      else this.#timer ??= setTimeout(() => this.#take(() => this.#commit()), commitAfterMs);
    });
  }

  /** Takes what is ready still. */
  async end(): Promise<Result<{ readonly done: number }>> {
    await this.#turn;
    // What was ready before it broke is whole.
    await this.#commit().catch((error: unknown) => this.#break(error));
    if (this.#bug !== null) throw this.#bug;
    return this.#fault ? { ok: false, fault: this.#fault } : succeed({ done: this.#done });
  }

  #take(act: () => Promise<void>): void {
    this.#turn = this.#turn
      .then(() => (this.isBroken ? undefined : act()))
      .catch((error: unknown) => this.#break(error));
  }

  #break(error: unknown): void {
    if (error instanceof BrokenOff) this.#fault ??= error.fault;
    else this.#bug ??= error;
  }

  async #commit(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const ready = this.#ready;
    this.#ready = [];
    if (this.#signal.reason === abandoned) return;
    const statements = ready.flatMap(({ statement }) => statement ?? []);
    if (statements.length > 0) {
      const added = await this.#annotations.changeLibrary(
        (workspace) => succeed(addStatements(workspace, statements)),
        {
          isAside: true,
        },
      );
      if (!added.ok) throw new BrokenOff(added.fault);
      for (const { id } of statements) this.#onCome(id);
      const { save } = added.value;
      if (save.state === 'not-saved') this.#fault ??= fail('not-saved', save.sentence ?? save.reason).fault;
    }
    for (const { line } of ready) {
      this.#done += 1;
      this.#onAdded(line, this.#done);
    }
  }
}
