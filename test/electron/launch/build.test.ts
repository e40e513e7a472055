import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildIfNeeded } from '../../../electron/launch/build-if-needed.mjs';
import { withBuildLock } from '../../../electron/launch/build-lock.mjs';
import { fingerprintSources, isFresh, removeStamp, writeStamp } from '../../../electron/launch/freshness.mjs';

const products = [
  'main/index.js',
  'main/browser.js',
  'main/cli.js',
  'main/search-thread.js',
  'main/export-thread.js',
  'main/import-thread.js',
  'preload/index.cjs',
  'renderer/index.html',
];

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** A project with two sources, and packages that look installed. */
async function makeProject(): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'attest-project-'));
  onTestFinished(() => rm(project, { recursive: true, force: true }));
  await put(join(project, 'core', 'text', 'one.ts'), 'one');
  await put(join(project, 'package.json'), '{}');
  await put(join(project, 'node_modules', 'electron-vite', 'package.json'), '{}');
  return project;
}

/** A build that counts how often it is made, and writes all products. */
function countingBuild(): {
  readonly build: (project: string) => Promise<{ code: number; output: string }>;
  readonly said: string[];
  readonly say: (line: string) => void;
  made: number;
} {
  const said: string[] = [];
  const counter = {
    made: 0,
    said,
    say: (line: string) => {
      said.push(line);
    },
    build: async (project: string) => {
      counter.made += 1;
      for (const product of products) await put(join(project, 'out', product), 'built');
      return { code: 0, output: '' };
    },
  };
  return counter;
}

describe('a build', () => {
  it('is made once for the same sources', async () => {
    const project = await makeProject();
    const counter = countingBuild();
    expect(await buildIfNeeded(project, counter)).toBe(true);
    expect(await buildIfNeeded(project, counter)).toBe(true);
    expect(counter.made).toBe(1);
    expect(await buildIfNeeded(project, { ...counter, isForced: true })).toBe(true);
    expect(counter.made).toBe(2);
  });

  it.each<[string, (project: string) => Promise<void>]>([
    [
      'a source changed, even to an older date',
      async (project) => {
        const path = join(project, 'core', 'text', 'one.ts');
        await writeFile(path, 'two');
        await utimes(path, 0, 0);
      },
    ],
    ['a source was added', (project) => put(join(project, 'renderer', 'new.tsx'), '')],
    ['a source was deleted', (project) => rm(join(project, 'core', 'text', 'one.ts'))],
    ['the configuration appeared', (project) => put(join(project, 'electron.vite.config.ts'), '')],
    ['the packages changed', (project) => put(join(project, 'package-lock.json'), '{}')],
    ['a product is missing', (project) => rm(join(project, 'out', 'main', 'cli.js'))],
    ['nothing is left of it', (project) => rm(join(project, 'out'), { recursive: true })],
  ])('is made again where %s', async (_what, change) => {
    const project = await makeProject();
    const counter = countingBuild();
    await buildIfNeeded(project, counter);
    await change(project);
    expect(await isFresh(project, await fingerprintSources(project))).toBe(false);
    expect(await buildIfNeeded(project, counter)).toBe(true);
    expect(counter.made).toBe(2);
  });

  it('is not made again for what it is not made from', async () => {
    const project = await makeProject();
    const counter = countingBuild();
    await buildIfNeeded(project, counter);
    await put(join(project, 'test', 'some.test.ts'), '');
    await put(join(project, 'README.md'), '');
    await put(join(project, 'resources', 'catalogue.json'), '{}');
    await buildIfNeeded(project, counter);
    expect(counter.made).toBe(1);
  });

  it('that failed or broke off does not count, whatever it left behind', async () => {
    const project = await makeProject();
    const counter = countingBuild();
    await buildIfNeeded(project, counter);
    await put(join(project, 'core', 'text', 'one.ts'), 'two');
    const failing = async (): Promise<{ code: number; output: string }> => ({ code: 1, output: 'the cause' });
    expect(await buildIfNeeded(project, { ...counter, build: failing })).toBe(false);
    expect(counter.said.at(-1)).toContain('the cause');
    const breaking = (): Promise<never> => Promise.reject(new Error('broken off'));
    await expect(buildIfNeeded(project, { ...counter, build: breaking })).rejects.toThrow('broken off');
    // Back to the sources of the first build: its files were touched, so it must not count either.
    await put(join(project, 'core', 'text', 'one.ts'), 'one');
    expect(await isFresh(project, await fingerprintSources(project))).toBe(false);
  });

  it('counts as stale where a source changes while it is made', async () => {
    const project = await makeProject();
    const counter = countingBuild();
    const interrupted = async (folder: string): Promise<{ code: number; output: string }> => {
      await put(join(folder, 'core', 'text', 'one.ts'), 'changed meanwhile');
      return counter.build(folder);
    };
    expect(await buildIfNeeded(project, { ...counter, build: interrupted })).toBe(true);
    expect(await isFresh(project, await fingerprintSources(project))).toBe(false);
  });

  it('is made once by two who ask at the same time', async () => {
    const project = await makeProject();
    const counter = countingBuild();
    expect(await Promise.all([buildIfNeeded(project, counter), buildIfNeeded(project, counter)])).toEqual([true, true]);
    expect(counter.made).toBe(1);
  });

  it('is refused where the packages are not installed', async () => {
    const project = await makeProject();
    await rm(join(project, 'node_modules'), { recursive: true });
    const counter = countingBuild();
    expect(await buildIfNeeded(project, counter)).toBe(false);
    expect(counter.made).toBe(0);
    expect(counter.said).toEqual([expect.stringContaining('npm ci')]);
  });
});

describe('the stamp', () => {
  it('holds for one fingerprint, until it is removed', async () => {
    const project = await makeProject();
    for (const product of products) await put(join(project, 'out', product), '');
    await writeStamp(project, 'a');
    expect([await isFresh(project, 'a'), await isFresh(project, 'b')]).toEqual([true, false]);
    await removeStamp(project);
    expect(await isFresh(project, 'a')).toBe(false);
  });
});

describe('the lock', () => {
  it('lets one in at a time', async () => {
    const project = await makeProject();
    let inside = 0;
    const work = (): Promise<number> =>
      withBuildLock(project, async () => {
        inside += 1;
        const most = inside;
        await wait(20);
        inside -= 1;
        return most;
      });
    expect(await Promise.all([work(), work(), work()])).toEqual([1, 1, 1]);
  });

  it('is let go when the work fails', async () => {
    const project = await makeProject();
    await expect(withBuildLock(project, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(join(project, 'out', 'build.lock'))).toBe(false);
  });

  it('of a process that was killed is cleared away, also by several at once', async () => {
    const project = await makeProject();
    const lock = join(project, 'out', 'build.lock');
    const script = `import { withBuildLock } from ${JSON.stringify(join(import.meta.dirname, '../../../electron/launch/build-lock.mjs'))};
      await withBuildLock(${JSON.stringify(project)}, () => { console.log('in'); return new Promise(() => setInterval(() => {}, 1000)); });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    await once(child.stdout, 'data');
    expect(await readFile(lock, 'utf8')).toContain(`${child.pid} `);
    child.kill('SIGKILL');
    await once(child, 'exit');
    let inside = 0;
    const work = (): Promise<boolean> =>
      withBuildLock(project, async () => {
        inside += 1;
        await wait(10);
        inside -= 1;
        return inside === 0;
      });
    expect(await Promise.all([work(), work(), work(), work()])).toEqual([true, true, true, true]);
  });
});
