import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { adaptPdfJs } from '../../../electron/services/library/convert/pdf/adapt-pdfjs.ts';

const project = join(import.meta.dirname, '../../..');

let folder: string;
let program: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-cli-built-'));
  cpSync(join(project, 'resources'), join(folder, 'resources'), { recursive: true });
  cpSync(join(project, 'package.json'), join(folder, 'package.json'));
  program = join(folder, 'out/main/cli.js');
  await build({
    root: project,
    configFile: false,
    logLevel: 'error',
    plugins: [adaptPdfJs],
    ssr: { noExternal: true },
    build: {
      ssr: join(project, 'electron/cli/index.ts'),
      outDir: join(folder, 'out/main'),
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'cli.js' } },
    },
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = () => ({ ...process.env, ATTEST_WORKSPACE: join(folder, 'workspace') });

it('the built program runs on plain Node, with nothing but its own folder', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--json', 'search', 'torture'], {
    cwd: folder,
    env: environment(),
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout).total).toBeGreaterThan(5);
});

it('the exit code tells a failure from wrong usage', () => {
  const codeOf = (...args: string[]) =>
    spawnSync(process.execPath, [program, ...args], { cwd: folder, env: environment() }).status;
  expect([codeOf('--help'), codeOf('show', 'nothing'), codeOf('nothing')]).toEqual([0, 1, 2]);
});

it('a reader that stops reading ends the program quietly', async () => {
  const child = spawn(process.execPath, [program, '--json', 'show', '003'], { cwd: folder, env: environment() });
  child.stdout.destroy();
  let error = '';
  child.stderr.on('data', (data: Buffer) => {
    error += data.toString();
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, error]).toEqual([0, '']);
});
