import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePairDurably } from '../../../../electron/services/export/write-pair-durably.ts';
import { isSystemError } from '../../../../electron/store/system-error.ts';
import { failingFiles } from '../../../support/faults/failing-files.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** A file and its record with the words of one of them in both, so that it shows what belongs together. */
const pairOf = (folder: string, words: string) =>
  [
    { path: join(folder, 'a.md'), content: Buffer.from(words.repeat(1000)), mode: 0o600 },
    { path: join(folder, 'a.md.attest.json'), content: Buffer.from(`record of ${words}`), mode: 0o600 },
  ] as const;

const readOrNull = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (isSystemError(error) && error.code === 'ENOENT') return null;
    throw error;
  });

/** What stands in the folder: whose file and whose record, and whether there is anything else that its user would see. */
async function lookAt(folder: string) {
  const names = await readdir(folder);
  const main = await readOrNull(join(folder, 'a.md'));
  const record = await readOrNull(join(folder, 'a.md.attest.json'));
  const wordsOf = (text: string): string => {
    const words = text.slice(0, 3);
    expect(text).toBe(words.repeat(1000));
    return words;
  };
  return {
    main: main && wordsOf(main),
    record: record?.replace('record of ', '') ?? null,
    temporary: names.filter((name) => name.startsWith('.')).length,
  };
}

async function countOperations(hasOld: boolean): Promise<number> {
  const folder = await temporaryFolder();
  if (hasOld) await writePairDurably(...pairOf(folder, 'old'));
  const counting = failingFiles(() => null);
  await writePairDurably(...pairOf(folder, 'new'), counting.files);
  expect(await lookAt(folder)).toEqual({ main: 'new', record: 'new', temporary: 0 });
  return counting.count();
}

describe.each([
  ['over an old pair', true],
  ['where there is none', false],
])('writing a file and its record %s', (_where, hasOld) => {
  const before = hasOld ? 'old' : null;

  it('leaves both as they were where anything fails before the file is in its place', async () => {
    const count = await countOperations(hasOld);
    expect(count).toBeGreaterThan(8);
    for (let failing = 1; failing <= count; failing += 1) {
      const folder = await temporaryFolder();
      if (hasOld) await writePairDurably(...pairOf(folder, 'old'));
      let isReplaced = false;
      const files = failingFiles(({ operation, path, count: now }) => {
        if (now === failing) return { code: 'ENOSPC', part: 0.5 };
        // The renaming of the new file is the point after which nothing is taken back.
        if (operation === 'rename' && now < failing && /\/\.a\.md\.[0-9a-f]+\.attest-tmp$/u.test(path))
          isReplaced = true;
        return null;
      });
      const outcome = await writePairDurably(...pairOf(folder, 'new'), files.files).then(
        () => 'done',
        () => 'failed',
      );
      await files.die();
      const { main, record, temporary } = await lookAt(folder);
      const where = `operation ${failing} of ${count}`;
      if (!isReplaced && outcome === 'failed')
        expect({ main, record }, where).toEqual({ main: before, record: before });
      else expect(main, where).toBe('new');
      expect(record === null || record === main, where).toBe(true);
      // A file that cannot be removed is the one thing that may be left; it is hidden, and it is not half of an export.
      expect(temporary, where).toBeLessThanOrEqual(1);
    }
  });

  it('never leaves half a file, or a record that is not the file’s, when the process ends in the middle', async () => {
    const count = await countOperations(hasOld);
    const seen = new Set<string>();
    for (let last = 0; last <= count; last += 1) {
      const folder = await temporaryFolder();
      if (hasOld) await writePairDurably(...pairOf(folder, 'old'));
      const dying = failingFiles(({ count: now }) => {
        if (now > last) void dying.die();
        return now > last ? { code: 'EIO' } : null;
      });
      await writePairDurably(...pairOf(folder, 'new'), dying.files).catch(() => undefined);
      await dying.die();
      const { main, record } = await lookAt(folder);
      seen.add(`${main} ${record}`);
      expect([before, 'new'], `after ${last} operations`).toContain(main);
      expect(record === null || record === main, `after ${last} operations`).toBe(true);
    }
    expect(seen).toContain(`${before} ${before}`);
    expect(seen).toContain('new new');
  });
});

describe('writing a file and its record', () => {
  it('puts the old record back where a folder has taken the file’s place', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'a.md'));
    await writeFile(join(folder, 'a.md.attest.json'), 'record of old');
    await expect(writePairDurably(...pairOf(folder, 'new'))).rejects.toMatchObject({ code: 'EISDIR' });
    expect((await readdir(folder)).sort()).toEqual(['a.md', 'a.md.attest.json']);
    expect(await readFile(join(folder, 'a.md.attest.json'), 'utf8')).toBe('record of old');
  });
});
