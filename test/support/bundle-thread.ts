import { basename, join } from 'node:path';
import { build } from 'rolldown';
import { adaptPdfJs } from '../../electron/services/library/convert/pdf/adapt-pdfjs.ts';

const services = join(import.meta.dirname, '../../electron/services');

/** Bundles a program of Node into `folder`, as the application is bundled; the path of the bundle. */
export async function bundleProgram(folder: string, path: string): Promise<string> {
  const file = join(folder, `${basename(path, '.ts')}.mjs`);
  const noNetwork = join(services, 'export/citations/no-network.ts');
  const jszip = join(services, 'library/convert/docx/no-zip.ts');
  await build({
    input: path,
    platform: 'node',
    logLevel: 'silent',
    plugins: [adaptPdfJs],
    resolve: { alias: { 'sync-fetch': noNetwork, 'node-fetch': noNetwork, jszip } },
    output: { file, format: 'esm', codeSplitting: false },
  });
  return file;
}

/** Bundles the program of a thread, at `path` among the services, as `bundleProgram` does. */
export function bundleThread(folder: string, path: string): Promise<string> {
  return bundleProgram(folder, join(services, path));
}
