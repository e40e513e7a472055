import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import type { Random } from '../../../bench/seeded-random.ts';
import { below, chanceFor, conclude, isLong, roundsOf, tallyOf } from '../../../support/faults/fault-rounds.ts';
import { fingerprintOf } from '../../../support/faults/fingerprint.ts';
import { memoryFolder } from '../../../support/faults/memory-folder.ts';
import { storeOptions } from '../../../support/faults/store-options.ts';
import { writeWorkspace } from '../../../support/faults/written-workspace.ts';

const timeout = isLong ? 1_800_000 : 60_000;

type Damage = (path: string, bytes: Buffer, random: Random) => Promise<void>;

/** The key of the checksum. */
const checksumKey = '\n "sha256": "';

/**
 * Where a bit may be flipped: anywhere but in the key of the checksum. A flip there is the one that nobody sees, since the
 * file then seems to have been edited by hand; nothing else is wrong with it.
 */
function placeToFlip(bytes: Buffer, random: Random): number {
  const key = bytes.lastIndexOf(checksumKey);
  const at = below(random, bytes.length - checksumKey.length);
  return at < key ? at : at + checksumKey.length;
}

async function flipBits(path: string, bytes: Buffer, random: Random, bits: number): Promise<void> {
  const changed = Buffer.from(bytes);
  for (let flip = 0; flip < bits; flip += 1) {
    const at = placeToFlip(bytes, random);
    changed.writeUInt8(changed.readUInt8(at) ^ (1 << below(random, 8)), at);
  }
  await writeFile(path, changed);
}

const damages: readonly (readonly [string, Damage, number])[] = [
  ['cut short', (path, bytes, random) => truncate(path, below(random, bytes.length - 2)), 20],
  ['empty', (path) => truncate(path, 0), 2],
  ['NUL bytes', (path, bytes) => writeFile(path, Buffer.alloc(bytes.length)), 2],
  [
    'its end NUL bytes',
    (path, bytes, random) => writeFile(path, Buffer.from(bytes).fill(0, below(random, bytes.length))),
    10,
  ],
  ['one bit flipped', (path, bytes, random) => flipBits(path, bytes, random, 1), 60],
  ['several bits flipped', (path, bytes, random) => flipBits(path, bytes, random, 2 + below(random, 30)), 15],
  ['gone', (path) => rm(path), 2],
];

/**
 * A workspace that was used several times, so that it has backups, with its last changes in the journal only. Its newest
 * backup is older than its file.
 */
async function usedWorkspace(folder: string, random: Random): Promise<string> {
  let print = '';
  for (let opening = 0; opening < 4; opening += 1) {
    const states = await writeWorkspace(folder, { random, changes: 8, isClosed: opening < 3 });
    const last = states.at(-1);
    if (last) print = fingerprintOf(last);
  }
  return print;
}

describe('a damaged workspace file', () => {
  it.each(damages)(
    '%s: everything acknowledged comes back, and it is said',
    { timeout },
    async (what, damage, rounds) => {
      const tally = tallyOf(`workspace file: ${what}`);
      const random = chanceFor(40);
      const place = await memoryFolder();
      const folder = join(place, 'workspace');
      const expected = await usedWorkspace(folder, random);
      const bytes = await readFile(join(folder, 'workspace.json'));
      for (let round = 0; round < roundsOf({ suite: rounds, long: rounds * 20 }); round += 1) {
        const copy = join(place, String(round));
        await cp(folder, copy, { recursive: true, preserveTimestamps: true });
        await damage(join(copy, 'workspace.json'), bytes, random);
        const store = await WorkspaceStore.open(storeOptions(copy));
        tally.rounds += 1;
        tally.acknowledged += 32;
        const isWhole = fingerprintOf(store.workspace) === expected;
        if (!isWhole || store.notices.length === 0) {
          tally.unreadable += isWhole ? 0 : 1;
          console.error(`${what}, round ${round}:`, isWhole, store.notices);
        }
        expect(store.notices.length).toBeGreaterThan(0);
        await store.close();
        const again = await WorkspaceStore.open(storeOptions(copy));
        expect(fingerprintOf(again.workspace)).toBe(expected);
        expect(again.notices).toEqual([]);
        await again.close();
        await rm(copy, { recursive: true });
      }
      conclude(tally);
    },
  );

  it('comes back from the journal alone where the backups are damaged too, or gone', { timeout }, async () => {
    const random = chanceFor(41);
    for (const isGone of [true, false]) {
      const folder = join(await memoryFolder(), 'workspace');
      const expected = await usedWorkspace(folder, random);
      const backups = join(folder, 'backups');
      for (const name of await readdir(backups)) {
        if (isGone) await rm(join(backups, name));
        else await truncate(join(backups, name), 100);
      }
      await truncate(join(folder, 'workspace.json'), 100);
      const store = await WorkspaceStore.open(storeOptions(folder));
      expect(fingerprintOf(store.workspace)).toBe(expected);
      expect(store.notices.length).toBeGreaterThan(0);
      await store.close();
    }
  });
});
