import { join } from 'node:path';
import { buildIfNeeded } from './build-if-needed.mjs';
import { runBuilt } from './run-built.mjs';

const project = join(import.meta.dirname, '..', '..');

if (await buildIfNeeded(project)) await runBuilt(project, 'cli', process.argv.slice(2));
else process.exitCode = 1;
