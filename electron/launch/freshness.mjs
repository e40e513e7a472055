import { createHash } from 'node:crypto';
import { access, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** What a build is made from, relative to the project. The statements are read when the program runs. */
const sources = [
  'core',
  'electron',
  'renderer',
  'electron.vite.config.ts',
  'lingui.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** What a complete build has made, relative to `out/`. */
const products = [
  'main/index.js',
  'main/browser.js',
  'main/cli.js',
  'main/search-thread.js',
  'main/export-thread.js',
  'main/import-thread.js',
  'preload/index.cjs',
  'renderer/index.html',
];

const stampName = 'build-stamp.txt';

/** @param {unknown} error */
function isMissing(error) {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** @param {string} project @returns {Promise<string[]>} */
async function listSources(project) {
  const found = [];
  for (const source of sources) {
    const path = join(project, source);
    try {
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      for (const entry of entries) if (entry.isFile()) found.push(join(entry.parentPath, entry.name));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') found.push(path);
      else if (!isMissing(error)) throw error;
    }
  }
  return found.sort();
}

/**
 * A fingerprint of everything a build is made from: names and contents, not dates, so that a file that was deleted, moved
 * or restored from an older commit counts too.
 *
 * @param {string} project
 * @returns {Promise<string>} SHA-256 in hex
 */
export async function fingerprintSources(project) {
  const hash = createHash('sha256');
  for (const path of await listSources(project)) {
    const content = await readFile(path);
    hash.update(`${relative(project, path).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * Whether `out/` is a complete build of the sources with this fingerprint.
 *
 * @param {string} project
 * @param {string} fingerprint
 * @returns {Promise<boolean>}
 */
export async function isFresh(project, fingerprint) {
  try {
    if ((await readFile(join(project, 'out', stampName), 'utf8')) !== fingerprint) return false;
    for (const product of products) await access(join(project, 'out', product));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/**
 * Says that `out/` is a complete build of the sources with this fingerprint. To be called last.
 *
 * @param {string} project
 * @param {string} fingerprint
 */
export async function writeStamp(project, fingerprint) {
  await writeFile(join(project, 'out', stampName), fingerprint);
}

/**
 * Says that `out/` is not to be relied on. To be called before a build touches it.
 *
 * @param {string} project
 */
export async function removeStamp(project) {
  await rm(join(project, 'out', stampName), { force: true });
}
