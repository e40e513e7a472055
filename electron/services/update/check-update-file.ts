import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type GivenFile, longestManifest, mostReleaseFiles, type ReleaseCheck } from '../../../core/release.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import { describeSystemError, isSystemError } from '../../store/system-error.ts';
import { checkRelease, type RunningProgram } from './check-release.ts';
import { readReleaseKeys } from './release-keys.ts';
import { readManifest, verifyRelease } from './verify-release.ts';

/** What a file with the manifest of a release is called. */
const manifestName = /^attest-release-.*\.json$/iu;

const cannotRead = (path: string, error: Error) =>
  fail('unreadable', say(/*i18n*/ '{path} was not read: {why}', { path, why: describeSystemError(error) }));

const isMissing = (error: unknown): boolean =>
  isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** The size of an ordinary file, in bytes; `null` where there is none. A link could be turned while it is checked. */
async function sizeOf(path: string): Promise<Result<number | null>> {
  try {
    const facts = await lstat(path);
    if (facts.isFile()) return succeed(facts.size);
    return fail('invalid', say(/*i18n*/ '{path} is not an ordinary file: put the file itself there.', { path }));
  } catch (error) {
    if (isMissing(error)) return succeed(null);
    if (!isSystemError(error)) throw error;
    return cannotRead(path, error);
  }
}

const notThere = (path: string) =>
  fail('not-found', say(/*i18n*/ 'There is no file {path}: check its name.', { path }));

async function readText(path: string): Promise<Result<string>> {
  const size = await sizeOf(path);
  if (!size.ok) return size;
  if (size.value === null) return notThere(path);
  if (size.value > longestManifest) {
    return fail(
      'invalid',
      say(/*i18n*/ '{path} is too large for the manifest of a release: choose the file attest-release-….json.', {
        path,
      }),
    );
  }
  try {
    return succeed(await readFile(path, 'utf8'));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return cannotRead(path, error);
  }
}

/** The file as it is; `null` where there is none. */
async function measure(path: string): Promise<Result<GivenFile | null>> {
  const size = await sizeOf(path);
  if (!size.ok) return size;
  if (size.value === null) return succeed(null);
  const hash = createHash('sha256');
  let read = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk);
      read += chunk.length;
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return cannotRead(path, error);
  }
  return succeed({ name: basename(path), size: read, sha256: hash.digest('hex') });
}

/** The manifest beside an installer that names it. */
async function findManifest(installer: string): Promise<Result<string>> {
  const folder = dirname(installer);
  const size = await sizeOf(installer);
  if (!size.ok) return size;
  if (size.value === null) return notThere(installer);
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => manifestName.test(name)).slice(0, mostReleaseFiles);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return cannotRead(folder, error);
  }
  const naming: string[] = [];
  for (const name of names) {
    const text = await readText(join(folder, name));
    const manifest = text.ok ? readManifest(text.value) : text;
    if (manifest.ok && manifest.value.files.some((file) => file.name === basename(installer))) naming.push(name);
  }
  const [only, ...more] = naming;
  if (only !== undefined && more.length === 0) return succeed(join(folder, only));
  return only === undefined
    ? fail(
        'not-found',
        say(
          /*i18n*/ 'Beside {installer} there is no file attest-release-….json that names it: put the one of its release there.',
          { installer },
        ),
      )
    : fail(
        'invalid',
        say(
          /*i18n*/ 'Beside {installer} several files attest-release-….json name it: leave the one of its release there.',
          {
            installer,
          },
        ),
      );
}

/**
 * Checks a release from its manifest, with those of its files that are beside it, or from one of its installers. Nothing
 * is looked for outside of the folder, and nothing is installed.
 */
export async function checkUpdateFile(path: string, program: RunningProgram): Promise<Result<ReleaseCheck>> {
  const isManifest = /\.json$/iu.test(path);
  const found = isManifest ? succeed(path) : await findManifest(path);
  if (!found.ok) return found;
  const text = await readText(found.value);
  if (!text.ok) return text;
  // Names are taken from it only when it is known to be what was signed.
  const verified = verifyRelease(text.value, await readReleaseKeys(program.resources));
  if (!verified.ok) return verified;
  const names = isManifest ? verified.value.release.files.map(({ name }) => name) : [basename(path)];
  const files: GivenFile[] = [];
  for (const name of names) {
    const file = await measure(join(dirname(path), name));
    if (!file.ok) return file;
    if (file.value) files.push(file.value);
  }
  return checkRelease(text.value, files, program);
}
