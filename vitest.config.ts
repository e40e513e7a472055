import { defineConfig } from 'vitest/config';

/** Unit tests: plain Node, real temporary folders. The end-to-end specs are Playwright's. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
