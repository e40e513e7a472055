import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import type { Random } from '../../../bench/seeded-random.ts';
import { copyAsAfterPowerCut, makeExt4 } from '../../../support/faults/ext4-image.ts';
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
import { bundleWriter, ledgerOf, startWriter } from '../../../support/faults/start-writer.ts';
import { storeOptions } from '../../../support/faults/store-options.ts';
import { type WritingPlan, writingPlan } from '../../../support/faults/writing-plan.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const timeout = isLong ? 1_800_000 : 60_000;

let place: string;
let bundle: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'attest-writer-'));
  bundle = await bundleWriter(place);
});

afterAll(() => rm(place, { recursive: true, force: true }));

/**
 * Has a process write on a file system of its own, and takes the power away. `false` where none can be mounted. The
 * process is stopped for the few milliseconds of the copy: a copy of a disk that is being written is the disk of no
 * moment. What its last fsync asked for may still arrive meanwhile; nobody was told.
 */
async function cutOnce(round: number, plan: Partial<WritingPlan>, random: Random, tally: FaultTally): Promise<boolean> {
  const parent = await temporaryFolder();
  const disk = makeExt4(parent, 'disk.ext4');
  if (!disk) return false;
  const before = await WorkspaceStore.open(storeOptions(join(disk.folder, 'workspace'), { access: 'read' }));
  const start = fingerprintOf(before.workspace);
  await before.release();
  const writer = startWriter(bundle);
  onTestFinished(async () => {
    writer.process.kill('SIGKILL');
    await writer.isGone;
  });
  await writer.isReady;
  writer.begin(writingPlan(join(disk.folder, 'workspace'), { seed: below(random, 1e9), ...plan }));
  await writer.hasSaid('saved');
  await wait(random() * 150);
  writer.process.kill('SIGSTOP');
  const copy = await copyAsAfterPowerCut(disk);
  writer.process.kill('SIGKILL');
  await writer.isGone;
  const ledger = ledgerOf(writer.said, start);
  tally.rounds += 1;
  tally.acknowledged += ledger.acknowledged;
  try {
    const store = await WorkspaceStore.open(storeOptions(join(copy.folder, 'workspace')));
    const verdict = judge(ledger, fingerprintOf(store.workspace));
    tally.lost += verdict.lost;
    if (verdict.changes === null || store.notices.length > 0) tally.unreadable += 1;
    if (plan.syncs !== false && (verdict.lost > 0 || store.notices.length > 0)) {
      console.error(`round ${round}:`, verdict, ledger.acknowledged, store.notices);
    }
    await store.release();
  } catch (error) {
    tally.unreadable += 1;
    console.error(`round ${round}:`, error);
  }
  copy.unmount();
  disk.unmount();
  await rm(parent, { recursive: true });
  return true;
}

describe('a store on an ext4 disk whose power goes out', () => {
  const cannot = 'an ext4 image cannot be made and mounted here (needs root, mkfs.ext4 and loop devices)';

  it('has every change that was acknowledged before', { timeout }, async ({ skip }) => {
    const tally = tallyOf('power cut on ext4 (copy of the disk)');
    const random = chanceFor(95);
    for (let round = 0; round < roundsOf({ suite: 12, long: 200 }); round += 1) {
      const plan = {
        reopenAfter: oneOf(random, [10, 40, 1_000]),
        snapshotAfterBytes: oneOf(random, [500, 5_000, 50_000]),
      };
      if (!(await cutOnce(round, plan, random, tally))) skip(cannot);
    }
    conclude(tally);
  });

  it('would be seen to lose changes without fsync', { timeout }, async ({ skip }) => {
    const tally = tallyOf('a fault on purpose');
    const random = chanceFor(96);
    for (let round = 0; round < 2; round += 1) {
      if (!(await cutOnce(round, { syncs: false }, random, tally))) skip(cannot);
    }
    expect(tally.acknowledged).toBeGreaterThan(0);
    expect(tally.lost).toBeGreaterThan(0);
  });
});
