import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, expect } from '@playwright/test';
import { windowFlags } from '../../electron/browser/open-window.ts';
import { test } from '../support/app-fixture.ts';
import { launchDouble } from '../support/electron-double/launch-double.ts';
import { requireChromium } from '../support/find-chromium.mjs';
import { recordedEnvironment, recordedFlags } from '../support/offline/recording.ts';
import { builtFolder, projectRoot } from '../support/runtime.ts';
import { skipTour } from '../support/skip-tour.ts';
import { stageApp } from '../support/stage-app.ts';

/** A computer that the stick is put into: its user's folders, all empty. */
interface Visited {
  readonly home: string;
  readonly environment: Readonly<Record<string, string>>;
}

async function visitComputer(scratch: string): Promise<Visited> {
  const home = join(scratch, 'somebody');
  const folders = { HOME: home, XDG_CONFIG_HOME: 'config', XDG_CACHE_HOME: 'cache', XDG_DATA_HOME: 'data' };
  const environment: Record<string, string> = {};
  for (const [name, folder] of Object.entries(folders)) {
    environment[name] = folder === home ? home : join(home, folder);
    await mkdir(environment[name], { recursive: true });
  }
  return { home, environment };
}

/** Every file in a folder, and below. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
}

/** The program with `attest-data` beside it, as on a stick. */
async function makeStick(scratch: string) {
  const folder = join(scratch, 'stick');
  const out = await stageApp(builtFolder(process.env), folder, join(projectRoot, 'resources'));
  const data = join(folder, 'attest-data');
  await mkdir(data);
  return { out, data };
}

function start(out: string, program: 'cli' | 'browser', args: readonly string[], environment: NodeJS.ProcessEnv) {
  return spawn(process.execPath, [join(out, 'main', `${program}.js`), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: recordedEnvironment({ ...process.env, ...environment }),
  });
}

function readToEnd(child: ChildProcess): Promise<{ readonly code: number | null; readonly text: string }> {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => {
      text += data.toString();
    });
  }
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, text })));
}

const highlight = ['highlight', '003', '--quote', 'regular use of torture against detainees'];

test('the browser edition and the command line keep all beside the program, and nothing on the computer', async ({
  runtime,
  scratchFolder,
}) => {
  test.skip(runtime !== 'browser', 'the desktop app has a test of its own');
  const { out, data } = await makeStick(scratchFolder);
  const { home, environment } = await visitComputer(scratchFolder);
  expect(await readToEnd(start(out, 'cli', highlight, environment))).toMatchObject({ code: 0 });

  // A real Chromium, without a screen; its number is written down, so that it can be ended.
  const programs = join(scratchFolder, 'programs');
  const numberFile = join(scratchFolder, 'chromium.pid');
  await mkdir(programs);
  const flags = ['--headless=new', '--no-sandbox', ...recordedFlags(process.env)].join(' ');
  const script = `#!/bin/sh\necho $$ > '${numberFile}'\nexec '${requireChromium(process.env)}' ${flags} "$@"\n`;
  await writeFile(join(programs, 'chromium'), script, { mode: 0o755 });
  const display = { ...environment, DISPLAY: ':99', PATH: `${programs}:${process.env['PATH']}` };
  const server = start(out, 'browser', [], display);
  const ended = readToEnd(server);
  const link = await new Promise<string>((resolve) => {
    createInterface({ input: server.stdout }).on('line', (line) => resolve(line.replace(/^.* /u, '')));
  });
  const profile = join(data, 'profile', 'browser');
  await expect.poll(() => readdir(profile).catch(() => []), { timeout: 20_000 }).toContain('Local State');

  const browser = await chromium.launch({
    executablePath: requireChromium(process.env),
    chromiumSandbox: false,
    args: [...windowFlags, ...recordedFlags(process.env)],
  });
  const page = await browser.newPage();
  await page.addInitScript(skipTour);
  await page.goto(link);
  await expect(page.getByTestId('save-state')).toBeVisible();
  await page.getByRole('button', { name: 'Offline. Nothing leaves this computer.' }).click();
  await expect(page.getByTestId('portable')).toContainText(join(data, 'workspace'));
  await browser.close();
  process.kill(Number(await readFile(numberFile, 'utf8')), 'SIGTERM');
  server.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0 });
  expect(await readFile(join(data, 'workspace', 'workspace.json'), 'utf8')).toContain('regular use of torture');
  expect(await filesIn(home)).toEqual([]);
});

test('a workspace that is named is used, also by a portable Attest', async ({ runtime, scratchFolder }) => {
  test.skip(runtime !== 'browser', 'it is the same for all hosts');
  const { out, data } = await makeStick(scratchFolder);
  const { environment } = await visitComputer(scratchFolder);
  const [named, other] = [join(scratchFolder, 'named'), join(scratchFolder, 'other')];
  await mkdir(named);
  await readToEnd(start(out, 'cli', ['--workspace', named, ...highlight], environment));
  await readToEnd(start(out, 'cli', highlight, { ...environment, ATTEST_WORKSPACE: other }));
  for (const folder of [named, other]) {
    expect(await readFile(join(folder, 'workspace.json'), 'utf8')).toContain('regular use of torture');
  }
  expect(await filesIn(data)).toEqual([]);
});

test('the desktop app keeps all beside the program, and nothing on the computer', async ({
  runtime,
  scratchFolder,
}) => {
  test.skip(runtime !== 'double', 'the browser edition has a test of its own');
  const { out, data } = await makeStick(scratchFolder);
  const { home, environment } = await visitComputer(scratchFolder);
  const double = await launchDouble({
    entry: join(out, 'main/index.js'),
    home: join(scratchFolder, 'double'),
    args: [],
    environment: { ...environment, ELECTRON_DOUBLE_PAGE_SCRIPT: `(${skipTour})()` },
  });
  await double.page.getByRole('button', { name: 'Offline. Nothing leaves this computer.' }).click();
  await expect(double.page.getByTestId('portable')).toContainText(join(data, 'workspace'));
  expect(await readToEnd(start(out, 'cli', highlight, environment))).toMatchObject({ code: 0 });
  expect(await double.close()).toBe(0);
  expect(await readFile(join(data, 'workspace', 'workspace.json'), 'utf8')).toContain('regular use of torture');
  expect(await filesIn(home)).toEqual([]);
  expect(await filesIn(join(scratchFolder, 'double', 'userData'))).toEqual([]);
  expect(await readdir(join(data, 'profile'))).not.toEqual([]);
});
