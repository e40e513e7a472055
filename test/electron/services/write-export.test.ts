import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeExport } from '../../../electron/services/write-export.ts';

const file = { suggestedName: 'a.md', mimeType: 'text/markdown', content: Buffer.from('“quoted”'), excerpts: 3 };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-export-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('writeExport', () => {
  it('replaces what was there and says where it went', async () => {
    const path = join(folder, 'a.md');
    await writeFile(path, 'old');
    expect(await writeExport(path, file)).toEqual({
      ok: true,
      value: { outcome: 'saved', location: path, excerpts: 3 },
    });
    expect(await readFile(path, 'utf8')).toBe('“quoted”');
  });

  it('names the path and the reason where it fails, and leaves nothing behind', async () => {
    const taken = join(folder, 'taken');
    await mkdir(taken);
    for (const path of [join(folder, 'absent', 'a.md'), taken, join(folder, 'a'.repeat(300))]) {
      const result = await writeExport(path, file);
      expect(result).toMatchObject({ ok: false, fault: { code: 'not-saved', message: expect.stringContaining(path) } });
    }
    expect(await readdir(folder)).toEqual(['taken']);
  });
});
