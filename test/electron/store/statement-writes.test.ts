import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Files, systemFiles } from '../../../electron/store/files.ts';
import { makeFolder } from '../../../electron/store/make-folder.ts';
import { BroughtFiles, type StatementFile, writeStatementFiles } from '../../../electron/store/statement-writes.ts';
import { failingFiles } from '../../support/faults/failing-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const nothingNeeded = (): boolean => false;

/** Files of their own, in some folders. */
function someFiles(folder: string, count: number): StatementFile[] {
  return Array.from({ length: count }, (_, at) => ({
    path: join(folder, 'statements', `${at % 3}`, `file-${at}`),
    bytes: Buffer.from(`“Свобода” ${at} 🕊`),
  }));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** `systemFiles` of its own, so that what one test writes is no other’s. */
const ownFiles = (): Files => ({ ...systemFiles });

describe('files that are brought together', () => {
  it('are each on the disk before they have their names, and all names are before it is said', async () => {
    const done: string[] = [];
    const files: Files = {
      ...systemFiles,
      async createFile(path, mode) {
        const file = await systemFiles.createFile(path, mode);
        return {
          ...file,
          async sync() {
            await file.sync();
            done.push(`synced ${path}`);
          },
        };
      },
      async rename(from, to) {
        expect(done).toContain(`synced ${from}`);
        await systemFiles.rename(from, to);
        done.push(`named ${to}`);
      },
      async syncFolder(path) {
        await systemFiles.syncFolder(path);
        done.push(`folder ${path}`);
      },
    };
    const folder = await temporaryFolder();
    const brought = new BroughtFiles(files);
    const kept = someFiles(folder, 20);
    await Promise.all(kept.map((file) => brought.write(file)));
    await brought.settle();
    for (const { path, bytes } of kept) {
      const named = done.indexOf(`named ${path}`);
      expect(named).toBeGreaterThanOrEqual(0);
      expect(done.lastIndexOf(`folder ${dirname(path)}`)).toBeGreaterThan(named);
      expect(done).toContain(`folder ${dirname(dirname(path))}`);
      expect(await readFile(path)).toEqual(bytes);
    }
  });

  it('are gone when they are taken back, and what was there before stays, as what is needed does', async () => {
    const folder = await temporaryFolder();
    const kept = someFiles(folder, 40);
    const [before, needed] = [kept[3]?.path ?? '', kept[7]?.path ?? ''];
    await makeFolder(dirname(before), systemFiles);
    await writeFile(before, 'damaged');
    const brought = new BroughtFiles(ownFiles());
    await Promise.all(kept.map((file) => brought.write(file)));
    await brought.takeBack((path) => path === needed);
    expect((await filesIn(folder)).sort()).toEqual([before, needed].sort());
    expect(await readFile(before)).toEqual(kept[3]?.bytes);
  });

  it('stay where somebody else writes the same at any time meanwhile', async () => {
    const folder = await temporaryFolder();
    const [early, amid, late, none] = someFiles(folder, 4);
    if (!early || !amid || !late || !none) throw new Error('There are four.');
    // The first of each is slow, so that both are under way at once.
    const { files } = failingFiles(({ operation }) => (operation === 'sync' ? 20 : null));
    const begun = writeStatementFiles([early], files);
    const brought = new BroughtFiles(files);
    const writing = Promise.all([early, amid, late, none].map((file) => brought.write(file)));
    const other = writeStatementFiles([amid], files);
    await Promise.all([begun, writing, other]);
    const back = brought.takeBack(nothingNeeded);
    await writeStatementFiles([late], files);
    await back;
    expect((await filesIn(folder)).sort()).toEqual([early.path, amid.path, late.path].sort());
  });

  it('leave nothing behind, half-written or whole, wherever the disk fails', async () => {
    for (const code of ['ENOSPC', 'EIO']) {
      for (let at = 1; at <= 60; at += 7) {
        const folder = await temporaryFolder();
        const { files } = failingFiles(({ operation, count }) =>
          count >= at && operation !== 'remove' && operation !== 'close' ? { code, part: 0.5 } : null,
        );
        const brought = new BroughtFiles(files);
        const written = await Promise.allSettled(someFiles(folder, 9).map((file) => brought.write(file)));
        const settled = written.some(({ status }) => status === 'rejected') ? 'failed' : 'written';
        if (settled === 'written') await expect(brought.settle()).rejects.toMatchObject({ code });
        await brought.takeBack(nothingNeeded);
        expect(await filesIn(folder)).toEqual([]);
      }
    }
  });
});
