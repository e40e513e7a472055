import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import { editsAtRandom } from '../../../support/faults/edits-at-random.ts';
import { chanceFor, conclude, isLong, roundsOf, tallyOf } from '../../../support/faults/fault-rounds.ts';
import { fingerprintOf } from '../../../support/faults/fingerprint.ts';
import { memoryFolder } from '../../../support/faults/memory-folder.ts';
import { storeOptions } from '../../../support/faults/store-options.ts';
import { writeWorkspace } from '../../../support/faults/written-workspace.ts';

const timeout = isLong ? 1_800_000 : 60_000;

/** How to delete a folder in which a backup may just be written. */
const wholly = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 };

/** Takes something away under a running store; gives what brings it back. */
type Vanish = (folder: string) => Promise<() => Promise<void>>;

const nothing = async (): Promise<void> => undefined;

async function moveAway(folder: string): Promise<() => Promise<void>> {
  await rename(folder, `${folder}-away`);
  return async () => {
    // What the store has made in its place meanwhile gives way, as it does when a disk is plugged in again.
    await rm(folder, wholly);
    await rename(`${folder}-away`, folder);
  };
}

const vanishings: readonly (readonly [string, Vanish])[] = [
  ['the folder is moved away and comes back', moveAway],
  [
    'the folder is deleted and comes back empty',
    async (folder) => {
      await rm(folder, wholly);
      return async () => {
        await mkdir(folder, { recursive: true });
      };
    },
  ],
  [
    'the folder is deleted, and a file is in its place for a while',
    async (folder) => {
      await rm(folder, wholly);
      await writeFile(folder, 'in the way');
      return () => rm(folder, wholly);
    },
  ],
  [
    'the folder is replaced by a copy of it',
    async (folder) => {
      await cp(folder, `${folder}-copy`, { recursive: true, filter: (path) => !path.endsWith('-tmp') });
      await rename(folder, `${folder}-away`);
      await rename(`${folder}-copy`, folder);
      return nothing;
    },
  ],
  [
    'the journal is deleted',
    async (folder) => {
      await rm(join(folder, 'journal'), wholly);
      return nothing;
    },
  ],
  [
    'everything in the folder is deleted',
    async (folder) => {
      for (const name of await readdir(folder)) await rm(join(folder, name), wholly);
      return nothing;
    },
  ],
];

/** Things that can go without a change being refused: what is left is enough. */
const losses: readonly (readonly [string, (folder: string) => Promise<void>])[] = [
  ['the workspace file', (folder) => rm(join(folder, 'workspace.json'))],
  ['the backups', (folder) => rm(join(folder, 'backups'), wholly)],
  ['the lock', (folder) => rm(join(folder, 'workspace.lock'), wholly)],
];

/** A store with changes in it; where it `isFresh`, nothing has been written since it was opened. */
async function withStore(folder: string, seed: number, isFresh = false) {
  const random = chanceFor(seed);
  if (isFresh) await writeWorkspace(folder, { random, changes: 5, isClosed: seed % 2 === 0 });
  const store = await WorkspaceStore.open(storeOptions(folder, { snapshotAfterBytes: isFresh ? 1_000_000 : 3_000 }));
  const nextEdit = editsAtRandom(random, () => `id-${random().toString(36).slice(2)}`);
  const change = (): void => {
    const step = nextEdit(store.workspace);
    store.apply(step.change, step.action);
  };
  return { store, change };
}

describe('a store whose folder vanishes while it runs', () => {
  it.each(vanishings)('%s: it says so, keeps everything, and saves it again', { timeout }, async (what, vanish) => {
    const tally = tallyOf(what);
    let refusals = 0;
    for (let round = 0; round < roundsOf({ suite: 6, long: 100 }); round += 1) {
      const folder = join(await memoryFolder(), 'workspace');
      const isFresh = round % 3 === 2;
      const { store, change } = await withStore(folder, 60 + round, isFresh);
      let applied = 0;
      for (; applied < (isFresh ? 0 : round * 3 + 1); applied += 1) {
        change();
        expect(await store.flush()).toMatchObject({ state: 'saved' });
      }
      const bringBack = await vanish(folder);
      change();
      const save = await store.flush();
      // A store that had to begin a new file anyway makes the folder again, with everything in it.
      if (save.state === 'not-saved') expect(save.reason).toMatch(/^.{10,400}\.$/u);
      else expect(what).not.toMatch(/a file is in its place/u);
      refusals += save.state === 'not-saved' ? 1 : 0;
      await bringBack();
      expect(await store.flush()).toMatchObject({ state: 'saved' });
      change();
      const next = await store.flush();
      // What it saved in the meantime may have gone when the folder came back: it finds out, and saves it again.
      if (next.state !== 'saved') expect(await store.flush()).toMatchObject({ state: 'saved' });
      const whole = fingerprintOf(store.workspace);
      await store.release();
      const again = await WorkspaceStore.open(storeOptions(folder));
      tally.rounds += 1;
      tally.acknowledged += applied + 2;
      if (fingerprintOf(again.workspace) !== whole) tally.lost += 1;
      if (again.notices.length > 0) {
        tally.unreadable += 1;
        console.error(what, round, again.notices);
      }
      await again.close();
    }
    expect(refusals).toBeGreaterThan(0);
    conclude(tally);
  });

  it.each(losses)('%s alone takes nothing with it', { timeout }, async (_what, lose) => {
    for (let round = 0; round < 6; round += 1) {
      const folder = join(await memoryFolder(), 'workspace');
      const { store, change } = await withStore(folder, 80 + round);
      for (let made = 0; made < 8; made += 1) {
        change();
        await store.flush();
        if (made === round) await lose(folder);
      }
      expect(store.saveState).toMatchObject({ state: 'saved' });
      if (round % 2 === 0) await store.release();
      else expect(await store.close()).toBe(true);
      const again = await WorkspaceStore.open(storeOptions(folder));
      expect(fingerprintOf(again.workspace)).toBe(fingerprintOf(store.workspace));
      await again.close();
    }
  });
});
