import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const project = join(import.meta.dirname, '../..');

function messageIds(catalogue: string): string[] {
  return [...catalogue.matchAll(/^msgid ((?:".*"\n)+)/gmu)].map(([, id = '']) => id).sort();
}

it('the English catalogue holds every text of the interface, and no other', async () => {
  const folder = await temporaryFolder();
  const config = join(folder, 'lingui.config.json');
  const catalogs = [{ path: join(folder, '{locale}'), include: [join(project, 'renderer')] }];
  await writeFile(config, JSON.stringify({ rootDir: project, sourceLocale: 'en', locales: ['en'], catalogs }));
  execFileSync(
    process.execPath,
    [join(project, 'node_modules/@lingui/cli/dist/lingui.js'), 'extract', '--config', config],
    {
      cwd: project,
      stdio: 'pipe',
    },
  );
  const extracted = messageIds(await readFile(join(folder, 'en.po'), 'utf8'));
  expect(extracted.length).toBeGreaterThan(100);
  expect(messageIds(await readFile(join(project, 'renderer/locales/en.po'), 'utf8'))).toEqual(extracted);
});
