import { execFileSync } from 'node:child_process';
import {
  chmod,
  copyFile,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWork } from '../../../../../core/exchange/fold-work.ts';
import { importLimits } from '../../../../../core/exchange/limits.ts';
import { readAnnotations } from '../../../../../core/exchange/web-annotation/read-annotations.ts';
import { inEnglish } from '../../../../../core/sentence.ts';
import { newWorkspace } from '../../../../../core/workspace/workspace.ts';
import { readSharedFile } from '../../../../../electron/services/exchange/shared-folder/read-shared-file.ts';
import { SharedFolder } from '../../../../../electron/services/exchange/shared-folder/shared-folder.ts';
import { systemFiles } from '../../../../../electron/store/files.ts';
import { refusal, take } from '../../../../core/workspace/small-workspace.ts';
import { failingFiles } from '../../../../support/faults/failing-files.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { clock, known, PersonAtFolder } from './person-at-folder.ts';

const minutes = 60_000;

/** What the work of a person comes to, whoever holds it. */
const matterOf = ({ work }: PersonAtFolder) => {
  const { tags, highlights, searches, dossiers } = foldWork(work, newWorkspace('own'));
  return { tags, highlights, searches, dossiers };
};

const fileOf = async (folder: string, start: string): Promise<string> =>
  join(folder, (await readdir(folder)).find((name) => name.startsWith(start)) ?? '');

/** Writes a file with a time of its own: this test has its clock far ahead, where two writings in one moment would not be told apart. */
async function put(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes);
  seconds += 1;
  await utimes(path, seconds, seconds);
}
let seconds = 1_700_000_000;

const said = ({ lines }: { lines: readonly { sentence: Parameters<typeof inEnglish>[0] }[] }): string[] =>
  lines.map(({ sentence }) => inEnglish(sentence));

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
  }, 30_000);

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

describe('a file that is on its way', () => {
  it('is waited for, and taken when it is whole; after some minutes that is said once', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b');
    anna.highlight(5, 11, ['torture'], 'مرحبا');
    await anna.write();
    const path = await fileOf(folder, 'anna');
    const whole = await readFile(path);
    clock.at = Date.now() + minutes;
    for (const part of [0, 1, 0.5, 0.99]) {
      await put(path, whole.subarray(0, part === 1 ? 1 : Math.floor(whole.length * part)));
      expect(await boris.read()).toEqual({ incoming: [], lines: [], hasMore: false });
    }
    await put(path, Buffer.alloc(whole.length));
    clock.at += 3 * minutes;
    expect(said(await boris.read())).toEqual([expect.stringContaining('has not come whole')]);
    clock.at += 3 * minutes;
    expect((await boris.read()).lines).toEqual([]);
    await put(path, whole);
    const { incoming, lines } = await boris.read();
    expect([incoming.length, lines.length]).toEqual([1, 0]);
    await put(path, whole.subarray(0, 10));
    expect((await boris.read()).lines).toEqual([]);
    clock.at += 3 * minutes;
    expect((await boris.read()).lines).toHaveLength(1);
  });

  it('is not believed where it changes while it is read', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    anna.highlight(5, 11);
    await anna.write();
    const path = await fileOf(folder, 'anna');
    let isWriting = true;
    const files = {
      ...systemFiles,
      readFile: async (file: string) => {
        const bytes = await systemFiles.readFile(file);
        if (isWriting) await put(path, bytes);
        return bytes;
      },
    };
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b', files);
    expect((await boris.read()).incoming).toEqual([]);
    isWriting = false;
    expect((await boris.read()).incoming).toHaveLength(1);
  });

  it('is not believed where it has another size than the system says', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    anna.highlight(5, 11);
    await anna.write();
    let missing = 1;
    const files = {
      ...systemFiles,
      lookAt: async (path: string) => {
        const facts = await systemFiles.lookAt(path);
        return { ...facts, sizeBytes: facts.sizeBytes + missing };
      },
    };
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b', files);
    expect(await boris.read()).toEqual({ incoming: [], lines: [], hasMore: false });
    clock.at += 3 * minutes;
    expect(said(await boris.read())).toEqual([expect.stringContaining('has not come whole')]);
    missing = 0;
    expect((await boris.read()).incoming).toHaveLength(1);
  });

  it('is tried again where the system does not let it be read, and that is said after some minutes', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    anna.highlight(5, 11);
    await anna.write();
    let isBroken = true;
    const { files } = failingFiles(({ operation }) =>
      isBroken && operation === 'readFile' ? { code: 'EACCES' } : null,
    );
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b', files);
    expect((await boris.read()).lines).toEqual([]);
    clock.at += 3 * minutes;
    expect(said(await boris.read())).toEqual([expect.stringContaining('the system does not permit it')]);
    isBroken = false;
    expect((await boris.read()).incoming).toHaveLength(1);
  });

  it('can be anything, and is never more than a sentence', async () => {
    const folder = await temporaryFolder();
    const anna = await PersonAtFolder.open(folder, 'Anna', 'a');
    anna.highlight(5, 11, ['torture'], 'note');
    await anna.write();
    const whole = await readFile(await fileOf(folder, 'anna'));
    const kinds = new Set<string>();
    const cut = fc.record({ at: fc.nat(whole.length), length: fc.nat(40), bytes: fc.uint8Array({ maxLength: 12 }) });
    fc.assert(
      fc.property(cut, ({ at, length, bytes }) => {
        const damaged = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + length)]);
        kinds.add(readSharedFile(damaged, known).kind);
      }),
      { numRuns: 300 },
    );
    expect(kinds.has('unfinished') && kinds.has('work')).toBe(true);
    const odd = [
      '[]',
      'null',
      '{"attest:work":null}',
      '{"attest:work":{"__proto__":{}}}',
      '{"__proto__":1}',
      '['.repeat(100_000),
    ];
    for (const text of odd) expect(readSharedFile(Buffer.from(text), known).kind).toMatch(/^(refused|unfinished)$/u);
  });

  it('is not read where it is larger than any of ours', async () => {
    const folder = await temporaryFolder();
    for (const [name, digit] of [
      ['Anna', 'a'],
      ['Olga', 'd'],
    ] as const) {
      const person = await PersonAtFolder.open(folder, name, digit);
      person.highlight(5, 11);
      await person.write();
    }
    const sizes = { anna: importLimits.documentBytes + 1, olga: 0 };
    const files = {
      ...systemFiles,
      lookAt: async (path: string) => {
        const facts = await systemFiles.lookAt(path);
        return path.includes('anna') && sizes.anna > 0 ? { ...facts, sizeBytes: sizes.anna } : facts;
      },
    };
    const boris = await PersonAtFolder.open(folder, 'Boris', 'b', files);
    const first = await boris.read();
    expect([first.incoming.length, said(first)]).toEqual([1, [expect.stringContaining('too large')]]);
    expect(await boris.read()).toEqual({ incoming: [], lines: [], hasMore: false });
    sizes.anna = 0;
    expect((await boris.read()).incoming).toHaveLength(1);
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
