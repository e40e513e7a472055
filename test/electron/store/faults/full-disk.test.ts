import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import { editsAtRandom } from '../../../support/faults/edits-at-random.ts';
import { chanceFor, conclude, isLong, roundsOf, tallyOf } from '../../../support/faults/fault-rounds.ts';
import { fingerprintOf } from '../../../support/faults/fingerprint.ts';
import { judge, ledgerFrom } from '../../../support/faults/ledger.ts';
import { storeOptions } from '../../../support/faults/store-options.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** Mounts a file system of 512 KiB in a new folder until the test is over; `null` where this user may not. */
async function smallDisk(): Promise<string | null> {
  const folder = await temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'attest-test', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
  return folder;
}

describe('a store on a disk that is really full', () => {
  it('says so, keeps what was changed, and saves it when there is space', {
    timeout: isLong ? 1_800_000 : 60_000,
  }, async ({ skip }) => {
    const tally = tallyOf('a full disk (512 KiB tmpfs)');
    for (let round = 0; round < roundsOf({ suite: 3, long: 60 }); round += 1) {
      const random = chanceFor(200 + round);
      const disk = await smallDisk();
      if (disk === null) skip('a small disk cannot be mounted here (needs root)');
      const folder = join(String(disk), 'workspace');
      const ballast = join(String(disk), 'something-else');
      await writeFile(ballast, Buffer.alloc(200 * 1024));
      const options = storeOptions(folder, { snapshotAfterBytes: 3_000 });
      const store = await WorkspaceStore.open(options);
      const ledger = ledgerFrom(fingerprintOf(store.workspace));
      const nextEdit = editsAtRandom(random, () => `id-${random().toString(36).slice(2)}`);
      const change = async (): Promise<string> => {
        const step = nextEdit(store.workspace);
        store.apply(step.change, step.action);
        ledger.states.push(fingerprintOf(store.workspace));
        const { state } = await store.flush();
        if (state === 'saved') ledger.acknowledged = ledger.states.length - 1;
        return state;
      };
      while ((await change()) === 'saved');
      expect(store.saveState).toMatchObject({
        state: 'not-saved',
        reason: expect.stringContaining('the disk is full'),
      });
      // Its user goes on all the same.
      for (let more = 0; more < 5; more += 1) await change();
      const isSavedLater = round % 3 !== 2;
      if (isSavedLater) {
        await rm(ballast);
        expect(await store.flush()).toMatchObject({ state: 'saved' });
        ledger.acknowledged = ledger.states.length - 1;
      }
      if (round % 3 === 1) expect(await store.close()).toBe(true);
      else await store.release();
      await rm(ballast, { force: true });
      const again = await WorkspaceStore.open(options);
      const verdict = judge(ledger, fingerprintOf(again.workspace));
      tally.rounds += 1;
      tally.acknowledged += ledger.acknowledged;
      tally.lost += verdict.lost;
      if (verdict.changes === null || again.notices.length > 0) {
        tally.unreadable += 1;
        console.error(verdict, again.notices);
      }
      await again.close();
    }
    conclude(tally);
  });
});
