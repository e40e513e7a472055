import { basename, join } from 'node:path';
import { build } from 'rolldown';

const services = join(import.meta.dirname, '../../electron/services');

/** Bundles the program of a thread, at `path` among the services, into `folder`, as the application is bundled; the path of the bundle. */
export async function bundleThread(folder: string, path: string): Promise<string> {
  const file = join(folder, `${basename(path, '.ts')}.mjs`);
  const noNetwork = join(services, 'export/citations/no-network.ts');
  await build({
    input: join(services, path),
    platform: 'node',
    logLevel: 'silent',
    resolve: { alias: { 'sync-fetch': noNetwork, 'node-fetch': noNetwork } },
    output: { file, format: 'esm', codeSplitting: false },
  });
  return file;
}
