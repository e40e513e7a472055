import { defineConfig } from '@playwright/test';
import { type Runtime, runtimesToTest } from './test/support/runtime.ts';

const runtimes = runtimesToTest(process.env);

/**
 * Specs of what the host does: how calls and events travel, what is on the disk after a restart or a crash, how a file is
 * saved, the clipboard, a second start, leaving. They run on every runtime. All others are about the reader in its page,
 * which is the same build with the same services behind the same contract everywhere: where the browser edition is tested
 * too, the Electron double leaves these to it. In the specs named here, a test tagged `@reader` is of that kind.
 */
const ofTheHost = [
  'runtime',
  'runtime-desktop',
  'runtime-double',
  'offline',
  'annotating',
  'exporting',
  'hand-over',
  'trouble',
  'kept-settings',
  'vault',
  'portable',
  'adding-by-dialog',
  'pages',
];

/** Specs that are about another runtime than the one they would run on. */
const notFor: Readonly<Record<Runtime, string[]>> = {
  electron: ['runtime-double', 'pictures', 'attacker'],
  double: ['pictures'],
  browser: ['runtime-desktop', 'runtime-double', 'adding-by-dialog'],
};

const leavesReaderToOthers = (runtime: Runtime): boolean => runtime === 'double' && runtimes.includes('browser');

const filesOf = (specs: readonly string[]): string[] => specs.map((spec) => `**/${spec}.spec.ts`);

/** End-to-end specs, one project for each runtime that can run here, named after it. */
export default defineConfig<object, { runtime: Runtime }>({
  testDir: 'test/e2e',
  globalSetup: './test/support/offline/record-run.ts',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // A busy computer takes its time: what is waited for here comes, or does not come at all.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  projects: runtimes.map((runtime) => ({
    name: runtime,
    use: { runtime },
    testMatch: leavesReaderToOthers(runtime) ? filesOf(ofTheHost) : '**/*.spec.ts',
    testIgnore: filesOf(notFor[runtime]),
    ...(leavesReaderToOthers(runtime) && { grepInvert: /@reader/u }),
  })),
});
