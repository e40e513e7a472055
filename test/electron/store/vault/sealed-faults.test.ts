import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../../core/workspace/workspace.ts';
import { seededRandom } from '../../../bench/seeded-random.ts';
import { diskWith, fullAfterPart, singleFaults } from '../../../support/faults/disk-faults.ts';
import { editsAtRandom } from '../../../support/faults/edits-at-random.ts';
import { endureRun } from '../../../support/faults/endured-run.ts';
import { failingFiles } from '../../../support/faults/failing-files.ts';
import { below, chanceFor, conclude, isLong, oneOf, roundsOf, tallyOf } from '../../../support/faults/fault-rounds.ts';
import { fingerprintOf } from '../../../support/faults/fingerprint.ts';
import { judge, type Ledger, ledgerFrom } from '../../../support/faults/ledger.ts';
import { type DiskKind, materialise } from '../../../support/faults/materialise.ts';
import { memoryFolder } from '../../../support/faults/memory-folder.ts';
import { ledgerAt, missingAt, recordRun } from '../../../support/faults/recorded-run.ts';
import { openSealed, sealedLayer } from './sealed-workspace.ts';

const timeout = isLong ? 1_800_000 : 120_000;

const faults = [fullAfterPart, ...singleFaults];

describe('an encrypted workspace on a disk that fails at any operation', () => {
  it.each(faults.map((fault) => [fault.what, fault] as const))(
    '%s: nothing acknowledged is lost, and what failed is saved when it can be',
    { timeout },
    async (what, fault) => {
      const tally = tallyOf(`encrypted, at every operation: ${what}`);
      const place = await memoryFolder();
      let quiet = 0;
      for (let at = 1; quiet < 3; at += roundsOf({ suite: 3, long: 1 })) {
        const folder = join(place, String(at), 'workspace');
        const disk = diskWith(fault, at);
        const layer = { ...disk.layer, files: sealedLayer(folder)(disk.layer.files) };
        const { ledger, broken } = await endureRun(folder, { ...disk, layer });
        await disk.layer.die();
        quiet = disk.hasFailed() ? 0 : quiet + 1;
        const { store } = await openSealed(folder);
        const verdict = judge(ledger, fingerprintOf(store.workspace));
        tally.rounds += 1;
        tally.acknowledged += ledger.acknowledged;
        tally.lost += verdict.lost;
        await store.close();
        const left = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('-tmp'));
        const complaints = [...broken, ...store.notices.map(({ message }) => message), ...left];
        if (verdict.changes === null || complaints.length > 0) {
          tally.unreadable += 1;
          console.error(`operation ${at}, ${what}:`, verdict, complaints);
        }
        await rm(join(place, String(at)), { recursive: true });
      }
      expect(tally.rounds).toBeGreaterThan(8);
      conclude(tally);
    },
  );
});

describe('an encrypted workspace whose process is killed', () => {
  /** Opens, changes and closes twice, on a disk on which nothing happens any more from some operation on. */
  async function runUntilDead(folder: string, disk: ReturnType<typeof failingFiles>): Promise<Ledger | null> {
    const random = seededRandom(5);
    let ledger: Ledger | null = null;
    try {
      for (let opening = 0; opening < 2; opening += 1) {
        const { store } = await openSealed(folder, { snapshotAfterBytes: 900 }, disk.files);
        try {
          ledger ??= ledgerFrom(fingerprintOf(store.workspace));
          const nextEdit = editsAtRandom(random, () => `id-${random().toString(36).slice(2)}`);
          for (let change = 0; change < 4; change += 1) {
            const step = nextEdit(store.workspace);
            store.apply(step.change, step.action);
            ledger.states.push(fingerprintOf(store.workspace));
            if ((await store.flush()).state !== 'saved') return ledger;
            ledger.acknowledged = ledger.states.length - 1;
          }
          if (!(await store.close())) return ledger;
        } finally {
          await store.release();
        }
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
    return ledger;
  }

  it('has every acknowledged change at whichever operation, torn or not, and raises no alarm', {
    timeout,
  }, async () => {
    const tally = tallyOf('encrypted: killed at every operation');
    const place = await memoryFolder();
    for (const part of isLong ? [0, 0.3, 0.99] : [0.6]) {
      let isOver = false;
      for (let at = 1; !isOver; at += 1) {
        const folder = join(place, `${at}-${part}`, 'workspace');
        const disk = failingFiles(({ count }) => (count >= at ? { code: 'EIO', part: count === at ? part : 0 } : null));
        const ledger = await runUntilDead(folder, disk);
        isOver = disk.count() < at;
        await disk.die();
        const { store, notices } = await openSealed(folder);
        const verdict = ledger ? judge(ledger, fingerprintOf(store.workspace)) : { changes: 0, lost: 0 };
        tally.rounds += 1;
        tally.acknowledged += ledger?.acknowledged ?? 0;
        tally.lost += verdict.lost;
        // Without a first end there is no state yet.
        const told = notices().filter((message) => !message.includes('vault.state'));
        await store.close();
        const again = await openSealed(folder);
        await again.store.close();
        if (verdict.changes === null || told.length > 0 || again.notices().length > 0) {
          tally.unreadable += 1;
          console.error(`operation ${at}, ${part}:`, verdict, told, again.notices());
        }
        await rm(join(place, `${at}-${part}`), { recursive: true });
      }
    }
    expect(tally.rounds).toBeGreaterThan(50);
    conclude(tally);
  });
});

describe('an encrypted workspace whose power goes out', () => {
  const kinds: readonly DiskKind[] = ['in order', 'any order', 'torn'];

  it('has every acknowledged change wherever in a run it happens', { timeout }, async () => {
    const tally = tallyOf('encrypted: power cut at random');
    const random = chanceFor(91);
    for (let round = 0; round < roundsOf({ suite: 4, long: 80 }); round += 1) {
      const place = await memoryFolder();
      const root = join(place, 'recorded');
      await mkdir(root);
      const folder = join(root, 'workspace');
      const run = await recordRun(root, folder, {
        random,
        openings: 1,
        changesEach: 25,
        snapshotAfterBytes: oneOf(random, [400, 4_000, 40_000]),
        layer: sealedLayer(folder),
      });
      const prints = new Map<Workspace, string>();
      for (let cut = 0; cut < 30; cut += 1) {
        const cutAt = run.entriesBefore + 1 + below(random, run.log.length - run.entriesBefore);
        const kind = oneOf(random, kinds);
        const target = join(place, `cut-${cut}`);
        await mkdir(target);
        await materialise(run.log, cutAt, target, random, kind);
        const ledger = ledgerAt(run, cutAt, prints);
        const { store } = await openSealed(join(target, 'workspace'));
        const verdict = judge(ledger, fingerprintOf(store.workspace));
        tally.rounds += 1;
        tally.acknowledged += ledger.acknowledged;
        if (kind === 'torn') tally.lost += missingAt(run, cutAt, store.workspace);
        else {
          tally.lost += verdict.lost;
          if (verdict.changes === null || store.notices.length > 0) {
            tally.unreadable += 1;
            console.error(`cut at ${cutAt}, ${kind}:`, verdict, store.notices);
          }
        }
        await store.release();
        await rm(target, { recursive: true });
      }
    }
    conclude(tally);
  });
});
