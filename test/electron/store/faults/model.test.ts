import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Files } from '../../../../electron/store/files.ts';
import {
  conclude,
  type FaultTally,
  faultSeed,
  isLong,
  roundsOf,
  tallyOf,
} from '../../../support/faults/fault-rounds.ts';
import { withoutSync } from '../../../support/faults/files-without-sync.ts';
import { memoryFolder } from '../../../support/faults/memory-folder.ts';
import { newStoreUnderTest, storeCommands } from '../../../support/faults/store-commands.ts';

/** Runs sequences of commands on stores in folders of their own; `counts` is told of each. */
function anySequence(place: string, counts: FaultTally, wrap: (files: Files) => Files = (files) => files) {
  const snapshotAfterBytes = fc.constantFrom(1, 700, 4_000, 1_000_000);
  return fc.asyncProperty(snapshotAfterBytes, storeCommands(50), async (bytes, commands) => {
    const folder = join(place, String(counts.rounds));
    await mkdir(folder);
    const { model, real } = await newStoreUnderTest(folder, bytes, wrap);
    counts.rounds += 1;
    try {
      await fc.asyncModelRun(() => ({ model, real }), commands);
      counts.acknowledged += model.acknowledged;
    } finally {
      await real.layer.die();
      await real.store.release();
      await rm(folder, { recursive: true });
    }
  });
}

describe('a store, whatever happens to it in whatever order', () => {
  it('holds what a plain model of it holds, back to the last acknowledgement at most', {
    timeout: isLong ? 1_800_000 : 90_000,
  }, async () => {
    const tally = tallyOf('any sequence of edits, crashes and power cuts');
    const numRuns = roundsOf({ suite: 150, long: 3_000 });
    await fc.assert(anySequence(await memoryFolder(), tally), { numRuns, seed: faultSeed });
    conclude(tally);
  });

  it('would be found out if it did not fsync', async () => {
    const property = anySequence(await memoryFolder(), tallyOf('a fault on purpose'), withoutSync);
    const { failed } = await fc.check(property, { numRuns: 50, seed: faultSeed, endOnFailure: true });
    expect(failed).toBe(true);
  });
});
