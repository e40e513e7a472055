import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { chanceFor } from './fault-rounds.ts';
import { type DiskKind, materialise } from './materialise.ts';
import { type Recording, recordFiles } from './recording-files.ts';

const kinds: readonly DiskKind[] = ['in order', 'any order', 'torn'];

/** Every state, as the files in it and what they hold, that forty cuts at the end of the log give. */
async function statesOf(
  recording: Recording<string>,
  kind: DiskKind,
  cutAt = recording.log.length,
): Promise<Set<string>> {
  const random = chanceFor(6);
  const states = new Set<string>();
  for (let cut = 0; cut < 40; cut += 1) {
    const target = await temporaryFolder();
    await materialise(recording.log, cutAt, target, random, kind);
    const names = (await readdir(target)).sort();
    const held = await Promise.all(names.map(async (name) => `${name}=${await readFile(join(target, name), 'utf8')}`));
    states.add(held.join(' '));
  }
  return states;
}

async function record(): Promise<{ readonly recording: Recording<string>; readonly root: string }> {
  const root = await temporaryFolder();
  return { recording: await recordFiles<string>(root), root };
}

describe('a disk after a power cut', () => {
  it.each(kinds)('keeps what was synced, with its name, and of the rest a beginning at most (%s)', async (kind) => {
    const { recording, root } = await record();
    const file = await recording.files.createFile(join(root, 'a'), 0o600);
    await file.write(Buffer.from('sure'));
    await file.sync();
    await recording.files.syncFolder(root);
    expect(await statesOf(recording, kind)).toEqual(new Set(['a=sure']));
    await file.write(Buffer.from('xy'));
    const allowed = ['', 'x', 'xy', '\0', '\0\0', 'x\0'].map((end) => `a=sure${end}`);
    const states = await statesOf(recording, kind);
    expect(allowed).toEqual(expect.arrayContaining([...states]));
    expect(states.size).toBeGreaterThan(3);
    await file.close();
  });

  it('may lose a name that no fsync of its folder covers', async () => {
    const { recording, root } = await record();
    const file = await recording.files.createFile(join(root, 'new'), 0o600);
    await file.sync();
    await file.close();
    await recording.files.rename(join(root, 'new'), join(root, 'name'));
    expect(await statesOf(recording, 'in order')).toEqual(new Set(['', 'new=', 'name=']));
    await recording.files.syncFolder(root);
    expect(await statesOf(recording, 'any order')).toEqual(new Set(['name=']));
    await recording.files.remove(join(root, 'name'));
    expect(await statesOf(recording, 'any order')).toEqual(new Set(['name=', '']));
  });

  it('shows the old file or the new one where a rename was not synced, and knows what was there before', async () => {
    const root = await temporaryFolder();
    await writeFile(join(root, 'a'), 'old');
    const recording = await recordFiles<string>(root);
    const file = await recording.files.createFile(join(root, 'b'), 0o600);
    await file.write(Buffer.from('new'));
    await file.sync();
    await file.close();
    await recording.files.rename(join(root, 'b'), join(root, 'a'));
    expect(await statesOf(recording, 'in order')).toEqual(new Set(['a=old', 'a=old b=new', 'a=new']));
  });

  it('may show a file empty that was renamed before it was synced', async () => {
    const { recording, root } = await record();
    const file = await recording.files.createFile(join(root, 'a'), 0o600);
    await file.write(Buffer.from('x'));
    await file.close();
    await recording.files.syncFolder(root);
    expect(await statesOf(recording, 'in order')).toEqual(new Set(['a=', 'a=x', 'a=\0']));
  });

  it('counts a sync only when it is over, and only for what came before it', async () => {
    const { recording, root } = await record();
    const file = await recording.files.createFile(join(root, 'a'), 0o600);
    await recording.files.syncFolder(root);
    await file.write(Buffer.from('1'));
    const begun = recording.log.length + 1;
    await file.sync();
    expect((await statesOf(recording, 'in order', begun)).size).toBeGreaterThan(1);
    expect(await statesOf(recording, 'in order')).toEqual(new Set(['a=1']));
    await recording.files.cut(join(root, 'a'), 0);
    expect(await statesOf(recording, 'in order')).toEqual(new Set(['a=']));
    await file.close();
  });

  it('keeps no file of a folder that is not there itself', async () => {
    const { recording, root } = await record();
    await recording.files.makeFolder(join(root, 'folder'));
    const file = await recording.files.createFile(join(root, 'folder', 'a'), 0o600);
    await file.sync();
    await file.close();
    await recording.files.syncFolder(join(root, 'folder'));
    const target = await temporaryFolder();
    await mkdir(join(target, 'x'));
    for (let cut = 0; cut < 20; cut += 1) {
      const place = join(target, String(cut));
      await mkdir(place);
      await materialise(recording.log, recording.log.length, place, chanceFor(cut), 'any order');
      expect([[], ['folder']]).toContainEqual(await readdir(place));
    }
  });
});
