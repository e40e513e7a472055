import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { adaptPdfJs } from './electron/services/library/convert/pdf/adapt-pdfjs.ts';

interface PluginContext {
  readonly emitFile: (file: {
    readonly type: 'asset';
    readonly fileName: string;
    readonly source: Uint8Array;
  }) => string;
}

const at = (path: string): string => resolve(import.meta.dirname, path);

/** What citation-js would fetch addresses with; nothing in Attest does. */
const noNetwork = at('electron/services/export/citations/no-network.ts');

/** What mammoth would open archives with; it is given none. */
const noZip = at('electron/services/library/convert/docx/no-zip.ts');

/** fflate for Node declares a `require` of its own, as electron-vite does for every file; what it needs it for, threads, is not used. */
const fflateWithoutNode = at('node_modules/fflate/esm/browser.js');

/** The page is first painted with the reading settings on: whoever reads in the dark sees no light page before it. */
const paintedWhenReady = {
  name: 'painted-when-ready',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string): string => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

/** The decoder of JPEG 2000, which pdf.js loads by its name when a page has such a picture (renderer/pages/pdf-engine.ts). */
const pdfDecoders = {
  name: 'pdf-decoders',
  generateBundle(this: PluginContext): void {
    const name = 'openjpeg_nowasm_fallback.js';
    const source = readFileSync(at(`node_modules/pdfjs-dist/wasm/${name}`));
    this.emitFile({ type: 'asset', fileName: `pdf-decoders/${name}`, source });
  },
};

/**
 * Three bundles under `out/`. `main` has one entry for each host: `index` (desktop), `browser` (browser edition) and
 * `cli` (command line), and one for each thread; only `index` may import `electron`, so that the others run on plain Node.
 */
export default defineConfig({
  main: {
    plugins: [adaptPdfJs],
    resolve: { alias: { 'sync-fetch': noNetwork, 'node-fetch': noNetwork, jszip: noZip, fflate: fflateWithoutNode } },
    build: {
      externalizeDeps: false,
      outDir: at('out/main'),
      rollupOptions: {
        external: ['electron'],
        input: {
          index: at('electron/desktop/index.ts'),
          browser: at('electron/browser/index.ts'),
          cli: at('electron/cli/index.ts'),
          'search-thread': at('electron/services/search/search-thread.ts'),
          'export-thread': at('electron/services/export/export-thread.ts'),
          'import-thread': at('electron/services/exchange/import-thread.ts'),
          'convert-thread': at('electron/services/library/convert/convert-thread.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: at('out/preload'),
      rollupOptions: {
        external: ['electron'],
        input: { index: at('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    build: {
      outDir: at('out/renderer'),
      minify: 'oxc',
      rollupOptions: { input: { index: at('renderer/index.html') } },
    },
    plugins: [
      babel({ plugins: ['@lingui/babel-plugin-lingui-macro'] }),
      react(),
      lingui(),
      paintedWhenReady,
      pdfDecoders,
    ],
  },
});
