import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';

const style = `
  :root { --tag-vermilion: #a93a22; --tag-vermilion-wash: #f6d4cc; --tag-ochre: #8a6100; --tag-ochre-wash: #f3e2b8;
    --tag-green: #2e7040; --tag-green-wash: #d3ead6; }
  body { margin: 0; }
  #text { width: 44em; margin: 0 auto; font: 18px serif; line-height: calc(1.62em + 14px); }
`;

async function bundlePage(): Promise<string> {
  const entry = join(import.meta.dirname, 'painters-page.ts');
  const bundle = { input: entry, output: { format: 'iife' } } as const;
  const built = await build({ configFile: false, logLevel: 'error', build: { write: false, rollupOptions: bundle } });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : null;
  if (!chunk) throw new Error('The page of the painters could not be bundled.');
  return chunk.code;
}

/** The bare page in which painters are compared, as HTML with its script inside. */
export async function paintersDocument(): Promise<string> {
  const recogito = createRequire(import.meta.url).resolve('@recogito/text-annotator/text-annotator.css');
  const [script, css] = await Promise.all([bundlePage(), readFile(recogito, 'utf8')]);
  const safe = script.replaceAll('</script', String.raw`<\/script`);
  return `<!doctype html><meta charset="utf-8"><style>${css}${style}</style><main id="text"></main><script>${safe}</script>`;
}
