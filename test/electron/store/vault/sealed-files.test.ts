import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Files, systemFiles } from '../../../../electron/store/files.ts';
import { isSystemError } from '../../../../electron/store/system-error.ts';
import { SealedFileError } from '../../../../electron/store/vault/sealed-file-error.ts';
import { sealedFiles } from '../../../../electron/store/vault/sealed-files.ts';
import { writeFileDurably } from '../../../../electron/store/write-file-durably.ts';
import { failingFiles } from '../../../support/faults/failing-files.ts';
import { memoryFolder } from '../../../support/faults/memory-folder.ts';
import { hardText } from '../../../support/hard-text.ts';
import { testKey } from './sealed-workspace.ts';

const sealed = (folder: string, files: Files = systemFiles): Files =>
  sealedFiles(files, { ...testKey, folder, begin: async () => 1 });

/** Writes a file in these pieces, and closes it. */
async function write(files: Files, path: string, pieces: readonly (string | Uint8Array)[]): Promise<void> {
  const file = await files.createFile(path, 0o600);
  for (const piece of pieces) await file.write(Buffer.from(piece));
  await file.close();
}

describe('sealed files', () => {
  it('give back any sequence of writes', async () => {
    const folder = await memoryFolder();
    const files = sealed(folder);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(hardText, { maxLength: 6 }), async (pieces) => {
        count += 1;
        const path = join(folder, `${count}.txt`);
        await write(files, path, pieces);
        expect((await files.readFile(path)).toString('utf8')).toBe(Buffer.from(pieces.join('')).toString('utf8'));
      }),
      { numRuns: 60 },
    );
  });

  it('are written in frames of no more than a mebibyte, and small writes in one', async () => {
    const folder = await memoryFolder();
    const sizes: number[] = [];
    const files = sealed(folder, {
      ...systemFiles,
      async createFile(path, mode) {
        const file = await systemFiles.createFile(path, mode);
        return {
          ...file,
          write: (bytes) => {
            sizes.push(bytes.length);
            return file.write(bytes);
          },
        };
      },
    });
    await write(files, join(folder, 'large'), [Buffer.alloc(2_500_000), 'one', 'two']);
    expect(sizes).toHaveLength(6);
    expect(Math.max(...sizes)).toBeLessThan(1024 * 1024 + 100);
    expect((await files.readFile(join(folder, 'large'))).length).toBe(2_500_006);
  });

  it('have what was synced on the disk while they are open, in a journal', async () => {
    const folder = await memoryFolder();
    const files = sealed(folder);
    await files.makeFolder(join(folder, 'journal'));
    const path = join(folder, 'journal', '00000001.journal');
    const file = await files.createFile(path, 0o600);
    await file.write(Buffer.from('one\n'));
    await file.sync();
    expect((await files.readFile(path)).toString('utf8')).toBe('one\n');
    await file.write(Buffer.from('two\n'));
    expect((await files.readFile(path)).toString('utf8')).toBe('one\ntwo\n');
    await file.close();
    expect((await files.readFile(path)).toString('utf8')).toBe('one\ntwo\n');
  });

  it('are cut short unless they are closed, but for a journal', async () => {
    const folder = await memoryFolder();
    const files = sealed(folder);
    const file = await files.createFile(join(folder, 'workspace.json'), 0o600);
    await file.write(Buffer.from('{}'));
    await expect(files.readFile(join(folder, 'workspace.json'))).rejects.toMatchObject({ fault: 'cut-short' });
    await file.close();
    expect((await files.readFile(join(folder, 'workspace.json'))).toString('utf8')).toBe('{}');
  });

  it('are damaged to whoever expects the system’s errors, and to whoever expects a workspace', async () => {
    const folder = await memoryFolder();
    const path = join(folder, 'workspace.json');
    await writeFile(path, '{}');
    const error: unknown = await sealed(folder)
      .readFile(path)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(SealedFileError);
    expect(isSystemError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'EBADMSG', fault: 'not-sealed', file: 'workspace.json' });
    await expect(sealed(folder).readFile(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('are cut where a line ends, and keep what stands before it', async () => {
    const folder = await memoryFolder();
    const files = sealed(folder);
    await files.makeFolder(join(folder, 'journal'));
    const path = join(folder, 'journal', '00000001.journal');
    await write(files, path, ['one\n', 'two\n', 'three\n']);
    await files.cut(path, 8);
    expect((await files.readFile(path)).toString('utf8')).toBe('one\ntwo\n');
    await files.cut(path, 6);
    expect((await files.readFile(path)).toString('utf8'), 'a piece is never cut in two').toBe('one\ntwo\n');
    await files.cut(path, 0);
    expect((await files.readFile(path)).toString('utf8')).toBe('');
    await write(files, join(folder, 'workspace.json'), ['{}']);
    await expect(files.cut(join(folder, 'workspace.json'), 1)).rejects.toThrow('cannot be cut');
  });

  it('keep their content under another name, whether or not it is a part of their seal', async () => {
    const folder = await memoryFolder();
    const files = sealed(folder);
    const [workspace, aside, other] = ['workspace.json', 'workspace.damaged-2026.json', 'other.json'].map((name) =>
      join(folder, name),
    );
    if (!workspace || !aside || !other) throw new Error('There are three.');
    await writeFileDurably(workspace, '{}', { files });
    const bytes = await readFile(workspace);
    await files.rename(workspace, aside);
    expect((await readFile(aside)).equals(bytes)).toBe(true);
    expect((await files.readFile(aside)).toString('utf8')).toBe('{}');
    await files.rename(aside, other);
    expect((await files.readFile(other)).toString('utf8')).toBe('{}');
    await expect(stat(aside)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('put nothing behind what could not be written', async () => {
    const folder = await memoryFolder();
    const disk = failingFiles(({ operation, countOfKind }) =>
      operation === 'write' && countOfKind === 2 ? { code: 'ENOSPC', part: 0.5 } : null,
    );
    const files = sealed(folder, disk.files);
    await files.makeFolder(join(folder, 'journal'));
    const path = join(folder, 'journal', '00000001.journal');
    const file = await files.createFile(path, 0o600);
    await file.write(Buffer.from('one\n'));
    await expect(file.write(Buffer.from('two\n'))).rejects.toMatchObject({ code: 'ENOSPC' });
    await expect(file.write(Buffer.from('two again\n'))).rejects.toMatchObject({ code: 'EIO' });
    await file.close();
    expect((await files.readFile(path)).toString('utf8')).toBe('one\n\0');
  });

  it('tell where a file lies as before, and touch nothing outside of their folder', async () => {
    const folder = await memoryFolder();
    const files = sealed(folder);
    const path = join(folder, 'a.txt');
    await write(files, path, ['one']);
    expect(await files.lookAt(path)).toEqual(await systemFiles.lookAt(path));
    await expect(files.createFile(path, 0o600)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(files.readFile(join(folder, '..', 'other'))).rejects.toThrow('is not in the encrypted workspace');
    await expect(files.createFile(join(folder, '..', 'other'), 0o600)).rejects.toThrow('is not in');
  });

  it('ask for their generation once, before anything is read or changed', async () => {
    const folder = await memoryFolder();
    const asked: string[] = [];
    const watching: Files = {
      ...systemFiles,
      createFile: (path, mode) => {
        asked.push('create');
        return systemFiles.createFile(path, mode);
      },
    };
    let fails = true;
    const files = sealedFiles(watching, {
      ...testKey,
      folder,
      begin: async () => {
        asked.push('begin');
        if (fails) throw Object.assign(new Error('not yet'), { code: 'EIO' });
        return 3;
      },
    });
    await expect(files.createFile(join(folder, 'a'), 0o600)).rejects.toMatchObject({ code: 'EIO' });
    fails = false;
    await Promise.all([write(files, join(folder, 'a'), ['one']), write(files, join(folder, 'b'), ['two'])]);
    expect(asked).toEqual(['begin', 'begin', 'create', 'create']);
    expect((await readFile(join(folder, 'a'))).readBigUInt64BE(8)).toBe(3n);
  });
});
