import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../../../core/sentence.ts';
import { fileSource, readSource } from '../../../../electron/services/library/source.ts';
import { type FoundFile, walkFolder } from '../../../../electron/services/library/walk-folder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

async function walk(roots: readonly string[], isRecursive = true, except = '/nowhere'): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for await (const file of walkFolder(roots, { isRecursive, except })) found.push(file);
  return found;
}

const shown = (files: readonly FoundFile[]): string[] =>
  files.map(({ name, refusal }) => (refusal ? `${name}: ${inEnglish(refusal)}` : name));

async function write(folder: string, ...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), name);
  }
}

const isRoot = process.getuid?.() === 0;

describe('the files of a folder', () => {
  it('are found in order, in the folders in it where that is asked for, and without what is hidden', async () => {
    const folder = await temporaryFolder();
    await write(folder, '10.txt', '9.txt', 'b/ы.txt', 'b/c/d.txt', 'a.txt', '.hidden', '.git/config', 'b/.x/y.txt');
    expect(shown(await walk([folder]))).toEqual(['9.txt', '10.txt', 'a.txt', 'b/c/d.txt', 'b/ы.txt']);
    expect(shown(await walk([folder], false))).toEqual(['9.txt', '10.txt', 'a.txt']);
    const roots = [join(folder, 'b'), join(folder, '9.txt')];
    expect(shown(await walk(roots))).toEqual(['b/c/d.txt', 'b/ы.txt', '9.txt']);
  });

  it('are found once where links lead in a circle, to a folder beside it or to themselves, which is said', async () => {
    const folder = await temporaryFolder();
    await write(folder, 'a/one.txt', 'z/two.txt');
    await symlink('..', join(folder, 'a/up'));
    await symlink('z', join(folder, 'b'));
    await symlink('self', join(folder, 'self'));
    await symlink('a/one.txt', join(folder, 'link.txt'));
    await symlink('gone', join(folder, 'dangling'));
    const away = await temporaryFolder();
    await write(away, 'three.txt');
    await symlink(away, join(folder, 'away'));
    const back = 'It is a link that leads to itself, or to a folder that is added already: it was not followed.';
    expect(shown(await walk([folder]))).toEqual([
      'a/one.txt',
      'dangling: It is not there any more: it was moved, renamed or deleted.',
      'link.txt',
      `self: ${back}`,
      'z/two.txt',
      `a/up: ${back}`,
      'away/three.txt',
      `b: ${back}`,
    ]);
  });

  it('leave out the workspace itself', async () => {
    const folder = await temporaryFolder();
    await write(folder, 'a.txt', 'workspace/statements/originals/aa/aaaa');
    expect(shown(await walk([folder], true, join(folder, 'workspace')))).toEqual(['a.txt']);
  });

  it('are named where they are no files, and what cannot be listed leaves the others be', async () => {
    const folder = await temporaryFolder();
    await write(folder, 'a.txt', 'closed/b.txt', 'c.txt');
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    if (!isRoot) await chmod(join(folder, 'closed'), 0);
    const found = shown(await walk([folder, join(folder, 'nowhere')]));
    const base = folder.split('/').at(-1);
    expect(found).toContain(`${base}/pipe: It is neither a file nor a folder, and nothing can be read from it.`);
    expect(found).toContain('nowhere: It is not there any more: it was moved, renamed or deleted.');
    if (!isRoot) {
      const closed = 'The system does not let it be read: change its permissions, and add it again.';
      expect(found).toContain(`${base}/closed: ${closed}`);
      await chmod(join(folder, 'closed'), 0o700);
    }
    expect(found.filter((line) => line.endsWith('.txt')).length).toBe(isRoot ? 3 : 2);
  });

  it('can be read whatever their names are, also where these are no UTF-8', async () => {
    const folder = await temporaryFolder();
    const names = [
      ' a b\n“c”.txt',
      '-rf',
      'emoji 👩‍👩‍👧.txt',
      "it's %20 & $HOME;`x`.txt",
      'e\u0301.txt',
      '\u202etxt.exe',
    ];
    await write(folder, ...names);
    const bytes = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe, 0xcf]), Buffer.from('.txt')]);
    await writeFile(bytes, 'not UTF-8');
    const found = await walk([folder]);
    expect(found.map(({ name }) => name).sort()).toEqual([...names, '\ufffd\ufffd\ufffd.txt'].sort());
    const read = await Promise.all(found.map((file) => readSource(fileSource(file))));
    const contents = read.map((result) => (result.ok ? Buffer.from(result.value).toString() : result.fault.message));
    expect(contents.sort()).toEqual([...names, 'not UTF-8'].sort());
  });

  it('that vanish after they were found are refused when they are read', async () => {
    const folder = await temporaryFolder();
    await write(folder, 'a.txt');
    const [file] = await walk([folder]);
    if (!file) throw new Error('It was there.');
    await rm(join(folder, 'a.txt'));
    const read = await readSource(fileSource(file));
    expect(read.ok ? '' : read.fault.message).toBe('It is not there any more: it was moved, renamed or deleted.');
  });
});
