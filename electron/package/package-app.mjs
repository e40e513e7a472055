import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { describePackages } from './describe-packages.mjs';
import { stageProgram } from './stage-program.mjs';
import { makeStandInRuntime } from './stand-in-runtime.mjs';

/** @typedef {'linux' | 'windows' | 'mac'} System */

const platforms = { linux: Platform.LINUX, windows: Platform.WINDOWS, mac: Platform.MAC };

/** Nobody's address: a deb must name one. */
const nobody = 'The Attest developers <attest@localhost>';

/** @param {NodeJS.ProcessEnv} environment @returns {string | null} where the project is at home, which a deb must say */
function findHomePage({ ATTEST_HOMEPAGE, GITHUB_SERVER_URL, GITHUB_REPOSITORY }) {
  if (ATTEST_HOMEPAGE) return ATTEST_HOMEPAGE;
  return GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : null;
}

/** @param {System} system @param {boolean} isUnpacked @param {boolean} isStandIn */
function chooseTargets(system, isUnpacked, isStandIn) {
  const platform = platforms[system];
  // A stand-in is of no processor: named alike wherever it is made.
  if (isStandIn) return platform.createTarget('dir', Arch.x64);
  return isUnpacked ? platform.createTarget('dir') : platform.createTarget();
}

/**
 * Makes the packages of Attest for one system.
 *
 * @param {object} options
 * @param {string} options.project the project folder, built
 * @param {string} options.output the folder they are written to
 * @param {System} options.system
 * @param {boolean} [options.isUnpacked] only the folder that would be packed
 * @param {boolean} [options.isStandIn] that folder with a stand-in for Electron's runtime, without the network
 * @param {NodeJS.ProcessEnv} [options.environment]
 * @returns {Promise<string[]>} the files that were made; none where it is only the folder
 * @throws {Error} with what is missing or what electron-builder says
 */
export async function packageApp({
  project,
  output,
  system,
  isUnpacked = false,
  isStandIn = false,
  environment = process.env,
}) {
  const { version: electronVersion } = JSON.parse(
    await readFile(join(project, 'node_modules', 'electron', 'package.json'), 'utf8'),
  );
  const homepage = findHomePage(environment);
  if (homepage === null && system === 'linux' && !isUnpacked && !isStandIn)
    throw new Error('A deb package names the home page of its project: set ATTEST_HOMEPAGE to its address.');
  const folder = await mkdtemp(join(tmpdir(), 'attest-package-'));
  try {
    const program = join(folder, 'program');
    const runtime = join(folder, 'runtime');
    await stageProgram(project, program);
    if (isStandIn) await makeStandInRuntime(runtime, system);
    // Beside the program's own: what the packages say of the project, and the program does not carry.
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'attest-packages', ...(homepage && { homepage }) }),
    );
    return await build({
      projectDir: folder,
      targets: chooseTargets(system, isUnpacked, isStandIn),
      publish: 'never',
      config: describePackages({
        program,
        output,
        electronVersion,
        electronDist: isStandIn ? runtime : null,
        isCertified: Boolean(environment['CSC_LINK'] || environment['CSC_NAME']),
        maintainer: environment['ATTEST_MAINTAINER'] || nobody,
      }),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
