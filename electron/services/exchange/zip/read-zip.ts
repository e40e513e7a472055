import { stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { importLimits } from '../../../../core/exchange/limits.ts';
import { fail, type Result, succeed } from '../../../../core/result.ts';
import { type Sentence, say } from '../../../../core/sentence.ts';
import { describeSystemError, isSystemError } from '../../../store/system-error.ts';
import { agrees, checkEntry, checkTogether, extentOf, mebibytes, showName, type ZipLimits } from './check-entry.ts';

/** An archive whose names, sizes and places were checked. Nothing of it is ever unpacked to the disk. */
export interface OpenZip {
  /** The files in it, without folders, in the archive's order; with `/` between folders and file. */
  readonly names: readonly string[];
  /** Unpacked bytes of a file; 0 where there is none of that name. */
  readonly sizeOf: (name: string) => number;
  /** The whole content of a file, once its checksum was found right. */
  readonly read: (name: string) => Promise<Result<Buffer>>;
  /** The content piece by piece. What was given is not to be believed before the result is there: the checksum comes last. */
  readonly stream: (name: string, onChunk: (chunk: Buffer) => void) => Promise<Result<null>>;
  /** To be called when nothing more is read. */
  readonly close: () => void;
}

const notWhole: Sentence = say(
  /*i18n*/ 'The file is no ZIP archive, or a part of it is missing or damaged: get it again from where it came from.',
);

const notToBeRead = (name: string): Sentence =>
  say(/*i18n*/ 'The file “{name}” in the archive is damaged: get the archive again from where it came from.', {
    name: showName(name),
  });

/** The entries of an archive that are files, or why none of it may be read. */
async function listEntries(zip: ZipFile, limits: ZipLimits): Promise<Result<Map<string, Entry>>> {
  if (zip.entryCount > limits.entries) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The archive holds {count} files, and at most {limit} are taken: divide it and try again.', {
        count: zip.entryCount,
        limit: limits.entries,
      }),
    );
  }
  const entries = new Map<string, Entry>();
  const extents = [];
  for await (const entry of zip.eachEntry()) {
    const refusal = checkEntry(entry, limits);
    if (refusal !== null) return fail('invalid', refusal);
    extents.push(extentOf(entry));
    if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
  }
  const refusal = checkTogether(extents, limits);
  return refusal === null ? succeed(entries) : fail('invalid', refusal);
}

async function streamEntry(zip: ZipFile, entry: Entry, onChunk: (chunk: Buffer) => void): Promise<Result<null>> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  if (!agrees(entry, local)) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The archive says two things of its file “{name}”, so nothing was taken from it.', {
        name: showName(entry.fileName),
      }),
    );
  }
  let checksum = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const piece: Buffer = chunk;
    checksum = crc32(piece, checksum);
    onChunk(piece);
  }
  return checksum === entry.crc32 ? succeed(null) : fail('unreadable', notToBeRead(entry.fileName));
}

function openEntries(zip: ZipFile, entries: ReadonlyMap<string, Entry>): OpenZip {
  const stream: OpenZip['stream'] = async (name, onChunk) => {
    const entry = entries.get(name);
    if (!entry) {
      return fail('not-found', say(/*i18n*/ 'The archive has no file “{name}”.', { name: showName(name) }));
    }
    try {
      return await streamEntry(zip, entry, onChunk);
    } catch {
      // yauzl and zlib throw whatever damaged data leads them to.
      return fail('unreadable', notToBeRead(name));
    }
  };
  return {
    names: [...entries.keys()],
    sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    stream,
    async read(name) {
      const chunks: Buffer[] = [];
      const streamed = await stream(name, (chunk) => chunks.push(chunk));
      return streamed.ok ? succeed(Buffer.concat(chunks)) : streamed;
    },
    close: () => zip.close(),
  };
}

/** The bytes of the file, or why it is not opened at all: a pipe would keep whoever opens it waiting. */
async function sizeOfFile(path: string): Promise<Result<number>> {
  try {
    const found = await stat(path);
    if (found.isFile()) return succeed(found.size);
    return fail('invalid', say(/*i18n*/ '{path} is no file: choose one.', { path }));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') return fail('not-found', say(/*i18n*/ 'There is no file at {path}.', { path }));
    return fail(
      'unreadable',
      say(/*i18n*/ 'The file at {path} cannot be read: {why}', { path, why: describeSystemError(error) }),
    );
  }
}

/**
 * Opens a ZIP archive, a path or the bytes of one, and checks all it says of itself before any of it is read: names that lead
 * out of a folder, links, passwords, two files of one name, files that overlap, and sizes beyond `limits`. Fails with one
 * sentence; what is damaged further in fails when it is read.
 */
export async function openZip(source: string | Buffer, limits: ZipLimits = importLimits): Promise<Result<OpenZip>> {
  const size = typeof source === 'string' ? await sizeOfFile(source) : succeed(source.length);
  if (!size.ok) return size;
  if (size.value > limits.fileBytes) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The file is too large to be read: it has {size} MiB, at most {limit} are taken.', {
        size: mebibytes(size.value),
        limit: mebibytes(limits.fileBytes),
      }),
    );
  }
  let zip: ZipFile | null = null;
  try {
    const options = { autoClose: false, validateEntrySizes: true, decodeStrings: true };
    zip = await (typeof source === 'string' ? openPromise(source, options) : fromBufferPromise(source, options));
    // Without a listener a file that cannot be closed would end the program; every failed read is told by its own call.
    zip.on('error', () => undefined);
    const entries = await listEntries(zip, limits);
    if (entries.ok) return succeed(openEntries(zip, entries.value));
    zip.close();
    return entries;
  } catch (error) {
    zip?.close();
    if (isSystemError(error) && typeof source === 'string' && error.syscall !== undefined) {
      const why = describeSystemError(error);
      return fail('unreadable', say(/*i18n*/ 'The file at {path} cannot be read: {why}', { path: source, why }));
    }
    if (error instanceof Error && /^(?:absolute path|invalid relative path|invalid characters)/u.test(error.message)) {
      return fail(
        'invalid',
        say(/*i18n*/ 'The archive holds a file that would be put outside its folder, so nothing was taken from it.'),
      );
    }
    if (error instanceof Error && error.message.includes('encryption')) {
      return fail('invalid', say(/*i18n*/ 'The archive has a password: save it without one and try again.'));
    }
    // yauzl throws whatever a damaged archive leads it to.
    return fail('unreadable', notWhole);
  }
}
