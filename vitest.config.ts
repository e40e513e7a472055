import { defineConfig } from 'vitest/config';
import { adaptPdfJs } from './electron/services/library/convert/pdf/adapt-pdfjs.ts';

const isPure = ['test/core/**/*.test.ts', 'test/architecture/**/*.test.ts'];

/**
 * Unit tests: plain Node, real temporary folders. The end-to-end specs are Playwright's. What is tested in `core/` is pure
 * and cannot leave anything behind, so that its tests share what a worker has loaded; all others begin with nothing.
 */
export default defineConfig({
  plugins: [adaptPdfJs],
  test: {
    // What is not taken in is loaded by Node as it is, past the plugin.
    server: { deps: { inline: [/pdfjs-dist/] } },
    // No test asserts a time: what would go on without end fails by these, and a busy computer does not.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      { extends: true, test: { name: 'core', include: isPure, isolate: false } },
      { extends: true, test: { name: 'hosts', include: ['test/**/*.test.ts'], exclude: isPure } },
    ],
  },
});
