import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withBuildLock } from './build-lock.mjs';
import { fingerprintSources, isFresh, removeStamp, writeStamp } from './freshness.mjs';

/** @param {string} project @returns {Promise<{ code: number | null, output: string }>} */
function runElectronVite(project) {
  return new Promise((resolve, reject) => {
    const bin = join(project, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const child = spawn(process.execPath, [bin, 'build'], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** @param {string} line */
function sayOnStderr(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Makes `out/` a complete build of the sources as they are, where it is not one already. Says so on stderr and writes
 * nothing to stdout. The build's own output is shown only where it fails.
 *
 * @param {string} project the project folder
 * @param {{ build?: typeof runElectronVite, say?: typeof sayOnStderr, isForced?: boolean }} [options] `build` and `say`
 *   are for tests
 * @returns {Promise<boolean>} `false` where it could not be built; why has been said
 */
export async function buildIfNeeded(project, { build = runElectronVite, say = sayOnStderr, isForced = false } = {}) {
  if (!isForced && (await isFresh(project, await fingerprintSources(project)))) return true;
  if (!existsSync(join(project, 'node_modules', 'electron-vite'))) {
    say(`The packages of Attest are not installed. Run "npm ci" in ${project} first.`);
    return false;
  }
  return withBuildLock(project, async () => {
    // Taken again under the lock: another process may have built meanwhile. And before the build: a file that changes
    // during it must count as newer.
    const fingerprint = await fingerprintSources(project);
    if (!isForced && (await isFresh(project, fingerprint))) return true;
    say('Building Attest, which is needed once after each change of its sources…');
    await removeStamp(project);
    const { code, output } = await build(project);
    if (code !== 0) {
      say(`${output}\nAttest could not be built. What electron-vite says is above.`);
      return false;
    }
    await writeStamp(project, fingerprint);
    return true;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const project = join(import.meta.dirname, '..', '..');
  if (!(await buildIfNeeded(project, { isForced: process.argv.includes('--force') }))) process.exitCode = 1;
}
