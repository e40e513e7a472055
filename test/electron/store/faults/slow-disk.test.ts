import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import { editsAtRandom } from '../../../support/faults/edits-at-random.ts';
import { failingFiles } from '../../../support/faults/failing-files.ts';
import { chanceFor, conclude, isLong, roundsOf, tallyOf } from '../../../support/faults/fault-rounds.ts';
import { fingerprintOf } from '../../../support/faults/fingerprint.ts';
import { judge, ledgerFrom } from '../../../support/faults/ledger.ts';
import { memoryFolder } from '../../../support/faults/memory-folder.ts';
import { storeOptions } from '../../../support/faults/store-options.ts';

describe('a store on a slow disk', () => {
  it('takes changes while others are written, keeps their order, and loses none at a crash', {
    timeout: isLong ? 1_800_000 : 60_000,
  }, async () => {
    const tally = tallyOf('every operation takes 5 to 50 ms, then a crash');
    const random = chanceFor(50);
    for (let round = 0; round < roundsOf({ suite: 2, long: 100 }); round += 1) {
      const folder = join(await memoryFolder(), 'workspace');
      const layer = failingFiles(() => 5 + random() * 45);
      const store = await WorkspaceStore.open(storeOptions(folder, { files: layer.files, snapshotAfterBytes: 2_000 }));
      const ledger = ledgerFrom(fingerprintOf(store.workspace));
      const nextEdit = editsAtRandom(random, () => `id-${random().toString(36).slice(2)}`);
      const acknowledgedAt: number[] = [];
      let isOver = false;
      const saves: Promise<void>[] = [];
      for (let made = 0; made < 400; made += 1) {
        const { change, action } = nextEdit(store.workspace);
        store.apply(change, action);
        ledger.states.push(fingerprintOf(store.workspace));
        const upTo = ledger.states.length - 1;
        saves.push(
          store.flush().then(({ state }) => {
            if (isOver || state !== 'saved') return;
            acknowledgedAt.push(upTo);
            ledger.acknowledged = Math.max(ledger.acknowledged, upTo);
          }),
        );
        await wait(2);
      }
      // An acknowledgement does not wait for what is changed after it.
      expect(acknowledgedAt[0]).toBeLessThan(300);
      expect(acknowledgedAt).toEqual([...acknowledgedAt].sort((a, b) => a - b));
      await wait(random() * 200);
      isOver = true;
      await layer.die();
      await Promise.all(saves);
      await store.release();
      const again = await WorkspaceStore.open(storeOptions(folder));
      const verdict = judge(ledger, fingerprintOf(again.workspace));
      tally.rounds += 1;
      tally.acknowledged += ledger.acknowledged;
      tally.lost += verdict.lost;
      if (verdict.changes === null || again.notices.length > 0) tally.unreadable += 1;
      await again.close();
    }
    conclude(tally);
  });

  it('has everything when it is closed, whatever was still on its way', async () => {
    const random = chanceFor(51);
    const folder = join(await memoryFolder(), 'workspace');
    const layer = failingFiles(() => 5 + random() * 45);
    const store = await WorkspaceStore.open(storeOptions(folder, { files: layer.files, snapshotAfterBytes: 500 }));
    const nextEdit = editsAtRandom(random, () => `id-${random().toString(36).slice(2)}`);
    for (let made = 0; made < 40; made += 1) {
      const { change, action } = nextEdit(store.workspace);
      store.apply(change, action);
      if (made % 7 === 0) void store.flush();
      await wait(1);
    }
    expect(await store.close()).toBe(true);
    const again = await WorkspaceStore.open(storeOptions(folder));
    expect(fingerprintOf(again.workspace)).toBe(fingerprintOf(store.workspace));
    expect(again.notices).toEqual([]);
    await again.close();
    expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('-tmp'))).toEqual([]);
  });
});
