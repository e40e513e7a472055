import { readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import { editsAtRandom } from '../../../support/faults/edits-at-random.ts';
import { chanceFor, conclude, isLong, oneOf, roundsOf, tallyOf } from '../../../support/faults/fault-rounds.ts';
import { fingerprintOf } from '../../../support/faults/fingerprint.ts';
import { memoryFolder } from '../../../support/faults/memory-folder.ts';
import { storeOptions } from '../../../support/faults/store-options.ts';

/** Times that a computer with an empty battery, a wrong year or a wrong zone may believe in. */
const times = [
  '1970-01-01T00:00:00.000Z',
  '1999-12-31T23:59:59.999Z',
  '2001-02-03T04:05:06.007Z',
  '2026-01-02T03:04:05.000Z',
  '2026-01-02T03:04:05.000Z',
  '2026-01-02T02:04:05.000Z',
  '2038-01-19T03:14:08.000Z',
  '2099-12-31T00:00:00.000Z',
];

describe('a store whose clock jumps by years', () => {
  it('loses nothing, keeps the order, and finds the newest backup', {
    timeout: isLong ? 1_800_000 : 60_000,
  }, async () => {
    const tally = tallyOf('the clock goes back and forth by years');
    const random = chanceFor(90);
    const now = () => oneOf(random, times);
    for (let round = 0; round < roundsOf({ suite: 6, long: 150 }); round += 1) {
      const folder = join(await memoryFolder(), 'workspace');
      let expected: string | null = null;
      for (let opening = 0; opening < 15; opening += 1) {
        const store = await WorkspaceStore.open(storeOptions(folder, { now, snapshotAfterBytes: 2_000 }));
        const found = fingerprintOf(store.workspace);
        tally.rounds += 1;
        if (expected !== null && found !== expected) tally.lost += 1;
        if (opening % 5 !== 4 && store.notices.length > 0) tally.unreadable += 1;
        const nextEdit = editsAtRandom(random, () => `id-${random().toString(36).slice(2)}`);
        for (let made = 0; made < 5; made += 1) {
          const { change, action } = nextEdit(store.workspace);
          store.apply(change, action);
          expect(await store.flush()).toMatchObject({ state: 'saved' });
          tally.acknowledged += 1;
        }
        expected = fingerprintOf(store.workspace);
        if (random() < 0.5) await store.close();
        else await store.release();
        const backups = await readdir(join(folder, 'backups')).catch(() => []);
        expect(backups.length).toBeLessThan(60);
        // The next opening needs the newest backup, by whatever clock.
        if (opening % 5 === 3) await truncate(join(folder, 'workspace.json'), 10);
      }
    }
    conclude(tally);
  });
});
