import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';
import { type Random, seededRandom } from '../../bench/seeded-random.ts';

/** Whether this is `npm run test:faults`, which takes its time. */
export const isLong = process.env['ATTEST_FAULT_ROUNDS'] === 'long';

/** How many rounds: few enough for every test run, or as many as it takes to believe it. */
export function roundsOf(counts: { readonly suite: number; readonly long: number }): number {
  return isLong ? counts.long : counts.suite;
}

/**
 * Where chance comes from: always the same in the test run, anew in the long one. `ATTEST_FAULT_SEED` repeats a run; the
 * seed stands in the message of what fails.
 */
export const faultSeed = Number(process.env['ATTEST_FAULT_SEED'] ?? (isLong ? Date.now() % 1_000_000_000 : 1));

/** Chance for one purpose, apart from that of the others. */
export function chanceFor(purpose: number): Random {
  return seededRandom(faultSeed * 31 + purpose);
}

/** A whole number from 0 up to `limit`, not included. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

/** One of `items`, which must not be empty. */
export function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

/** What came of one fault, over all rounds. */
export interface FaultTally {
  readonly fault: string;
  rounds: number;
  acknowledged: number;
  lost: number;
  unreadable: number;
}

/** A tally of nothing yet. */
export function tallyOf(fault: string): FaultTally {
  return { fault, rounds: 0, acknowledged: 0, lost: 0, unreadable: 0 };
}

/** Passes on the tally for the table of the long run, and fails where anything was lost. */
export function conclude(tally: FaultTally): void {
  const report = process.env['ATTEST_FAULT_REPORT'];
  if (report) appendFileSync(report, `${JSON.stringify(tally)}\n`);
  expect(tally, `seed ${faultSeed}`).toMatchObject({ lost: 0, unreadable: 0 });
  expect(tally.rounds).toBeGreaterThan(0);
  expect(tally.acknowledged).toBeGreaterThan(0);
}
