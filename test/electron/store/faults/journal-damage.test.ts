import { cp, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTag, describeTag } from '../../../../core/workspace/codebook-edits.ts';
import type { Workspace } from '../../../../core/workspace/workspace.ts';
import { WorkspaceStore } from '../../../../electron/store/workspace-store.ts';
import { editing, idOf, take } from '../../../core/workspace/small-workspace.ts';
import { below, chanceFor, conclude, isLong, roundsOf, tallyOf } from '../../../support/faults/fault-rounds.ts';
import { fingerprintOf } from '../../../support/faults/fingerprint.ts';
import { memoryFolder } from '../../../support/faults/memory-folder.ts';
import { storeOptions } from '../../../support/faults/store-options.ts';
import { linesOf, newestSegment, writeWorkspace } from '../../../support/faults/written-workspace.ts';

const timeout = isLong ? 1_800_000 : 60_000;

/** What opening gives after the newest segment of a copy of `folder` was replaced by `bytes`. */
type Reopen = (bytes: Buffer) => Promise<{ readonly workspace: Workspace; readonly notices: readonly string[] }>;

/**
 * A workspace with a journal whose last record is the last change, and a way to open copies of it with other bytes. With
 * `endsSmall` the last change is a tag: every byte of it is to have its turn.
 */
async function journalled(changes: number, seed: number, endsSmall: boolean) {
  const place = await memoryFolder();
  const folder = join(place, 'workspace');
  const states = await writeWorkspace(folder, { random: chanceFor(seed), changes, isClosed: false, endsSmall });
  const { path, bytes } = await newestSegment(folder);
  let copies = 0;
  const reopen: Reopen = async (changed) => {
    copies += 1;
    const copy = join(place, String(copies));
    await cp(folder, copy, { recursive: true });
    await writeFile(join(copy, 'journal', basename(path)), changed);
    const store = await WorkspaceStore.open(storeOptions(copy));
    const { workspace, notices } = store;
    await store.release();
    // What was told once is done with: the next opening finds the same, and nothing more to say. One look in four will do.
    if (copies % 4 !== 1) return { workspace, notices: notices.map(({ message }) => message) };
    const again = await WorkspaceStore.open(storeOptions(copy));
    expect(fingerprintOf(again.workspace)).toBe(fingerprintOf(workspace));
    expect(again.notices).toEqual([]);
    await again.release();
    return { workspace, notices: notices.map(({ message }) => message) };
  };
  return { states, bytes, lines: linesOf(bytes), reopen };
}

/** `bytes` with one bit at `at` the other way round. */
function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
  return changed;
}

describe('the last record of the journal', () => {
  it('may be cut off anywhere: everything before it is there, and nothing is said', { timeout }, async () => {
    const tally = tallyOf('journal cut at every byte of its last record');
    for (let round = 0; round < roundsOf({ suite: 1, long: 10 }); round += 1) {
      const { states, bytes, lines, reopen } = await journalled(6, 10 + round, round % 2 === 0);
      const last = lines.at(-1) ?? { start: 0, end: 0 };
      const prints = states.map(fingerprintOf);
      for (let length = last.start; length < bytes.length; length += 1) {
        const { workspace, notices } = await reopen(bytes.subarray(0, length));
        // Only the line feed is missing: then the change is whole.
        const expected = length === last.end ? prints.at(-1) : prints.at(-2);
        tally.rounds += 1;
        tally.acknowledged += states.length - 2;
        if (fingerprintOf(workspace) !== expected) tally.lost += 1;
        if (notices.length > 0) tally.unreadable += 1;
      }
    }
    conclude(tally);
  });

  it('may be damaged anywhere: everything before it is there, and it is reported', { timeout }, async () => {
    const tally = tallyOf('a bit flipped at every byte of the last record');
    const random = chanceFor(20);
    for (let round = 0; round < roundsOf({ suite: 1, long: 10 }); round += 1) {
      const { states, bytes, lines, reopen } = await journalled(6, 30 + round, round % 2 === 0);
      const last = lines.at(-1) ?? { start: 0, end: 0 };
      const prints = states.map(fingerprintOf);
      for (let at = last.start; at < bytes.length; at += 1) {
        const { workspace, notices } = await reopen(flipped(bytes, at, below(random, 8)));
        const print = fingerprintOf(workspace);
        tally.rounds += 1;
        tally.acknowledged += states.length - 2;
        // The line feed after the record carries nothing.
        if (at === last.end) expect(print).toBe(prints.at(-1));
        else if (print !== prints.at(-2)) tally.lost += 1;
        if (at < last.end && notices.length !== 1) {
          tally.unreadable += 1;
          console.error(`a flip at ${at - last.start} of ${last.end - last.start}:`, notices);
        }
      }
    }
    conclude(tally);
  });
});

describe('a record in the middle of the journal', () => {
  it('is reported where it is damaged, and all others are applied', { timeout }, async () => {
    const context = editing();
    const place = await memoryFolder();
    const folder = join(place, 'workspace');
    // The file that the journal follows must not hold any of the changes itself.
    await writeWorkspace(folder, { random: chanceFor(23), changes: 1, isClosed: true });
    const store = await WorkspaceStore.open(storeOptions(folder));
    const before = Object.keys(store.workspace.tags).length;
    const names = Array.from({ length: 12 }, (_, index) => `tag ${index}`);
    for (const name of names) {
      store.apply(take(createTag(store.workspace, name, context)));
      await store.flush();
    }
    await store.release();
    const { path, bytes } = await newestSegment(folder);
    const random = chanceFor(21);
    const records = linesOf(bytes).slice(1);
    expect(records).toHaveLength(names.length);
    for (const [index, { start, end }] of records.entries()) {
      for (let flip = 0; flip < roundsOf({ suite: 8, long: 200 }); flip += 1) {
        const copy = join(place, `${index}-${flip}`);
        await cp(folder, copy, { recursive: true });
        const at = start + below(random, end - start);
        await writeFile(join(copy, 'journal', basename(path)), flipped(bytes, at, below(random, 8)));
        const again = await WorkspaceStore.open(storeOptions(copy));
        const there = Object.values(again.workspace.tags).map(({ name }) => name);
        expect(there.slice(before)).toEqual(names.filter((_, other) => other !== index));
        expect(again.notices.map(({ message }) => message)).toEqual([expect.stringContaining('journal')]);
        // It goes on from there, and what is added then stays.
        again.apply(take(createTag(again.workspace, 'added later', editing('later'))));
        expect(await again.flush()).toMatchObject({ state: 'saved' });
        await again.release();
        const last = await WorkspaceStore.open(storeOptions(copy));
        expect(Object.values(last.workspace.tags).map(({ name }) => name)).toEqual([...there, 'added later']);
        await last.release();
      }
    }
  });

  it('is reported where several are damaged and bytes stand after the end, and opens all the same', {
    timeout,
  }, async () => {
    const random = chanceFor(22);
    for (let round = 0; round < roundsOf({ suite: 40, long: 1_000 }); round += 1) {
      const { bytes, lines, reopen } = await journalled(10, 100 + round, false);
      let changed = Buffer.from(bytes);
      for (let damage = 1 + below(random, 4); damage > 0; damage -= 1) {
        // The first change of all is in the workspace file too.
        const line = lines[2 + below(random, lines.length - 2)] ?? { start: 0, end: 1 };
        changed.fill(below(random, 256), line.start + below(random, line.end - line.start), line.end);
      }
      if (random() < 0.3) changed = Buffer.concat([changed, Buffer.alloc(below(random, 5_000))]);
      const { notices } = await reopen(changed);
      expect(notices.length).toBeGreaterThan(0);
    }
  });

  it('keeps a note that a damaged record does not touch', async () => {
    const context = editing();
    const folder = join(await memoryFolder(), 'workspace');
    const store = await WorkspaceStore.open(storeOptions(folder));
    store.apply(take(createTag(store.workspace, 'one', context)));
    await store.flush();
    store.apply(take(createTag(store.workspace, 'two', context)));
    await store.flush();
    store.apply(take(describeTag(store.workspace, idOf(store.workspace, 'one'), 'what it is for')));
    await store.flush();
    await store.release();
    const { path, bytes } = await newestSegment(folder);
    const second = linesOf(bytes)[2] ?? { start: 0, end: 0 };
    await writeFile(path, flipped(bytes, second.start + 100, 3));
    const again = await WorkspaceStore.open(storeOptions(folder));
    expect(Object.values(again.workspace.tags).map(({ name, description }) => [name, description])).toEqual([
      ...Object.values(again.workspace.tags)
        .slice(0, 3)
        .map(({ name }) => [name, '']),
      ['one', 'what it is for'],
    ]);
    expect(again.notices).toHaveLength(1);
    await again.release();
  });
});
