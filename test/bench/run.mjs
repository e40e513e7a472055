// The benchmark: builds what is older than the sources, then measures. It asserts nothing; its table is for people.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { buildIfNeeded } from '../../electron/launch/build-if-needed.mjs';

const project = join(import.meta.dirname, '../..');
const isBuilt = process.env.ATTEST_OUT !== undefined || (await buildIfNeeded(project));
if (isBuilt) {
  const { module } = await runnerImport(join(import.meta.dirname, 'run-bench.ts'), { configFile: false });
  // The module is run-bench.ts: its one export is this function.
  await /** @type {any} */ (module).runBench(process.argv.slice(2));
} else {
  process.exitCode = 1;
}
