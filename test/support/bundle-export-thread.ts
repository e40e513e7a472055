import { join } from 'node:path';
import { build } from 'rolldown';

const services = join(import.meta.dirname, '../../electron/services/export');

/** Bundles the program of the export thread into `folder`, as the application is bundled; the path of the bundle. */
export async function bundleExportThread(folder: string): Promise<string> {
  const file = join(folder, 'export-thread.mjs');
  const noNetwork = join(services, 'citations/no-network.ts');
  await build({
    input: join(services, 'export-thread.ts'),
    platform: 'node',
    logLevel: 'silent',
    resolve: { alias: { 'sync-fetch': noNetwork, 'node-fetch': noNetwork } },
    output: { file, format: 'esm', codeSplitting: false },
  });
  return file;
}
