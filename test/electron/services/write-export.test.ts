import { lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeExport } from '../../../electron/services/write-export.ts';

const file = { suggestedName: 'a.md', mimeType: 'text/markdown', content: Buffer.from('“quoted”'), count: 3 };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-export-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('writeExport', () => {
  it('replaces what was there and says where it went', async () => {
    const path = join(folder, 'a.md');
    await writeFile(path, 'old');
    expect(await writeExport(path, file, [])).toEqual({
      ok: true,
      value: { outcome: 'saved', location: path, count: 3 },
    });
    expect(await readFile(path, 'utf8')).toBe('“quoted”');
  });

  it('names the path and the reason where it fails, and leaves nothing behind', async () => {
    const taken = join(folder, 'taken');
    await mkdir(taken);
    for (const path of [join(folder, 'absent', 'a.md'), taken, join(folder, 'a'.repeat(300))]) {
      const result = await writeExport(path, file, []);
      expect(result).toMatchObject({ ok: false, fault: { code: 'not-saved', message: expect.stringContaining(path) } });
    }
    expect(await readdir(folder)).toEqual(['taken']);
  });

  it('writes through a link, and leaves the link', async () => {
    const [target, link] = [join(folder, 'target.md'), join(folder, 'link.md')];
    await writeFile(target, 'old', { mode: 0o640 });
    await symlink(target, link);
    expect(await writeExport(link, file, [])).toMatchObject({ ok: true });
    expect(await readFile(target, 'utf8')).toBe('“quoted”');
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
  });

  it.skipIf(process.platform === 'win32')(
    'gives a new file ordinary permissions and leaves those of an old one',
    async () => {
      const [old, fresh] = [join(folder, 'old.md'), join(folder, 'new.md')];
      await writeFile(old, 'old', { mode: 0o640 });
      await writeExport(old, file, []);
      await writeExport(fresh, file, []);
      expect((await stat(old)).mode & 0o777).toBe(0o640);
      expect((await stat(fresh)).mode & 0o777).toBe(0o666 & ~process.umask());
    },
  );

  it('writes nothing over what is guarded, nor into it', async () => {
    const guarded = [join(folder, 'workspace.json'), join(folder, 'backups')];
    await mkdir(join(folder, 'backups'));
    await writeFile(join(folder, 'workspace.json'), 'mine');
    for (const path of [join(folder, 'workspace.json'), join(folder, 'backups', 'a.json')]) {
      expect(await writeExport(path, file, guarded)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    }
    expect(await readFile(join(folder, 'workspace.json'), 'utf8')).toBe('mine');
    expect(await writeExport(join(folder, 'excerpts.md'), file, guarded)).toMatchObject({ ok: true });
  });
});
