import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import {
  below,
  chanceFor,
  conclude,
  type FaultTally,
  isLong,
  oneOf,
  roundsOf,
  tallyOf,
} from '../../../support/faults/fault-rounds.ts';
import { fingerprintOf } from '../../../support/faults/fingerprint.ts';
import { judge } from '../../../support/faults/ledger.ts';
import { bundleWriter, ledgerOf, startWriter, type Writer } from '../../../support/faults/start-writer.ts';
import { storeOptions } from '../../../support/faults/store-options.ts';
import { writingPlan } from '../../../support/faults/writing-plan.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** How many rounds go on where the one before was killed. */
const roundsOnOneWorkspace = 12;

let place: string;
let bundle: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'attest-writer-'));
  bundle = await bundleWriter(place);
});

afterAll(() => rm(place, { recursive: true, force: true }));

async function end(writer: Writer): Promise<void> {
  writer.process.kill('SIGKILL');
  await writer.isGone;
}

/** Kills a writer at a random moment of its opening, writing, taking snapshots or closing. */
async function killAtRandom(writer: Writer, random: () => number): Promise<void> {
  // A third of the moments lie in the first opening, which takes some milliseconds; the rest anywhere after it.
  if (random() < 0.3) await wait(random() * 12);
  else {
    await writer.hasSaid('opened');
    await wait(random() ** 2 * 120);
  }
  await end(writer);
}

/** The rounds, with workspaces in `root`. No writer is left when they are over, also where `signal` ended them. */
async function killWriters(root: string, signal: AbortSignal): Promise<FaultTally> {
  const random = chanceFor(1);
  const tally = tallyOf('kill -9 of the writing process');
  let folder = '';
  let before = '';
  let writer = startWriter(bundle);
  let next = writer;
  try {
    for (let round = 0; round < roundsOf({ suite: 60, long: 2_000 }); round += 1) {
      signal.throwIfAborted();
      if (round % roundsOnOneWorkspace === 0) {
        folder = join(root, `workspace-${round}`);
        const store = await WorkspaceStore.open(storeOptions(folder, { access: 'read' }));
        before = fingerprintOf(store.workspace);
        await store.release();
      }
      writer = next;
      await writer.isReady;
      // The next one starts while this one works.
      next = startWriter(bundle);
      writer.begin(
        writingPlan(folder, {
          seed: below(random, 1e9),
          reopenAfter: oneOf(random, [5, 30, 1_000]),
          snapshotAfterBytes: oneOf(random, [500, 5_000, 50_000]),
        }),
      );
      await killAtRandom(writer, random);
      const ledger = ledgerOf(writer.said, before);

      const store = await WorkspaceStore.open(storeOptions(folder));
      const verdict = judge(ledger, fingerprintOf(store.workspace));
      tally.rounds += 1;
      tally.acknowledged += ledger.acknowledged;
      tally.lost += verdict.lost;
      if (verdict.changes === null || store.notices.length > 0) {
        tally.unreadable += 1;
        console.error(`round ${round} in ${folder}:`, verdict, store.notices);
      }
      before = fingerprintOf(store.workspace);
      // Now and then the workspace is left as a crash leaves it, now and then in order.
      if (random() < 0.5) await store.release();
      else await store.close();
    }
    return tally;
  } finally {
    await Promise.all([end(writer), end(next)]);
  }
}

describe('a store whose process is killed at any moment', () => {
  it('has every acknowledged change, and nothing that was never there', {
    timeout: isLong ? 1_800_000 : 120_000,
  }, async ({ signal, onTestFinished }) => {
    const rounds = killWriters(await temporaryFolder(), signal);
    // Before the folder is removed, whose hook was there first: at a timeout, vitest does not wait for the rounds.
    onTestFinished(async () => {
      await Promise.allSettled([rounds]);
    });
    conclude(await rounds);
  });
});
