import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How long the download may stand still, in milliseconds. */
const stallMs = 60_000;

const pollMs = 1_000;

/** The bytes in some folders: what a download and its unpacking make grow. @param {readonly string[]} folders */
async function measure(folders) {
  let bytes = 0;
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      // A temporary file may be gone by now.
      if (entry.isFile())
        bytes += await stat(join(entry.parentPath, entry.name)).then(
          ({ size }) => size,
          () => 0,
        );
    }
  }
  return bytes;
}

const unreachable = /fetch failed|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT/u;

/** What went wrong, from the installer's stack trace, for a person. @param {string} output */
function summarise(output) {
  if (unreachable.test(output)) return 'the server with the Electron releases cannot be reached from here';
  const line = output.split('\n').find((text) => /error|failed|refused|not found/iu.test(text));
  return (line ?? output.trim().split('\n').at(-1) ?? '').trim().slice(0, 200) || 'it gave no reason';
}

/**
 * Fetches Electron's runtime by its own installer, which checks it against the checksums in the package. Mirrors and
 * caches named in the environment stay in force. Given up where nothing arrives for a minute.
 *
 * @param {string} project the project folder
 * @param {{ stallMs?: number, pollMs?: number }} [limits] for tests
 * @returns {Promise<string | null>} `null` where it is there now, else why not
 */
export async function fetchRuntime(project, limits = {}) {
  const electron = join(project, 'node_modules', 'electron');
  // A temporary folder of its own makes the progress of the download visible from here.
  const temporary = await mkdtemp(join(tmpdir(), 'attest-electron-'));
  const watched = [temporary, join(electron, 'dist')];
  const child = spawn(process.execPath, [join(electron, 'install.js')], {
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  let bytes = 0;
  let lastProgressMs = performance.now();
  let isStalled = false;
  const watch = setInterval(async () => {
    const measured = await measure(watched);
    if (measured !== bytes) lastProgressMs = performance.now();
    bytes = measured;
    if (performance.now() - lastProgressMs < (limits.stallMs ?? stallMs)) return;
    isStalled = true;
    child.kill();
  }, limits.pollMs ?? pollMs);
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code === 0) return null;
    return isStalled ? 'nothing arrived for a minute' : summarise(output);
  } finally {
    clearInterval(watch);
    await rm(temporary, { recursive: true, force: true });
  }
}
