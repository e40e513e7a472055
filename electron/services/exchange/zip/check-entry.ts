import type { Entry, LocalFileHeader } from 'yauzl';
import type { importLimits } from '../../../../core/exchange/limits.ts';
import { type Sentence, say } from '../../../../core/sentence.ts';

/** What an archive may hold at most. */
export type ZipLimits = Pick<typeof importLimits, 'fileBytes' | 'unpackedBytes' | 'entryBytes' | 'ratio' | 'entries'>;

/** What an entry takes of an archive's limits: its bytes in the file and unpacked. */
export interface EntryExtent {
  readonly name: string;
  /** Where its local header begins in the file, and the least that header and data take. */
  readonly start: number;
  readonly end: number;
  readonly unpacked: number;
}

/** Unpacked bytes of an entry that no ratio is asked of: text of one kind packs well. */
const ratioFreeBytes = 1024 * 1024;

const fileKinds = 0o170000;
const symbolicLink = 0o120000;

/** The most of a name that a sentence shows. */
const shownName = 100;

/** The name of an entry as a sentence shows it: short, and without what cannot be seen. */
export function showName(name: string): string {
  const seen = name.replace(/[\p{C}\u2028\u2029]/gu, '�');
  const characters = [...seen.slice(0, 4 * shownName)];
  return characters.length > shownName ? `${characters.slice(0, shownName).join('')}…` : seen;
}

/** Where an entry lies in the file, as the central directory says. */
export function extentOf(entry: Entry): EntryExtent {
  const start = entry.relativeOffsetOfLocalHeader;
  const end = start + 30 + entry.fileNameLength + entry.compressedSize;
  return { name: entry.fileName, start, end, unpacked: entry.uncompressedSize };
}

/** Why an entry is not to be read; `null` where it may be. */
export function checkEntry(entry: Entry, limits: ZipLimits): Sentence | null {
  const { fileName, compressedSize, uncompressedSize } = entry;
  const name = showName(fileName);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: names that hold them are what is looked for.
  if (fileName === '' || /[\u0000-\u001f\u007f]/u.test(fileName) || /(?:^|\/)\.\.?(?:\/|$)|\/\//u.test(fileName)) {
    return say(/*i18n*/ 'The archive holds a file with the unsafe name “{name}”, so nothing was taken from it.', {
      name,
    });
  }
  if (entry.isEncrypted()) {
    return say(
      /*i18n*/ 'The file “{name}” in the archive has a password: save the archive without one and try again.',
      {
        name,
      },
    );
  }
  if (((entry.externalFileAttributes >>> 16) & fileKinds) === symbolicLink) {
    return say(/*i18n*/ 'The archive holds “{name}”, a link to another file, so nothing was taken from it.', { name });
  }
  if (!entry.canDecodeFileData()) {
    return say(
      /*i18n*/ 'The file “{name}” in the archive is packed in a way that Attest does not read: pack it as an ordinary ZIP and try again.',
      { name },
    );
  }
  if (uncompressedSize > limits.entryBytes) {
    return say(
      /*i18n*/ 'The file “{name}” in the archive is too large to be read: it has {size} MiB, at most {limit} are taken.',
      {
        name,
        size: mebibytes(uncompressedSize),
        limit: mebibytes(limits.entryBytes),
      },
    );
  }
  if (uncompressedSize > ratioFreeBytes && uncompressedSize > limits.ratio * compressedSize) {
    return say(
      /*i18n*/ 'The file “{name}” would unpack to far more than the archive can honestly hold, so nothing was taken from it.',
      {
        name,
      },
    );
  }
  return null;
}

/** `bytes` in MiB, for a sentence. */
export function mebibytes(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024));
}

/** Why the entries of an archive are not to be read together: twice one name, or data in the data of another. */
export function checkTogether(extents: readonly EntryExtent[], limits: ZipLimits): Sentence | null {
  const names = new Set<string>();
  let unpacked = 0;
  for (const { name, unpacked: size } of extents) {
    if (names.has(name)) {
      return say(/*i18n*/ 'The archive holds two files named “{name}”, so nothing was taken from it.', {
        name: showName(name),
      });
    }
    names.add(name);
    unpacked += size;
  }
  if (unpacked > limits.unpackedBytes) {
    return say(/*i18n*/ 'The archive is too large to be read: it unpacks to {size} MiB, at most {limit} are taken.', {
      size: mebibytes(unpacked),
      limit: mebibytes(limits.unpackedBytes),
    });
  }
  const inFile = [...extents].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [at, { end }] of inFile.entries()) {
    const next = inFile[at + 1];
    if (next && next.start < end) {
      return say(/*i18n*/ 'The files “{name}” and “{other}” in the archive overlap, so nothing was taken from it.', {
        name: showName(inFile[at]?.name ?? ''),
        other: showName(next.name),
      });
    }
  }
  return null;
}

/** In the general purpose flags: whether sizes and checksum stand after the data, and not in the local header. */
const hasDescriptor = 0x08;
/** What a size is in a header where the true one is in a Zip64 field. */
const inZip64 = 0xffffffff;

/** Whether the header before the data says what the central directory does: two readers must not see two files. */
export function agrees(entry: Entry, local: LocalFileHeader): boolean {
  const isSame = (said: number, meant: number): boolean => said === meant || said === inZip64;
  if (!local.fileName.equals(entry.fileNameRaw) || local.compressionMethod !== entry.compressionMethod) return false;
  if (((local.generalPurposeBitFlag ^ entry.generalPurposeBitFlag) & ~hasDescriptor & 0x0849) !== 0) return false;
  if ((local.generalPurposeBitFlag & hasDescriptor) !== 0 && local.compressedSize === 0) return true;
  return (
    isSame(local.compressedSize, entry.compressedSize) &&
    isSame(local.uncompressedSize, entry.uncompressedSize) &&
    local.crc32 === entry.crc32
  );
}
