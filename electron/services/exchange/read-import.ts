import { open, stat } from 'node:fs/promises';
import type { Incoming, KnownSource } from '../../../core/exchange/incoming.ts';
import { importLimits } from '../../../core/exchange/limits.ts';
import { isCodebookHeader, readCodebookCsv } from '../../../core/exchange/taguette/read-codebook-csv.ts';
import { readAnnotations } from '../../../core/exchange/web-annotation/read-annotations.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { type Sentence, say } from '../../../core/sentence.ts';
import type { Tag } from '../../../core/tags/tag.ts';
import { describeSystemError, isSystemError } from '../../store/system-error.ts';
import { bagFolderIn, readArchive } from './archive/read-archive.ts';
import { decodeImport } from './decode-import.ts';
import { readJsonText } from './read-json-text.ts';
import { readQdc, readQdpx } from './refi/read-qdpx.ts';
import { sqliteSignature } from './taguette/check-database.ts';
import { readTaguette } from './taguette/read-taguette.ts';
import { mebibytes } from './zip/check-entry.ts';
import { openZip } from './zip/read-zip.ts';

/** What is there to read with: one's own statements and tags. */
interface Own {
  readonly known: readonly KnownSource[];
  readonly tags: readonly Tag[];
  readonly signal: AbortSignal | undefined;
}

const unknownFile = (): Sentence =>
  say(
    /*i18n*/ 'The file is none that Attest reads: choose an archive of Attest, Web Annotations, a REFI-QDA project or codebook, a Taguette project, or a codebook as CSV.',
  );

/** What of the file is looked at to tell what it is. */
const headBytes = 64 * 1024;

const isZip = (head: Buffer): boolean => ['PK\u0003\u0004', 'PK\u0005\u0006'].includes(head.toString('latin1', 0, 4));

async function readZipped(source: string | Buffer, { known, tags, signal }: Own): Promise<Result<Incoming>> {
  const zip = await openZip(source);
  if (!zip.ok) return zip;
  try {
    signal?.throwIfAborted();
    if (bagFolderIn(zip.value) !== null) return await readArchive(zip.value, known, signal);
    if (zip.value.names.some((name) => /\.qde$/iu.test(name)))
      return await readQdpx(zip.value, signal ? { known, tags, signal } : { known, tags });
    return fail('invalid', unknownFile());
  } finally {
    zip.value.close();
  }
}

/** What an XML document is called by its outermost element. */
function rootOf(xml: string): string {
  const inner = xml.slice(0, headBytes).replace(/^\ufeff?(?:\s+|<\?[^>]*\?>|<!--(?:(?!-->).)*-->)*/su, '');
  return /^<(?:[\w.-]+:)?([\w.-]+)/u.exec(inner)?.[1] ?? '';
}

function readXml(bytes: Buffer, xml: string, { tags }: Own): Result<Incoming> {
  const root = rootOf(xml);
  // A document type is no root: whoever reads codebooks refuses it, and says why.
  if (root !== 'CodeBook' && (root !== '' || /<!DOCTYPE\s+html/iu.test(xml.slice(0, headBytes)))) {
    return root === 'Project'
      ? fail('invalid', say(/*i18n*/ 'The file is the inside of a REFI-QDA project: choose the .qdpx file it came in.'))
      : fail('invalid', unknownFile());
  }
  return readQdc(bytes, tags);
}

/** Whether the parsed file is a workspace of ours, which is opened and not imported. */
function isWorkspace(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'format' in json && json.format === 'attest-workspace';
}

function readJsonDocument(text: string, { known }: Own): Result<Incoming> {
  const json = readJsonText(text);
  if (!json.ok) return json;
  if (isWorkspace(json.value)) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The file is the workspace itself: open it in Attest and export an archive from there.'),
    );
  }
  return readAnnotations(json.value, known);
}

function readText(bytes: Buffer, own: Own): Result<Incoming> {
  const text = decodeImport(bytes);
  if (!text.ok) return text;
  own.signal?.throwIfAborted();
  const start = text.value.slice(0, headBytes).replace(/^\ufeff?\s*/u, '');
  if (start === '' && text.value.length <= headBytes) {
    return fail('invalid', say(/*i18n*/ 'The file is empty: choose another one.'));
  }
  if (start.startsWith('<')) return readXml(bytes, text.value, own);
  if (start.startsWith('{') || start.startsWith('[')) return readJsonDocument(text.value, own);
  if (isCodebookHeader(start.split(/[\r\n]/u, 1)[0] ?? '')) return readCodebookCsv(text.value, own.tags);
  return fail('invalid', unknownFile());
}

const tooLarge = (size: number, limit: number): Sentence =>
  say(/*i18n*/ 'The file is too large to be read: it has {size} MiB, at most {limit} are taken.', {
    size: mebibytes(size),
    limit: mebibytes(limit),
  });

/** The whole file, or what it is where it is read otherwise; never more than a document may have. */
async function readFile(path: string): Promise<Result<Buffer | 'zip'>> {
  const found = await stat(path);
  // A pipe would keep whoever opens it waiting.
  if (!found.isFile()) return fail('invalid', say(/*i18n*/ '{path} is no file: choose one.', { path }));
  if (found.size > importLimits.fileBytes) return fail('invalid', tooLarge(found.size, importLimits.fileBytes));
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(4);
    await file.read(head, 0, head.length, 0);
    if (isZip(head)) return succeed('zip');
    const limit = importLimits.documentBytes;
    return found.size > limit ? fail('invalid', tooLarge(found.size, limit)) : succeed(await file.readFile());
  } finally {
    await file.close();
  }
}

async function readPath(path: string): Promise<Result<Buffer | 'zip'>> {
  try {
    return await readFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') return fail('not-found', say(/*i18n*/ 'There is no file at {path}.', { path }));
    const why = describeSystemError(error);
    return fail('unreadable', say(/*i18n*/ 'The file at {path} cannot be read: {why}', { path, why }));
  }
}

function readBytes(bytes: Buffer): Result<Buffer | 'zip'> {
  if (isZip(bytes)) return succeed('zip');
  const limit = importLimits.documentBytes;
  return bytes.length > limit ? fail('invalid', tooLarge(bytes.length, limit)) : succeed(bytes);
}

/**
 * Reads the work in a file, by its path or its bytes and whatever it is called: its content says what it is. `known` are the
 * statements that highlights are put into, `ownTags` the tags that codes of other programs may be. Fails with one sentence and
 * takes nothing where the file is damaged, too large or unknown; rejects where `signal` is aborted.
 */
export async function readImport(
  source: string | Buffer,
  known: readonly KnownSource[],
  signal?: AbortSignal,
  ownTags: readonly Tag[] = [],
): Promise<Result<Incoming>> {
  const own: Own = { known, tags: ownTags, signal };
  signal?.throwIfAborted();
  const bytes = typeof source === 'string' ? await readPath(source) : readBytes(source);
  if (!bytes.ok) return bytes;
  signal?.throwIfAborted();
  if (bytes.value === 'zip') return readZipped(source, own);
  if (bytes.value.subarray(0, sqliteSignature.length).equals(sqliteSignature))
    return readTaguette(bytes.value, known, ownTags);
  return readText(bytes.value, own);
}
