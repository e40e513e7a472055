// Loads the process that measures the services, as the benchmark itself is loaded.
import { join } from 'node:path';
import { runnerImport } from 'vite';

await runnerImport(join(import.meta.dirname, 'service-process.ts'), { configFile: false });
