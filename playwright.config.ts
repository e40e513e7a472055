import { defineConfig } from '@playwright/test';
import { type Runtime, runtimesToTest } from './test/support/runtime.ts';

/** Specs that are about another runtime than the one they would run on. */
const notFor: Readonly<Record<Runtime, string[]>> = {
  electron: ['**/runtime-double.spec.ts', '**/pictures.spec.ts'],
  double: ['**/pictures.spec.ts'],
  browser: ['**/runtime-desktop.spec.ts', '**/runtime-double.spec.ts'],
};

/** End-to-end specs, one project for each runtime that can run here, named after it. */
export default defineConfig<object, { runtime: Runtime }>({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 45_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  projects: runtimesToTest(process.env).map((runtime) => ({
    name: runtime,
    use: { runtime },
    testIgnore: notFor[runtime],
  })),
});
