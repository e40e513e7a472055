import { lstat, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownSource, ReportLine } from '../../../../core/exchange/incoming.ts';
import { withoutPrivateNotes } from '../../../../core/exchange/unfold-work.ts';
import { writeAnnotations } from '../../../../core/exchange/web-annotation/write-annotations.ts';
import type { Work } from '../../../../core/exchange/work.ts';
import { type Sentence, say } from '../../../../core/sentence.ts';
import { isSameData } from '../../../../core/workspace/is-same-data.ts';
import type { Files } from '../../../store/files.ts';
import { isSystemError } from '../../../store/system-error.ts';
import { temporarySuffix, writeFileDurably } from '../../../store/write-file-durably.ts';
import { isNamedLikeOwn, isSameName, nameOwnFile, nameOwnFileFully } from './file-names.ts';
import { hasAllOf } from './has-all-of.ts';
import { readSharedFile } from './read-shared-file.ts';

/** What came of writing one's own file. `held-back`: `lines` say why nothing was written. */
export interface OwnWriting {
  readonly outcome: 'written' | 'unchanged' | 'held-back';
  /** The name of the file in the folder. */
  readonly file: string;
  readonly lines: readonly ReportLine[];
}

/** Where one's own file is written, and what with. */
export interface OwnPlace {
  readonly folder: string;
  /** The names of everybody's files in it. */
  readonly names: readonly string[];
  readonly files: Files;
  /** Milliseconds. */
  readonly now: number;
  /** Whether what stands in a file was given out, so that nothing is lost by writing over it. */
  readonly isGivenOut: (bytes: Uint8Array) => boolean;
}

interface OwnWork {
  readonly work: Work;
  readonly known: readonly KnownSource[];
  readonly content: Buffer;
}

/** How old what is left of an attempt to write must be before it is cleared away, in milliseconds. */
const leftOverMs = 10 * 60 * 1_000;

const notOverwritten = (): Sentence =>
  say(
    /*i18n*/ 'Your own file in the shared folder holds work of this very workspace that is not here, so it was not overwritten: merge it first.',
  );

async function readWhole(path: string, files: Files): Promise<Buffer | null> {
  try {
    if (!(await lstat(path)).isFile()) return null;
    return await files.readFile(path);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return null;
    throw error;
  }
}

const namesOf = ({ people }: Work) =>
  Object.entries(people).map(([id, { name, named }]) => [id, { name, named }] as const);

/**
 * Whether a file says all that `work` says, and more only of what its writer has seen of the others: two copies of a workspace would
 * else write over each other for ever.
 */
function saysSame(file: Work, work: Work): boolean {
  const hasSeen = Object.entries(work.people).every(([id, { seen }]) => (file.people[id]?.seen ?? '') >= seen);
  const [one, other] = [file, work].map((each) => ({ ...each, people: Object.fromEntries(namesOf(each)) }));
  return hasSeen && isSameData(one, other);
}

/** What there is to do with one's own file, by what stands in it; a sentence where it is to be left alone. */
function judge(
  bytes: Buffer,
  { work, known, content }: OwnWork,
  isGivenOut: OwnPlace['isGivenOut'],
): 'write' | 'leave' | 'of another' | Sentence {
  if (bytes.equals(content)) return 'leave';
  const found = readSharedFile(bytes, known);
  if (found.kind === 'later') return found.sentence;
  // What is not whole is of no use to anybody, and the name says that it is ours.
  if (found.kind !== 'work') return 'write';
  const theirs = found.incoming.work;
  if (theirs.writer !== work.writer) return 'of another';
  if (saysSame(theirs, withoutPrivateNotes(work))) return 'leave';
  return isGivenOut(bytes) || hasAllOf(work, theirs) ? 'write' : notOverwritten();
}

/** Clears away what a crash left of an attempt to write `file`. What cannot be cleared away does no harm. */
async function clearLeftOvers(file: string, { folder, files, now }: OwnPlace): Promise<void> {
  try {
    for (const name of await files.readFolder(folder)) {
      if (!name.startsWith(`.${file}.`) || !name.endsWith(temporarySuffix)) continue;
      const path = join(folder, name);
      const { modifiedMs } = await files.lookAt(path);
      if (now - modifiedMs > leftOverMs) await files.remove(path);
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Replaces the file, for everybody to read who may read in the folder. */
async function replace(file: string, content: Buffer, place: OwnPlace): Promise<void> {
  const { folder, files } = place;
  await clearLeftOvers(file, place);
  const { mode } = await stat(folder);
  await writeFileDurably(join(folder, file), content, { mode: 0o600 | (mode & 0o044), files });
}

/** Removes one's own file under the name one had before, where there is nothing in it that is not in the new one. */
async function removeFormer(file: string, { work, known }: OwnWork, { folder, names, files }: OwnPlace): Promise<void> {
  for (const former of names) {
    if (isSameName(former, file) || !isNamedLikeOwn(former, work.writer)) continue;
    const path = join(folder, former);
    const bytes = await readWhole(path, files);
    const found = bytes && readSharedFile(bytes, known);
    if (found?.kind !== 'work' || found.incoming.work.writer !== work.writer) continue;
    if (hasAllOf(work, found.incoming.work)) await files.remove(path);
  }
}

/** What one's own file says: everything but the notes that are for its user alone. */
export function contentOf(work: Work, known: readonly KnownSource[]): Buffer {
  return Buffer.from(writeAnnotations(withoutPrivateNotes(work), known));
}

/**
 * Writes `content`, which is `work`, into one's own file in `place` where that says something else; but not over work of this
 * workspace that is neither in `work` nor was given out. Rejects with the system's error, the file as it was.
 */
export async function writeOwnFile(own: OwnWork, place: OwnPlace): Promise<OwnWriting> {
  const { folder, names, files, isGivenOut } = place;
  const { writer, people } = own.work;
  const name = (Object.hasOwn(people, writer) && people[writer]?.name) || '';
  for (const wanted of [nameOwnFile(name, writer), nameOwnFileFully(name, writer)]) {
    const file = names.find((other) => isSameName(other, wanted)) ?? wanted;
    const bytes = await readWhole(join(folder, file), files);
    const verdict = bytes ? judge(bytes, own, isGivenOut) : 'write';
    if (verdict === 'of another') continue;
    if (typeof verdict === 'object') {
      return { outcome: 'held-back', file, lines: [{ outcome: 'refused', item: file, sentence: verdict }] };
    }
    if (verdict === 'write') await replace(file, own.content, place);
    await removeFormer(file, own, place);
    return { outcome: verdict === 'leave' ? 'unchanged' : 'written', file, lines: [] };
  }
  throw new Error('Another workspace has a file that is named by the whole id of this one.');
}
