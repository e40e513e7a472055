import { execFileSync } from 'node:child_process';
import { copyFile, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnnotations } from '../../../../../core/exchange/web-annotation/read-annotations.ts';
import { SharedFolder } from '../../../../../electron/services/exchange/shared-folder/shared-folder.ts';
import { refusal, take } from '../../../../core/workspace/small-workspace.ts';
import { failingFiles } from '../../../../support/faults/failing-files.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { clock, fileOf, known, matterOf, minutes, PersonAtFolder, said } from './person-at-folder.ts';

describe('people at a shared folder', () => {
  it('come to the same, in whatever order they work and synchronise, and come to rest', async () => {
    const step = fc.record({ who: fc.nat(2), what: fc.nat(5), at: fc.nat(60), length: fc.integer({ min: 1, max: 9 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 18 }), async (steps) => {
        const folder = await temporaryFolder();
        const [anna, boris, vera] = await Promise.all([
          PersonAtFolder.open(folder, 'Anna', 'a'),
          PersonAtFolder.open(folder, 'Барыс', 'b'),
          PersonAtFolder.open(folder, 'فيرا', 'c'),
        ]);
        const people = [anna, boris, vera];
        for (const { who, what, at, length } of steps) {
          const person = people[who] ?? anna;
          const ids = Object.keys(person.workspace.highlights).sort();
          const id = ids[at % Math.max(1, ids.length)];
          if (what === 0 || id === undefined) person.highlight(at, length, at % 2 === 0 ? ['torture'] : ['new/tag']);
          else if (what === 1) person.edit(id, { note: `“note” ${at}` });
          else if (what === 2) person.edit(id, { tags: ['elections', `tag ${at}`] });
          else if (what === 3) person.remove(id);
          else if (what === 4) person.edit(id, { note: 'for myself', isNotePrivate: true });
          else await person.synchronise();
        }
        for (let round = 0; round < 4; round += 1) for (const person of people) await person.synchronise();
        const shown = people.map((person) => Object.keys(person.workspace.highlights).sort());
        expect(shown[1]).toEqual(shown[0]);
        expect(shown[2]).toEqual(shown[0]);
        const tagged = people.map((person) =>
          Object.values(matterOf(person).highlights)
            .map(({ id, tags, selector }) => ({ id, tags, selector }))
            .sort((a, b) => (a.id < b.id ? -1 : 1)),
        );
        expect(tagged[1]).toEqual(tagged[0]);
        expect(tagged[2]).toEqual(tagged[0]);
        for (const person of people) {
          expect(await person.synchronise()).toEqual({ incoming: 0, lines: 0, outcome: 'unchanged' });
        }
      }),
      { numRuns: 7 },
    );
  });

  it('change nobody’s file but their own, whatever lies about', async () => {
    const folder = await temporaryFolder();
    const [anna, boris] = [
      await PersonAtFolder.open(folder, 'Anna', 'a'),
      await PersonAtFolder.open(folder, 'Boris', 'b'),
    ];
    anna.highlight(5, 11);
    await anna.write();
    await copyFile(await fileOf(folder, 'anna'), join(folder, 'anna-aaaaaaaa.attest (conflicted copy 2026).jsonld'));
    await writeFile(join(folder, 'boris-bbbbbbbb.attest (1).jsonld'), 'half of so');
    await writeFile(join(folder, 'minutes.docx'), 'PK');
    const everything = async () =>
      Promise.all(
        (await readdir(folder))
          .filter((name) => !/^boris-bbbbbbbb\.attest\.jsonld$/u.test(name))
          .map(async (name) => [
            name,
            (await stat(join(folder, name), { bigint: true })).mtimeNs,
            await readFile(join(folder, name), 'utf8'),
          ]),
      );
    const before = await everything();
    boris.highlight(23, 10);
    await boris.synchronise();
    boris.rename('Барыс');
    await boris.synchronise();
    await boris.synchronise();
    expect(await everything().then((now) => now.filter(([name]) => !String(name).startsWith('барыс')))).toEqual(before);
  });

  it('read a file once, and again when it has changed', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    const reads: string[] = [];
    const { files } = failingFiles(({ operation, path }) => {
      if (operation === 'readFile') reads.push(path);
      return null;
    });
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b', files);
    anna.highlight(5, 11);
    await anna.write();
    clock.at = Date.now() + minutes;
    expect((await boris.synchronise()).incoming).toBe(1);
    reads.length = 0;
    clock.at += minutes;
    await boris.read();
    await boris.read();
    expect(reads.filter((path) => path.includes('anna'))).toEqual([]);
    // Written in the same moment as it was read: its time may be the same, so it is looked into again.
    clock.at = Date.now();
    anna.highlight(30, 4);
    await anna.write();
    expect((await boris.read()).incoming).toHaveLength(1);
    expect((await boris.read()).incoming).toHaveLength(0);
    expect(reads.filter((path) => path.includes('anna'))).toHaveLength(2);
  });

  it('read everything again when they have other statements than before', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    const id = anna.highlight(5, 11);
    await anna.write();
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b');
    clock.at = Date.now() + minutes;
    const without = take(await boris.shared.readOthers(boris.work, []));
    expect(without.incoming.map(({ work }) => Object.keys(work.highlights))).toEqual([[]]);
    expect(take(await boris.shared.readOthers(boris.work, [])).incoming).toEqual([]);
    const { incoming } = await boris.read();
    expect(incoming.map(({ work }) => Object.keys(work.highlights))).toEqual([[id]]);
  });

  it('are told where there are more files than are read', async () => {
    const folder = await temporaryFolder();
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b');
    for (let at = 0; at <= 1_000; at += 1) await symlink('nowhere', join(folder, `copy ${at}.attest.jsonld`));
    expect(said(await boris.read())).toEqual([expect.stringMatching(/holds 1,?001 files of Attest/u)]);
  });

  it('read what is very much in several turns', async () => {
    const folder = await temporaryFolder();
    for (const digit of ['a', 'c', 'd']) {
      const person = await PersonAtFolder.open(folder, 'Somebody', digit);
      person.highlight(5, 11);
      await person.write();
    }
    const own = await PersonAtFolder.open(await temporaryFolder(), 'Boris', 'b');
    const shared = take(await SharedFolder.open(folder, { now: () => Date.now() + minutes, mostBytes: 10 }));
    const turns: [number, boolean][] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const { incoming, hasMore } = take(await shared.readOthers(own.work, known));
      turns.push([incoming.length, hasMore]);
    }
    expect(turns).toEqual([
      [1, true],
      [1, true],
      [1, false],
      [0, false],
    ]);
  });

  it('take the copies that a synchroniser made of a file for work of its writer', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    const first = anna.highlight(5, 11);
    await anna.write();
    const path = await fileOf(folder, 'anna');
    const kept = await readFile(path);
    const second = anna.highlight(23, 10);
    await anna.write();
    await rename(path, join(folder, 'anna-aaaaaaaa.attest.sync-conflict-20261122-101010-ABCDEFG.jsonld'));
    await writeFile(path, kept);
    await copyFile(path, join(folder, 'anna-aaaaaaaa.attest (1).jsonld'));
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b');
    expect(await boris.synchronise()).toEqual({ incoming: 2, lines: 0, outcome: 'written' });
    expect(Object.keys(boris.workspace.highlights).sort()).toEqual([first, second].sort());
    expect(await anna.synchronise()).toMatchObject({ lines: 0, outcome: 'written' });
  });

  it('pass over what is not theirs to read: other files, folders, pipes and links', async () => {
    const folder = await temporaryFolder();
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b');
    await writeFile(join(folder, 'notes.txt'), 'x');
    await writeFile(join(folder, 'annotations.jsonld'), '{}');
    await symlink('/dev/zero', join(folder, 'link.attest.jsonld'));
    execFileSync('mkdir', [join(folder, 'folder.attest.jsonld')]);
    execFileSync('mkfifo', [join(folder, 'pipe.attest.jsonld')]);
    expect(await boris.read()).toEqual({ incoming: [], lines: [], hasMore: false });
    await writeFile(join(folder, 'theirs.attest.jsonld'), '{"@context": "http://www.w3.org/ns/anno.jsonld"}');
    expect(said(await boris.read())).toEqual([expect.stringContaining('was written by another program')]);
    expect((await boris.read()).lines).toEqual([]);
  });
});

describe('a folder that fails', () => {
  it('is said to be none where it is not there, or is a file', async () => {
    const folder = await temporaryFolder();
    const gone = await SharedFolder.open(join(folder, 'gone'));
    expect(refusal(gone)).toContain('the folder is not there');
    await writeFile(join(folder, 'file'), '');
    expect(refusal(await SharedFolder.open(join(folder, 'file')))).toContain('cannot be read');
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('is said to have gone, is not made anew, and is gone on with when it is back', async () => {
    const parent = await temporaryFolder();
    const folder = join(parent, 'stick');
    execFileSync('mkdir', [folder]);
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    anna.highlight(5, 11);
    await anna.write();
    await rename(folder, join(parent, 'away'));
    for (const result of [
      await anna.shared.writeOwn(anna.work, known),
      await anna.shared.readOthers(anna.work, known),
    ]) {
      expect(refusal(result)).toContain('the folder is not there');
    }
    expect(await readdir(parent)).toEqual(['away']);
    await rename(join(parent, 'away'), folder);
    anna.highlight(23, 10);
    expect(await anna.synchronise()).toMatchObject({ outcome: 'written' });
  });

  it.each([
    ['createFile', 'EROFS', 'the disk is read-only'],
    ['createFile', 'EACCES', 'the system does not permit it'],
    ['write', 'ENOSPC', 'the disk is full'],
    ['sync', 'EIO', 'the disk reported an error'],
    ['rename', 'EPERM', 'the system does not permit it'],
  ] as const)(
    'at %s with %s says so, leaves the file as it was, and others can be read',
    async (operation, code, words) => {
      const folder = await temporaryFolder();
      const boris = await PersonAtFolder.open(folder, 'Boris', 'b');
      boris.highlight(5, 11);
      await boris.write();
      let isBroken = false;
      const { files } = failingFiles((attempt) =>
        isBroken && attempt.operation === operation ? { code, part: 0.5 } : null,
      );
      const anna = await PersonAtFolder.open(folder, 'Anna', 'a', files);
      await anna.write();
      const before = await readFile(await fileOf(folder, 'anna'), 'utf8');
      anna.highlight(23, 10);
      isBroken = true;
      const written = await anna.shared.writeOwn(anna.work, known);
      expect(refusal(written)).toContain(words);
      expect(await readFile(await fileOf(folder, 'anna'), 'utf8')).toBe(before);
      expect(await readdir(folder)).toHaveLength(2);
      expect((await anna.read()).incoming).toHaveLength(1);
      isBroken = false;
      expect((await anna.write()).outcome).toBe('written');
    },
  );

  it('has calls wait for each other', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    const works = Array.from({ length: 6 }, (_, at) => {
      anna.highlight(at, 5);
      return anna.work;
    });
    const outcomes = await Promise.all(works.map((work) => anna.shared.writeOwn(work, known)));
    expect(outcomes.map((outcome) => take(outcome).outcome)).toEqual(works.map(() => 'written'));
    const text = await readFile(await fileOf(folder, 'anna'), 'utf8');
    expect(Object.keys(take(readAnnotations(JSON.parse(text), known)).work.highlights)).toHaveLength(6);
  });
});
