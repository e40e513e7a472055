import type { IncomingVersion } from '../../../core/exchange/incoming.ts';
import { importLimits } from '../../../core/exchange/limits.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import type { Files } from '../../store/files.ts';
import {
  type KeptText,
  layOutStatement,
  originalPath,
  sha256Of,
  textPath,
  type VersionNames,
} from '../../store/statement-files.ts';
import { BroughtFiles } from '../../store/statement-writes.ts';
import { describeSystemError, isSystemError } from '../../store/system-error.ts';
import { Writes } from '../library/writes.ts';
import { bagFolder } from './archive/bag.ts';
import { TextStructure } from './archive/imported.ts';
import { bagFolderIn } from './archive/read-archive.ts';
import { readJsonText } from './read-json-text.ts';
import { type OpenZip, openZip } from './zip/read-zip.ts';

/** How statements are brought into a workspace. */
export interface Bringing {
  /** The workspace folder, and how files are written in it. */
  readonly folder: string;
  readonly files: Files;
  /** Gives it up. */
  readonly signal: AbortSignal;
  /** Told at the start and after each version how many of all are there. */
  readonly onProgress: (done: number, total: number) => void;
  /** The versions that the workspace has now: their files stay in any case. */
  readonly needed: () => readonly VersionNames[];
}

/** A version with its bytes. */
interface Brought {
  readonly original: Buffer;
  readonly kept: KeptText;
}

const changed = () =>
  fail('invalid', say(/*i18n*/ 'The archive was changed while it was open here: choose the file again.'));

async function readStructure(zip: OpenZip, path: string | null): Promise<TextStructure | null> {
  if (path === null) return { structure: [], pages: null };
  if (zip.sizeOf(path) > importLimits.documentBytes) return null;
  const bytes = await zip.read(path);
  const json = bytes.ok ? readJsonText(bytes.value.toString('utf8')) : bytes;
  const parsed = json.ok ? TextStructure.safeParse(json.value) : null;
  return parsed?.success ? parsed.data : null;
}

async function readVersion(zip: OpenZip, folder: string, version: IncomingVersion): Promise<Result<Brought>> {
  const { files } = version;
  const original = await zip.read(folder + files.original);
  if (!original.ok) return original;
  const body = files.text === files.original ? original : await zip.read(folder + files.text);
  if (!body.ok) return body;
  const structure = await readStructure(zip, files.structure && folder + files.structure);
  const isSame = sha256Of(original.value) === version.original.sha256 && sha256Of(body.value) === version.text.sha256;
  if (!isSame || !structure) return changed();
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body.value);
    return succeed({ original: original.value, kept: { text, ...structure } });
  } catch (error) {
    if (error instanceof TypeError) return changed();
    throw error;
  }
}

/** Brings the versions, several at once, until all are there, `signal` says so, or one cannot be brought. */
async function bringAll(
  zip: OpenZip,
  versions: readonly IncomingVersion[],
  brought: BroughtFiles,
  { folder, signal, onProgress }: Bringing,
): Promise<Result<null>> {
  const bag = bagFolderIn(zip) ?? bagFolder;
  const writes = new Writes();
  const failures: unknown[] = [];
  const refusals: Result<null>[] = [];
  let done = 0;
  const bring = async (version: IncomingVersion): Promise<void> => {
    const read = await readVersion(zip, bag, version);
    if (!read.ok) {
      refusals.push(read);
      return;
    }
    for (const file of layOutStatement(folder, read.value.original, read.value.kept).files) await brought.write(file);
    done += 1;
    onProgress(done, versions.length);
  };
  onProgress(done, versions.length);
  for (const version of versions) {
    await writes.room();
    if (signal.aborted || failures.length + refusals.length > 0) break;
    const { original, text } = version.files;
    const bringing = bring(version).catch((error: unknown) => failures.push(error));
    writes.add(bringing, zip.sizeOf(bag + original) + zip.sizeOf(bag + text));
  }
  await writes.end();
  if (failures.length > 0) throw failures[0];
  return refusals[0] ?? succeed(null);
}

/**
 * Puts the files of versions that came in the archive `source` into the workspace, each compared with its hashes before it is written.
 * Nothing in the workspace says of them yet; all are on the disk when it ends as `brought`. Given up by `signal`, or failed, it leaves
 * nothing behind that was not there before.
 */
export async function bringStatements(
  source: string | Buffer,
  versions: readonly IncomingVersion[],
  bringing: Bringing,
): Promise<Result<'brought' | 'cancelled'>> {
  if (versions.length === 0) return succeed('brought');
  const zip = await openZip(source);
  if (!zip.ok) return zip;
  const { files, folder, signal, needed } = bringing;
  const brought = new BroughtFiles(files);
  let isWhole = false;
  try {
    const all = await bringAll(zip.value, versions, brought, bringing);
    if (!all.ok) return all;
    if (signal.aborted) return succeed('cancelled');
    await brought.settle();
    isWhole = true;
    return succeed('brought');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const why = describeSystemError(error);
    return fail(
      'unreadable',
      say(/*i18n*/ 'The statements cannot be put into the workspace, so nothing was imported: {why}', { why }),
    );
  } finally {
    zip.value.close();
    if (!isWhole) {
      const kept = new Set(needed().flatMap((version) => [originalPath(folder, version), textPath(folder, version)]));
      await brought.takeBack((path) => kept.has(path));
    }
  }
}
