import { readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { ExportRecord } from '../../core/export/export-record.ts';
import type { Exported } from '../../core/outcomes.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { type Sentence, say } from '../../core/sentence.ts';
import { describeSystemError, isSystemError } from '../store/system-error.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import { writePairDurably } from './export/write-pair-durably.ts';
import type { FileBeside, FileToSave } from './ports.ts';

/** Permissions of an export that is new, before the system takes away what its user's mask says. */
const exportMode = 0o666;

/** The path after all links; where nothing is there yet, that of the folder with the name. */
async function followLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
    return join(await realpath(dirname(path)), basename(path));
  }
}

/** Whether `path` is `folder` or lies in it. */
function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path);
}

async function findGuard(path: string, guarded: readonly string[]): Promise<string | undefined> {
  for (const own of guarded) {
    if (isInside(path, await followLinks(own).catch(() => own))) return own;
  }
  return undefined;
}

/** The permissions of the file at `path`; `null` for what is no ordinary file, such as a pipe or `/dev/stdout`. */
async function modeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.isFile() || found.isDirectory() ? found.mode & 0o777 : null;
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return exportMode & ~process.umask();
    throw error;
  }
}

/** Whether the file at `path` is a record as exports put it beside themselves: such a one may be replaced by a new one. */
async function isOwnRecord(path: string): Promise<boolean> {
  try {
    return ExportRecord.safeParse(JSON.parse(await readFile(path, 'utf8'))).success;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Why nothing may stand at `path`, beside what is exported to `main`; `null` where it may. */
async function checkBeside(main: string, path: string): Promise<Sentence | null> {
  try {
    if (await isOwnRecord(path)) return null;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') return null;
    return say(/*i18n*/ 'The export was not written to {main}, because its record cannot be put at {path}: {why}', {
      main,
      path,
      why: describeSystemError(error),
    });
  }
  return say(
    /*i18n*/ 'The export was not written to {main}, because its record would replace {path}, which is no record of Attest’s: choose another name.',
    { main, path },
  );
}

async function writeBoth(
  path: string,
  target: string,
  mode: number | null,
  content: Uint8Array,
  beside: FileBeside,
): Promise<Result<null>> {
  if (mode === null) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The export was not written to {path}, because no record can stand beside it: name a file.', {
        path,
      }),
    );
  }
  const record = `${target}${beside.suffix}`;
  const refusal = await checkBeside(path, record);
  if (refusal !== null) return fail('invalid', refusal);
  await writePairDurably({ path: target, content, mode }, { path: record, content: beside.content, mode });
  return succeed(null);
}

/**
 * Writes an export to `path`, whole or not at all, and what goes beside it; through a link to the file it leads to, and
 * straight into a pipe or a device. Never onto one of the `guarded` files or into such a folder: the workspace's own, and
 * the sources. A failure names the path, the reason and what to do, in one sentence.
 */
export async function writeExport(
  path: string,
  { content, count, beside }: Pick<FileToSave, 'content' | 'count' | 'beside'>,
  guarded: readonly string[],
): Promise<Result<Exported>> {
  try {
    const target = await followLinks(path);
    const guard = await findGuard(target, guarded);
    if (guard !== undefined) {
      return fail(
        'invalid',
        say(/*i18n*/ 'The export was not written to {path}, because {guard} is Attest’s own: choose another place.', {
          path,
          guard,
        }),
      );
    }
    const mode = await modeOf(target);
    if (beside) {
      const written = await writeBoth(path, target, mode, content, beside);
      if (!written.ok) return written;
    } else if (mode === null) await writeFile(path, content);
    else await writeFileDurably(target, content, { mode });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return fail(
      'not-saved',
      say(/*i18n*/ 'The export was not written to {path}, because {why}', { path, why: describeSystemError(error) }),
    );
  }
  return succeed({ outcome: 'saved', location: path, count });
}
