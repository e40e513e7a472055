import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../../core/workspace/workspace.ts';
import type { Files } from '../../../../electron/store/files.ts';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import type { Random } from '../../../bench/seeded-random.ts';
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
import { withoutSync } from '../../../support/faults/files-without-sync.ts';
import { fingerprintOf } from '../../../support/faults/fingerprint.ts';
import { judge } from '../../../support/faults/ledger.ts';
import { type DiskKind, materialise } from '../../../support/faults/materialise.ts';
import { memoryFolder } from '../../../support/faults/memory-folder.ts';
import {
  ledgerAt,
  missingAt,
  type RecordedRun,
  type RunPlan,
  recordRun,
} from '../../../support/faults/recorded-run.ts';
import { storeOptions } from '../../../support/faults/store-options.ts';

const kinds: readonly DiskKind[] = ['in order', 'any order', 'torn'];
const timeout = isLong ? 1_800_000 : 60_000;

/** Cuts the power once and opens what is left in `target`, a new folder; everything comes to `tally`. */
async function cutOnce(
  run: RecordedRun,
  cutAt: number,
  target: string,
  how: { readonly random: Random; readonly kind: DiskKind; readonly prints: Map<Workspace, string> },
  tally: FaultTally,
): Promise<void> {
  await mkdir(target);
  await materialise(run.log, cutAt, target, how.random, how.kind);
  const ledger = ledgerAt(run, cutAt, how.prints);
  tally.rounds += 1;
  tally.acknowledged += ledger.acknowledged;
  const fail = (what: unknown): void => console.error(`cut at ${cutAt} of ${run.log.length}, ${how.kind}:`, what);
  try {
    const store = await WorkspaceStore.open(storeOptions(join(target, 'workspace')));
    const verdict = judge(ledger, fingerprintOf(store.workspace));
    const missing = missingAt(run, cutAt, store.workspace);
    if (how.kind === 'torn') tally.lost += missing;
    else {
      tally.lost += verdict.lost;
      if (verdict.changes === null || store.notices.length > 0) {
        tally.unreadable += 1;
        fail({ verdict, missing, notices: store.notices });
      }
    }
    await store.release();
  } catch (error) {
    tally.unreadable += 1;
    fail(error);
  }
}

function planOf(random: Random, changed: Partial<RunPlan> = {}): RunPlan {
  return { random, openings: 3, changesEach: 20, snapshotAfterBytes: oneOf(random, [400, 4_000, 40_000]), ...changed };
}

/** A moment of a run, after which the power is out. */
const momentIn = ({ log, entriesBefore }: RecordedRun, random: Random): number =>
  entriesBefore + 1 + below(random, log.length - entriesBefore);

/** Cuts one recorded run in many places. */
async function cutRun(
  plan: RunPlan,
  cuts: number | 'everywhere',
  disks: readonly DiskKind[],
  tally: FaultTally,
): Promise<void> {
  const place = await memoryFolder();
  const root = join(place, 'recorded');
  await mkdir(root);
  const run = await recordRun(root, join(root, 'workspace'), plan);
  const prints = new Map<Workspace, string>();
  const { random } = plan;
  const moments =
    cuts === 'everywhere'
      ? Array.from({ length: run.log.length - run.entriesBefore }, (_, index) => run.entriesBefore + index + 1)
      : Array.from({ length: cuts }, () => momentIn(run, random));
  for (const [index, cutAt] of moments.entries()) {
    for (const kind of disks) {
      const target = join(place, `cut-${index}-${kind.replace(' ', '-')}`);
      await cutOnce(run, cutAt, target, { random, kind, prints }, tally);
      await rm(target, { recursive: true });
    }
  }
}

describe('a store whose power goes out', () => {
  it('has every acknowledged change wherever in a run it happens', { timeout }, async () => {
    const tally = tallyOf('power cut at every moment of a run');
    const random = chanceFor(2);
    for (let run = 0; run < roundsOf({ suite: 1, long: 6 }); run += 1) {
      await cutRun(
        planOf(random, { openings: 2, changesEach: 12, snapshotAfterBytes: 1_500 }),
        'everywhere',
        kinds,
        tally,
      );
    }
    conclude(tally);
  });

  it('has every acknowledged change in many runs, with snapshots large and small', { timeout }, async () => {
    const tally = tallyOf('power cut at random in many runs');
    const random = chanceFor(3);
    for (let run = 0; run < roundsOf({ suite: 6, long: 120 }); run += 1) await cutRun(planOf(random), 20, kinds, tally);
    conclude(tally);
  });

  it('has every acknowledged change where the history is forgotten', { timeout }, async () => {
    const tally = tallyOf('power cut where old changes are forgotten');
    const random = chanceFor(7);
    const plan = { openings: 8, changesEach: 5, forgets: true };
    for (let run = 0; run < roundsOf({ suite: 4, long: 80 }); run += 1) {
      await cutRun(planOf(random, plan), 20, kinds, tally);
    }
    conclude(tally);
  });

  it('has every acknowledged change when it goes out again and again while it recovers', { timeout }, async () => {
    const tally = tallyOf('power cut again while recovering');
    const random = chanceFor(4);
    for (let chain = 0; chain < roundsOf({ suite: 12, long: 200 }); chain += 1) {
      const place = await memoryFolder();
      let root = join(place, '0');
      await mkdir(root);
      for (let cut = 1; cut <= 6; cut += 1) {
        const plan = planOf(random, { openings: 1, changesEach: 1 + below(random, 6), snapshotAfterBytes: 1_000 });
        const run = await recordRun(root, join(root, 'workspace'), plan);
        const [kind, cutAt] = [oneOf(random, ['in order', 'any order'] as const), momentIn(run, random)];
        const next = join(place, String(cut));
        await cutOnce(run, cutAt, next, { random, kind, prints: new Map() }, tally);
        root = next;
      }
    }
    conclude(tally);
  });

  const omissions: readonly (readonly [string, (files: Files) => Files, DiskKind])[] = [
    ['no fsync at all', withoutSync, 'in order'],
    ['no fsync of folders', (files) => ({ ...files, syncFolder: async () => undefined }), 'any order'],
    [
      'no fsync of files',
      (files) => ({
        ...files,
        createFile: async (path, mode) => ({ ...(await files.createFile(path, mode)), sync: async () => undefined }),
      }),
      'in order',
    ],
  ];
  it.each(omissions)('would be seen to lose changes with %s', { timeout }, async (_what, layer, kind) => {
    const tally = tallyOf('a fault on purpose');
    const errors = console.error;
    console.error = () => undefined;
    try {
      await cutRun(planOf(chanceFor(5), { layer }), 30, [kind], tally);
    } finally {
      console.error = errors;
    }
    expect(tally.acknowledged).toBeGreaterThan(0);
    expect(tally.lost).toBeGreaterThan(0);
  });
});
