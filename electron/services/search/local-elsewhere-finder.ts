import { setImmediate as nextTurn } from 'node:timers/promises';
import { corroboratorInSteps } from '../../../core/corroboration/create-corroborator.ts';
import type { Corroborator, Steps } from '../../../core/corroboration/likeness.ts';
import type { Statement } from '../../../core/statements/statement.ts';
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
 * asked; of single sources it remembers what it has found out, for statements do not change while the program runs.
 */
export class LocalElsewhereFinder implements ElsewhereFinder {
  readonly #statements: readonly Statement[];
  readonly #verdicts = new Map<string, boolean>();
  #corroborator: Promise<Corroborator> | null = null;

  constructor(statements: readonly Statement[]) {
    this.#statements = statements;
  }

  readonly findElsewhere: ElsewhereFinder['findElsewhere'] = async ({ statement, passage, limit }) => {
    const corroborator = await this.#need();
    return inTurns(corroborator.inSteps.elsewhere(statement, passage, limit));
  };

  readonly findSingleSources: ElsewhereFinder['findSingleSources'] = async ({ passages }) => {
    const corroborator = await this.#need();
    const known = new Set(this.#statements.map(({ summary }) => summary.id));
    const verdicts: (boolean | null)[] = [];
    for (const { statement, passage } of passages) {
      const key = `${statement} ${passage.start} ${passage.end}`;
      if (known.has(statement) && !this.#verdicts.has(key)) {
        this.#verdicts.set(key, await inTurns(corroborator.inSteps.isSingleSource(statement, passage)));
        await nextTurn();
      }
      verdicts.push(this.#verdicts.get(key) ?? null);
    }
    return verdicts;
  };

  #need(): Promise<Corroborator> {
    this.#corroborator ??= inTurns(corroboratorInSteps(this.#statements));
    return this.#corroborator;
  }
}
