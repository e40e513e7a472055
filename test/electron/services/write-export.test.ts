import { lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportRecord } from '../../../core/export/export-record.ts';
import { writeExport } from '../../../electron/services/write-export.ts';

const file = {
  suggestedName: 'a.md',
  mimeType: 'text/markdown',
  content: Buffer.from('“quoted”'),
  count: 3,
  beside: null,
};
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

describe('writeExport with a record beside', () => {
  const record: ExportRecord = {
    format: 'attest-excerpts',
    version: 2,
    title: 'Пытки',
    exported: '2026-01-01T00:00:00.000Z',
    offsets: { unit: 'Unicode code point', base: 0, end: 'exclusive', of: 'the text' },
    sources: [],
    excerpts: [],
  };
  const content = Buffer.from(JSON.stringify(record));
  const pair = { ...file, beside: { suffix: '.attest.json', mimeType: 'application/json', content } };

  it('puts both there', async () => {
    const path = join(folder, 'a.md');
    expect(await writeExport(path, pair, [])).toMatchObject({ ok: true, value: { outcome: 'saved', location: path } });
    expect((await readdir(folder)).sort()).toEqual(['a.md', 'a.md.attest.json']);
    expect(JSON.parse(await readFile(`${path}.attest.json`, 'utf8'))).toEqual(record);
  });

  it('replaces an export and its record', async () => {
    const path = join(folder, 'a.md');
    await writeFile(path, 'old');
    await writeFile(`${path}.attest.json`, JSON.stringify({ ...record, title: 'old' }));
    expect(await writeExport(path, pair, [])).toMatchObject({ ok: true });
    expect(JSON.parse(await readFile(`${path}.attest.json`, 'utf8'))).toEqual(record);
    expect((await readdir(folder)).sort()).toEqual(['a.md', 'a.md.attest.json']);
  });

  it.each(['not JSON', '{"format":"something else"}'])(
    'touches nothing where %s stands in its way',
    async (foreign) => {
      const path = join(folder, 'a.md');
      await writeFile(path, 'old');
      await writeFile(`${path}.attest.json`, foreign);
      expect(await writeExport(path, pair, [])).toMatchObject({
        ok: false,
        fault: { code: 'invalid', message: expect.stringContaining(`${path}.attest.json`) },
      });
      expect(await readFile(path, 'utf8')).toBe('old');
      expect(await readFile(`${path}.attest.json`, 'utf8')).toBe(foreign);
      expect((await readdir(folder)).sort()).toEqual(['a.md', 'a.md.attest.json']);
    },
  );

  it('writes neither where the place of one is taken by a folder', async () => {
    await mkdir(join(folder, 'a.md.attest.json'));
    expect(await writeExport(join(folder, 'a.md'), pair, [])).toMatchObject({ ok: false });
    await mkdir(join(folder, 'b.md'));
    await writeFile(join(folder, 'b.md.attest.json'), JSON.stringify(record));
    expect(await writeExport(join(folder, 'b.md'), pair, [])).toMatchObject({ ok: false });
    expect((await readdir(folder)).sort()).toEqual(['a.md.attest.json', 'b.md', 'b.md.attest.json']);
    expect(await readFile(join(folder, 'b.md.attest.json'), 'utf8')).toBe(JSON.stringify(record));
  });

  it.skipIf(process.platform === 'win32')('says that nothing can stand beside a device', async () => {
    expect(await writeExport('/dev/null', pair, [])).toMatchObject({ ok: false, fault: { code: 'invalid' } });
  });
});
