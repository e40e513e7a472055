import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app-fixture.ts';
import { recordedEnvironment } from '../support/offline/recording.ts';
import { cards, openStatement, paintedWords, titles, waitUntilSaved } from '../support/reader-page.ts';
import { builtFolder } from '../support/runtime.ts';

const words = 'regular use of torture against detainees';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs one of the built programs to its end. */
function run(program: 'cli' | 'browser', ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(builtFolder(process.env), 'main', `${program}.js`), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: recordedEnvironment(process.env),
  });
  const ended = { out: '', error: '' };
  child.stdout.on('data', (data: Buffer) => {
    ended.out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    ended.error += data.toString();
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...ended })));
}

test('a highlight made on the command line appears in the open reader at once, and is undone there', async ({
  page,
  app,
}) => {
  await openStatement(page, titles.briefing);
  const made = await run(
    'cli',
    '--workspace',
    app.workspaceFolder,
    'highlight',
    '003',
    '--quote',
    words,
    '--tag',
    'torture',
  );
  expect(made).toMatchObject({ code: 0, error: '' });
  expect(made.out).toContain(words);
  await expect(cards(page)).toHaveCount(1);
  expect((await paintedWords(page, 'vermilion')).join('')).toBe(words);
  await waitUntilSaved(page);
  const listed = await run('cli', '--workspace', app.workspaceFolder, 'highlights');
  expect(listed.out).toContain(words);
  await page.keyboard.press('Control+z');
  await expect(cards(page)).toHaveCount(0);
  await waitUntilSaved(page);
  await app.close();
  const after = await run('cli', '--workspace', app.workspaceFolder, '--json', 'highlights');
  expect(JSON.parse(after.out)).toEqual([]);
});

test('what the command line did through the reader survives a crash of the reader', async ({ page, app }) => {
  await openStatement(page, titles.briefing);
  expect(await run('cli', '--workspace', app.workspaceFolder, 'highlight', '003', '--quote', words)).toMatchObject({
    code: 0,
  });
  await app.kill();
  const again = await app.start();
  await openStatement(again, titles.briefing);
  await expect(cards(again)).toHaveCount(1);
});

test('a second start of the browser edition opens the reader that runs', async ({ page, app, runtime }) => {
  test.skip(runtime !== 'browser', 'the desktop app is no browser page that a link could open');
  const second = await run('browser', '--workspace', app.workspaceFolder, '--no-open');
  expect(second).toMatchObject({ code: 0, error: '' });
  const [line, link] = /^Attest is open already at (\S+)\n$/u.exec(second.out) ?? [];
  expect(line, second.out).toBeTruthy();
  const window = await page.context().browser()?.newPage();
  if (!window) throw new Error('The browser edition is tested in a browser.');
  await window.goto(link ?? '');
  await openStatement(window, titles.briefing);
  await openStatement(page, titles.briefing);
  await run('cli', '--workspace', app.workspaceFolder, 'highlight', '003', '--quote', words);
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(window)).toHaveCount(1);
});

test('a second start is told in words who has the workspace, where it cannot join', async ({ page, app, runtime }) => {
  test.skip(runtime === 'browser', 'the browser edition joins the one that runs');
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  const second = await run('browser', '--workspace', app.workspaceFolder, '--no-open');
  const { processId } = JSON.parse(await readFile(join(app.workspaceFolder, 'workspace.lock'), 'utf8'));
  expect(second).toMatchObject({ code: 1, out: '' });
  expect(second.error).toContain(`open in the desktop app of Attest (process ${processId} on this computer, since`);
});
