// For the makers of Attest: makes a key pair for releases, and signs the folder with a release's installers.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const usage = `Usage:
  node electron/launch/sign-release.mjs new-key PRIVATE-KEY.pem
  node electron/launch/sign-release.mjs sign FOLDER --key PRIVATE-KEY.pem [--version X.Y.Z] [--date YYYY-MM-DD]`;

const idLength = 32;
const othersBits = 0o077;
const fileName = /^(?=.{2,100}$)[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]$/u;
const versionName = /^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/u;
const manifestName = /^attest-release-.*\.json$/iu;

/** What its user has to mend, in one sentence. */
class Refusal extends Error {}

/** @param {import('node:crypto').KeyObject} publicKey */
function idOf(publicKey) {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, idLength);
}

/** Whether `path` is in `folder`, wherever links lead. @param {string} path @param {string} folder */
async function isInside(path, folder) {
  const way = relative(await realpath(folder), join(await realpath(dirname(path)), basename(path)));
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way;
}

/**
 * Makes a key pair: the private key at `path`, for its owner's eyes only, the public one among those the program knows.
 *
 * @param {string} path
 * @param {string} project the project folder
 * @returns {Promise<string>} where the public key is
 */
export async function makeKeys(path, project) {
  if (await isInside(path, project))
    throw new Refusal(`${path} is in the project: a private key is kept where it cannot be published.`);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await writeFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  const folder = join(project, 'resources', 'release-keys');
  await mkdir(folder, { recursive: true });
  const publicPath = join(folder, `${idOf(publicKey)}.pem`);
  await writeFile(publicPath, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' });
  return publicPath;
}

/** @param {string} path @param {string} project */
async function readPrivateKey(path, project) {
  if (await isInside(path, project))
    throw new Refusal(`${path} is in the project: a private key is kept where it cannot be published.`);
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & othersBits) !== 0)
    throw new Refusal(`Other accounts may read ${path}: make it your own with chmod 600, or make a new key.`);
  const key = createPrivateKey(await readFile(path, 'utf8'));
  if (key.asymmetricKeyType !== 'ed25519') throw new Refusal(`${path} is no private key for Ed25519.`);
  return key;
}

/** @param {string} folder @param {string} name */
async function measure(folder, name) {
  if (!fileName.test(name))
    throw new Refusal(`“${name}” is no name for an installer: letters, digits, . _ and - only.`);
  const path = join(folder, name);
  if (!(await lstat(path)).isFile()) throw new Refusal(`${path} is not an ordinary file: leave installers only there.`);
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    size += chunk.length;
  }
  if (size === 0) throw new Refusal(`${path} is empty.`);
  return { name, size, sha256: hash.digest('hex') };
}

/**
 * Signs every file in `folder` as a release, and writes its manifest beside them.
 *
 * @param {{ folder: string, key: string, version: string, date: string, project: string }} release
 * @returns {Promise<string>} where the manifest is
 */
export async function signRelease({ folder, key, version, date, project }) {
  if (!versionName.test(version)) throw new Refusal(`A version is three numbers, as 1.2.0, not “${version}”.`);
  if (!/^\d{4}-\d\d-\d\d$/u.test(date) || Number.isNaN(Date.parse(date)))
    throw new Refusal(`A date is written as 2026-05-31, not “${date}”.`);
  const privateKey = await readPrivateKey(key, project);
  const names = (await readdir(folder)).filter((name) => !manifestName.test(name)).sort();
  if (names.length === 0) throw new Refusal(`There is no installer in ${folder}.`);
  const files = [];
  for (const name of names) files.push(await measure(folder, name));
  const release = { format: 'attest-release', formatVersion: 1, version, date, files };
  // electron/services/update/verify-release.ts checks these very bytes.
  const value = sign(null, Buffer.from(JSON.stringify(release, null, 2)), privateKey).toString('hex');
  const signature = { key: idOf(createPublicKey(privateKey)), value };
  const path = join(folder, `attest-release-${version}.json`);
  await writeFile(path, `${JSON.stringify({ ...release, signature }, null, 2)}\n`);
  return path;
}

/** @param {readonly string[]} args @param {string} project */
async function run(args, project) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { key: { type: 'string' }, version: { type: 'string' }, date: { type: 'string' } },
    allowPositionals: true,
  });
  const [command, path, ...more] = positionals;
  if (more.length > 0 || path === undefined) throw new Refusal(usage);
  if (command === 'new-key') {
    const made = await makeKeys(resolve(path), project);
    return `The private key is ${resolve(path)}: keep it, and a copy, off the network. The public one is ${made}: commit it.`;
  }
  if (command !== 'sign' || values.key === undefined) throw new Refusal(usage);
  const own = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')).version;
  const { version = own, date = new Date().toISOString().slice(0, 10) } = values;
  const made = await signRelease({ folder: resolve(path), key: resolve(values.key), version, date, project });
  return `${made} is written. Check it as its users will: npm run --silent attest -- check-update ${made}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(await run(process.argv.slice(2), join(import.meta.dirname, '..', '..')));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
