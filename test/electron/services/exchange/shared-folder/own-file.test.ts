import { chmod, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnnotations } from '../../../../../core/exchange/web-annotation/read-annotations.ts';
import { take } from '../../../../core/workspace/small-workspace.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { clock, fileOf, known, matterOf, minutes, PersonAtFolder, said } from './person-at-folder.ts';

describe('one’s own file in a shared folder', () => {
  it('holds one’s work without private notes, and is written only where it would be different', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Ганна', 'a');
    const id = anna.highlight(5, 11, ['torture'], 'a note for all');
    const secret = anna.highlight(23, 10, [], 'phone of the witness');
    anna.edit(secret, { isNotePrivate: true });
    expect(await anna.write()).toEqual({ outcome: 'written', file: 'ганна-aaaaaaaa.attest.jsonld', lines: [] });
    const path = join(folder, 'ганна-aaaaaaaa.attest.jsonld');
    const text = await readFile(path, 'utf8');
    expect(text).toContain('a note for all');
    expect(text).not.toContain('phone of the witness');
    const read = take(readAnnotations(JSON.parse(text), known));
    expect(Object.keys(read.work.highlights).sort()).toEqual([id, secret].sort());
    const before = await stat(path, { bigint: true });
    expect((await anna.write()).outcome).toBe('unchanged');
    const restarted = await anna.copyAt(folder);
    expect((await restarted.write()).outcome).toBe('unchanged');
    expect((await stat(path, { bigint: true })).mtimeNs).toBe(before.mtimeNs);
    anna.edit(id, { note: 'another' });
    expect((await anna.write()).outcome).toBe('written');
    expect(await readdir(folder)).toEqual(['ганна-aaaaaaaa.attest.jsonld']);
  });

  it.each([
    [0o755, 0o644],
    [0o700, 0o600],
  ])('can be read by whoever may read in the folder: %o', async (ofFolder, ofFile) => {
    const folder = await temporaryFolder();
    await chmod(folder, ofFolder);
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    const { file } = await anna.write();
    expect((await stat(join(folder, file))).mode & 0o777).toBe(ofFile);
  });

  it('has another name when its writer has, and the old one goes', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna Petrova', 'a');
    anna.highlight(5, 11);
    await anna.write();
    anna.rename('');
    await anna.write();
    expect(await readdir(folder)).toEqual(['unnamed-aaaaaaaa.attest.jsonld']);
  });

  it('is not where somebody else’s is, though their ids begin alike', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    await anna.write();
    const path = await fileOf(folder, 'anna');
    const other = 'aaaaaaaa-1111-4000-8000-000000000000';
    const theirs = (await readFile(path, 'utf8')).replaceAll(anna.workspace.id, other);
    await writeFile(path, theirs);
    const { file } = await anna.write();
    expect(file).toBe(`anna-${anna.workspace.id}.attest.jsonld`);
    expect(await readFile(path, 'utf8')).toBe(theirs);
    expect((await anna.write()).outcome).toBe('unchanged');
  });

  it('is written anew where it was damaged or has gone, and not where a later version of Attest wrote it', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    anna.highlight(5, 11);
    await anna.write();
    const path = await fileOf(folder, 'anna');
    await truncate(path, 100);
    expect((await anna.write()).outcome).toBe('written');
    await rm(path);
    expect((await anna.write()).outcome).toBe('written');
    const later = (await readFile(path, 'utf8')).replace('"version": 1', '"version": 2');
    await writeFile(path, later);
    const held = await anna.write();
    expect(held.outcome).toBe('held-back');
    expect(said(held)[0]).toContain('later version');
    expect(await readFile(path, 'utf8')).toBe(later);
  });

  it('leaves nothing of a crash behind, and what others are writing alone', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    await writeFile(join(folder, '.anna-aaaaaaaa.attest.jsonld.0123.attest-tmp'), 'half');
    await writeFile(join(folder, '.boris-bbbbbbbb.attest.jsonld.0123.attest-tmp'), 'half');
    await anna.write();
    expect(await readdir(folder)).toHaveLength(3);
    clock.at = Date.now() + 11 * minutes;
    anna.highlight(5, 11);
    await anna.write();
    expect((await readdir(folder)).sort()).toEqual([
      '.boris-bbbbbbbb.attest.jsonld.0123.attest-tmp',
      'anna-aaaaaaaa.attest.jsonld',
    ]);
  });
});

describe('a workspace that was copied', () => {
  it('is told so, and neither copy writes over what it has not seen of the other', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    anna.highlight(5, 11);
    await anna.synchronise();
    const copy = await anna.copyAt(folder);
    const there = copy.highlight(23, 10);
    await copy.synchronise();
    const here = anna.highlight(40, 9);
    const held = await anna.write();
    expect(held.outcome).toBe('held-back');
    expect(said(held)).toEqual([expect.stringContaining('was not overwritten')]);
    const { incoming, lines } = await anna.read();
    expect(said({ lines })).toEqual([expect.stringContaining('copied to another computer')]);
    anna.merge(incoming);
    expect((await anna.write()).outcome).toBe('written');
    expect(Object.keys(anna.workspace.highlights)).toEqual(expect.arrayContaining([here, there]));
    await copy.synchronise();
    expect(matterOf(copy)).toEqual(matterOf(anna));
    for (const one of [anna, copy, anna, copy].slice(1)) {
      expect(await one.synchronise()).toEqual({ incoming: 0, lines: 0, outcome: 'unchanged' });
    }
  });

  it('keeps its file under the name before, until all that is in it was merged', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    await anna.synchronise();
    const copy = await anna.copyAt(folder);
    const there = copy.highlight(23, 10);
    await copy.synchronise();
    anna.rename('Hanna');
    await anna.write();
    expect(await readdir(folder)).toEqual(['anna-aaaaaaaa.attest.jsonld', 'hanna-aaaaaaaa.attest.jsonld']);
    expect(await anna.synchronise()).toMatchObject({ incoming: 1, lines: 1 });
    expect(await readdir(folder)).toEqual(['hanna-aaaaaaaa.attest.jsonld']);
    expect(Object.keys(anna.workspace.highlights)).toEqual([there]);
  });

  it('may write over what was given out, though it was not taken', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    await anna.synchronise();
    const copy = await anna.copyAt(folder);
    copy.highlight(23, 10);
    await copy.synchronise();
    await anna.read();
    expect((await anna.write()).outcome).toBe('written');
  });

  it('is not suspected where it was only closed, or a note has become private', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    const id = anna.highlight(5, 11, ['torture', 'other'], 'a note');
    await anna.synchronise();
    anna.edit(id, { isNotePrivate: true, tags: ['torture'] });
    const restarted = await anna.copyAt(folder);
    expect(await restarted.read()).toEqual({ incoming: [], lines: [], hasMore: false });
    const writing = await anna.copyAt(folder);
    expect((await writing.write()).outcome).toBe('written');
    expect(await readFile(await fileOf(folder, 'anna'), 'utf8')).not.toContain('a note');
  });
});
