import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { addFiles } from '../support/add-files.ts';
import { test } from '../support/app-fixture.ts';
import { highlight, openStatement, waitUntilSaved } from '../support/reader-page.ts';

const title = 'Statement on the search of an office';
const kept = 'Nobody has been told what was taken, or when any of it will be given back';
const text = [title, 'The office was searched on 3 March, from six in the morning.', `${kept}.`].join('\n\n');

async function textFile(workspaceFolder: string): Promise<string> {
  const folder = join(workspaceFolder, 'statements', 'texts');
  const [entry] = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((found) => found.isFile());
  return join(entry?.parentPath ?? '', entry?.name ?? '');
}

test('a file that was changed outside is shown as changed, and its excerpts are marked until it is whole again', async ({
  page,
  app,
  runtime,
}) => {
  test.skip(runtime !== 'browser', 'on the desktop a dialog of the system asks for the file');
  await addFiles(page, [{ name: 'search.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }]);
  await openStatement(page, title);
  await highlight(page, kept, '1');
  await waitUntilSaved(page);
  const path = await textFile(app.workspaceFolder);
  const whole = await readFile(path, 'utf8');
  await writeFile(path, whole.replace('3 March', '4 March'));
  const check = async (isWhole: boolean): Promise<void> => {
    await page.getByRole('tab', { name: 'Catalogue', exact: true }).click();
    await page.getByRole('tab', { name: 'Files', exact: true }).click();
    const fixity = page.getByTestId('fixity');
    await expect(fixity).toHaveAttribute('data-state', 'done', { timeout: 30_000 });
    await fixity.getByRole('button', { name: 'Check now' }).click();
    await expect(page.getByTestId('fixity-line')).toHaveCount(isWhole ? 0 : 1);
    await expect(fixity).toHaveAttribute('data-state', 'done');
    await page.getByRole('tab', { name: 'Excerpts', exact: true }).click();
  };
  const excerpt = page.getByTestId('excerpt');
  await check(false);
  await expect(excerpt).toContainText(kept);
  await expect(excerpt.getByTestId('source-doubt')).toHaveText(
    'The text of its statement has changed: check the words before they are cited.',
  );
  await expect(page.getByRole('navigation', { name: 'Library' })).toContainText('changed');
  await writeFile(path, whole);
  await check(true);
  await expect(excerpt).toContainText('¶ 3');
  await expect(excerpt.getByTestId('source-doubt')).toHaveCount(0);
});
