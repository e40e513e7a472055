import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../launch/build-if-needed.mjs';
import { packageApp } from './package-app.mjs';

// `npm run package`: the packages for the system it runs on, in packages/.
const usage = `usage: npm run package -- [--linux | --windows | --mac] [--folder] [--stand-in] [--output FOLDER]
  --linux, --windows, --mac   for that system; otherwise for this one
  --folder                    only the folder that would be packed
  --stand-in                  that folder without Electron's runtime, which needs no network: to be looked into, not run
  --output FOLDER             where to write them; otherwise packages/`;

/** @type {Partial<Record<NodeJS.Platform, import('./package-app.mjs').System>>} */
const ownSystems = { linux: 'linux', win32: 'windows', darwin: 'mac' };

const systems = /** @type {const} */ (['linux', 'windows', 'mac']);

const project = join(import.meta.dirname, '..', '..');

/** @returns {{ system: import('./package-app.mjs').System, isUnpacked: boolean, isStandIn: boolean, output: string } | null} */
function readOptions() {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  try {
    const { values } = parseArgs({
      options: { linux: flag, windows: flag, mac: flag, folder: flag, 'stand-in': flag, output: { type: 'string' } },
    });
    const asked = systems.filter((system) => values[system]);
    const system = asked[0] ?? ownSystems[process.platform];
    if (asked.length > 1 || system === undefined) return null;
    const output = resolve(values.output ?? join(project, 'packages'));
    return { system, isUnpacked: values.folder, isStandIn: values['stand-in'], output };
  } catch {
    // What is wrong with an argument is said by what is right.
    return null;
  }
}

const options = readOptions();
if (options === null) {
  console.error(usage);
  process.exitCode = 2;
} else if (await buildIfNeeded(project)) {
  try {
    const files = await packageApp({ project, ...options });
    console.log([`Written to ${options.output}${files.length > 0 ? ':' : '.'}`, ...files].join('\n'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
} else process.exitCode = 1;
