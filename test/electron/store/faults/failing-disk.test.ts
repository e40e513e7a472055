import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import { type DiskFault, diskWith, fullAfterPart, growing, singleFaults } from '../../../support/faults/disk-faults.ts';
import { type EnduredRun, endureRun } from '../../../support/faults/endured-run.ts';
import { conclude, type FaultTally, isLong, tallyOf } from '../../../support/faults/fault-rounds.ts';
import { fingerprintOf } from '../../../support/faults/fingerprint.ts';
import { judge } from '../../../support/faults/ledger.ts';
import { memoryFolder } from '../../../support/faults/memory-folder.ts';
import { storeOptions } from '../../../support/faults/store-options.ts';

const timeout = isLong ? 1_800_000 : 60_000;

/** What asks for permission by name. */
const named: ReadonlySet<string> = new Set([
  'createFile',
  'rename',
  'remove',
  'makeFolder',
  'readFile',
  'readFolder',
  'cut',
]);

const faults: readonly DiskFault[] = [
  {
    what: 'the disk is full from there on',
    stays: true,
    failure: ({ operation }) => (growing.has(operation) ? { code: 'ENOSPC' } : null),
  },
  fullAfterPart,
  {
    what: 'nothing is permitted from there on',
    stays: true,
    failure: ({ operation }) => (named.has(operation) ? { code: 'EACCES' } : null),
  },
  ...singleFaults,
  {
    what: 'the disk is gone from there on, for good',
    stays: true,
    failure: ({ count }) => ({ code: 'EIO', part: (count % 4) / 3 }),
    isHopeless: true,
  },
];

/** Opens what a run has left, on a good disk. */
async function lookAfter(
  folder: string,
  { ledger, broken, reasons }: EnduredRun,
  tally: FaultTally,
): Promise<string[]> {
  const store = await WorkspaceStore.open(storeOptions(folder));
  const verdict = judge(ledger, fingerprintOf(store.workspace));
  tally.rounds += 1;
  tally.acknowledged += ledger.acknowledged;
  tally.lost += verdict.lost;
  const complaints = [
    ...broken,
    ...store.notices.map(({ message }) => message),
    ...(verdict.changes === null && ledger.states.length > 1 ? ['what is there was never there'] : []),
    ...(verdict.lost > 0 ? [`${verdict.lost} lost`] : []),
    ...reasons.filter((reason) => !/^.{10,400}\.$/u.test(reason)).map((reason) => `no sentence: ${reason}`),
  ];
  await store.close();
  const left = await readdir(folder, { recursive: true });
  complaints.push(...left.filter((name) => name.endsWith('-tmp')).map((name) => `${name} was left behind`));
  if (complaints.length > 0) tally.unreadable += 1;
  return complaints;
}

describe('a store on a disk that fails at any operation', () => {
  it.each(faults.map((fault) => [fault.what, fault] as const))(
    '%s: nothing acknowledged is lost, and what failed is saved when it can be',
    { timeout },
    async (_what, fault) => {
      const tally = tallyOf(`at every operation: ${fault.what}`);
      const place = await memoryFolder();
      let quiet = 0;
      let reasons = 0;
      // Until the run is over before its turn comes.
      for (let at = 1; quiet < 3; at += 1) {
        const folder = join(place, String(at), 'workspace');
        const disk = diskWith(fault, at);
        const run = await endureRun(folder, disk);
        reasons += run.reasons.length;
        await disk.layer.die();
        quiet = disk.hasFailed() ? 0 : quiet + 1;
        const complaints = await lookAfter(folder, run, tally);
        if (complaints.length > 0) console.error(`operation ${at}, ${fault.what}:`, complaints);
        await rm(join(place, String(at)), { recursive: true });
      }
      expect(tally.rounds).toBeGreaterThan(20);
      expect(reasons).toBeGreaterThan(5);
      conclude(tally);
    },
  );
});
