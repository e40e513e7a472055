import { setImmediate as nextTurn } from 'node:timers/promises';
import { corroboratorInSteps } from '../../../core/corroboration/create-corroborator.ts';
import type { Corroborator, Steps } from '../../../core/corroboration/likeness.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { isReadable } from '../library/is-readable.ts';
import type { ElsewhereFinder } from './searcher.ts';

/** Milliseconds of work between two turns of the event loop. */
const sliceMs = 8;

async function inTurns<T>(steps: Steps<T>): Promise<T> {
  let sinceMs = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - sinceMs < sliceMs) continue;
    await nextTurn();
    sinceMs = performance.now();
  }
}

/**
 * Finds what is said elsewhere in this very thread, which others can use in between. What it needs is made when it is first
 * asked; of single sources it remembers what it has found out, until statements come or go.
 */
export class LocalElsewhereFinder implements ElsewhereFinder {
  readonly #statements: ReadonlyMap<string, Statement>;
  readonly #verdicts = new Map<string, boolean>();
  #corroborator: Promise<Corroborator> | null = null;

  constructor(statements: ReadonlyMap<string, Statement>) {
    this.#statements = statements;
  }

  readonly findElsewhere: ElsewhereFinder['findElsewhere'] = async ({ statement, passage, limit }) => {
    const corroborator = await this.#need();
    return inTurns(corroborator.inSteps.elsewhere(statement, passage, limit));
  };

  readonly findSingleSources: ElsewhereFinder['findSingleSources'] = async ({ passages }) => {
    const corroborator = await this.#need();
    const verdicts: (boolean | null)[] = [];
    for (const { statement, passage } of passages) {
      const key = `${statement} ${passage.start} ${passage.end}`;
      if (this.#statements.has(statement) && !this.#verdicts.has(key)) {
        this.#verdicts.set(key, await inTurns(corroborator.inSteps.isSingleSource(statement, passage)));
        await nextTurn();
      }
      verdicts.push(this.#verdicts.get(key) ?? null);
    }
    return verdicts;
  };

  /** Forgets what was made of the statements as they were. */
  forget(): void {
    this.#corroborator = null;
    this.#verdicts.clear();
  }

  *#make(): Steps<Corroborator> {
    const readable: Statement[] = [];
    for (const statement of [...this.#statements.values()]) {
      if (isReadable(statement)) readable.push(statement);
      yield;
    }
    return yield* corroboratorInSteps(readable);
  }

  #need(): Promise<Corroborator> {
    this.#corroborator ??= inTurns(this.#make());
    return this.#corroborator;
  }
}
