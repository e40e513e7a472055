import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../../../electron/store/make-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('makes a folder with those above it, for many who want one at the same time', async () => {
  const folder = await temporaryFolder();
  const paths = Array.from({ length: 24 }, (_, at) => join(folder, 'a', 'b', String(at % 3), String(at % 6)));
  await Promise.all(paths.map((path) => makeFolder(path)));
  for (const path of paths) expect((await stat(path)).isDirectory()).toBe(true);
});

it('rejects with the system’s error where a file is in the way', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a'), '');
  await expect(makeFolder(join(folder, 'a'))).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeFolder(join(folder, 'a', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});
