import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { DeviceFile, deviceFilePath } from '../../../electron/store/device-file.ts';
import { systemFiles } from '../../../electron/store/files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const open = (folder: string, mayWrite = true): Promise<DeviceFile> =>
  DeviceFile.open({ folder, files: systemFiles, mayWrite, now: '2026-01-02T03:04:05.000Z', newId: () => 'id' });

describe('what the reader keeps', () => {
  it('is there again after the file was closed', async () => {
    const folder = await temporaryFolder();
    const first = await open(folder);
    expect(first.kept).toEqual({});
    expect(first.keep('attest.reading', { size: 5, typeface: 'andika' })).toBe(true);
    first.keep('attest.language', 'be');
    first.keep('attest.language', 'uk');
    await first.flush();
    expect((await open(folder)).kept).toEqual({
      'attest.reading': { size: 5, typeface: 'andika' },
      'attest.language': 'uk',
    });
    expect(await readdir(folder)).toEqual(['reader.json']);
  });

  it('is written by itself a moment after the last change', async () => {
    const folder = await temporaryFolder();
    (await open(folder)).keep('attest.panes', { isLibraryHidden: true });
    await expect.poll(async () => (await open(folder)).kept, { timeout: 10_000 }).toHaveProperty('attest.panes');
  });

  it('is set aside where it cannot be understood, and begins anew', async () => {
    const endless = `{"attest.panes": ${'['.repeat(6000)}${']'.repeat(6000)}}`;
    for (const content of ['{"attest.reading": {', '[1, 2]', '{"../up": 1}', endless]) {
      const folder = await temporaryFolder();
      await writeFile(deviceFilePath(folder), content);
      const file = await open(folder);
      expect(file.kept).toEqual({});
      const [aside] = await readdir(folder);
      expect(aside).toBe('reader.damaged-2026-01-02T03-04-05.000Z.json');
      expect(await readFile(`${folder}/${aside}`, 'utf8')).toBe(content);
    }
  });

  it('is only in memory where nothing may be written', async () => {
    const folder = await temporaryFolder();
    await writeFile(deviceFilePath(folder), 'no JSON');
    const file = await open(folder, false);
    file.keep('attest.language', 'ru');
    await file.flush();
    expect(file.kept).toEqual({ 'attest.language': 'ru' });
    expect(await readFile(deviceFilePath(folder), 'utf8')).toBe('no JSON');
  });

  it('does not stop the work where it cannot be written', async () => {
    const folder = await temporaryFolder();
    await mkdir(deviceFilePath(folder));
    const file = await open(folder);
    file.keep('attest.language', 'ru');
    await expect(file.flush()).resolves.toBeUndefined();
    expect(file.kept).toEqual({ 'attest.language': 'ru' });
  });

  it('takes no more than a reader needs', async () => {
    const file = await open(await temporaryFolder(), false);
    const keys = Array.from({ length: 50 }, (_, at) => `attest.x${'y'.repeat(at)}`);
    expect(keys.filter((key) => file.keep(key, 1))).toHaveLength(40);
    expect(file.keep(keys[0] ?? '', 2)).toBe(true);
  });
});
