import { createHash } from 'node:crypto';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { CatalogueEntry } from '../../../../core/catalogue/catalogue-change.ts';
import { writeDublinCore } from '../../../../core/catalogue/dublin-core.ts';
import type { KnownSource, ReportLine } from '../../../../core/exchange/incoming.ts';
import { writeAnnotations } from '../../../../core/exchange/web-annotation/write-annotations.ts';
import type { Work } from '../../../../core/exchange/work.ts';
import { say } from '../../../../core/sentence.ts';
import type { CatalogueRecord } from '../../../../core/statements/catalogue.ts';
import { currentVersion, type OwnStatement } from '../../../../core/statements/own-statement.ts';
import { replaceFileDurably } from '../../../store/write-file-durably.ts';
import { type ArchivableImport, addImported } from './add-imported.ts';
import {
  type ArchivedCatalogue,
  bagDeclaration,
  bagFolder,
  bagPaths,
  type ManifestLine,
  writeBagInfo,
  writeManifest,
} from './bag.ts';

/** A statement that may go into an archive. `read` gives its original bytes, or `null` where they cannot be read. */
export interface ArchivableStatement {
  readonly record: CatalogueRecord;
  readonly read: () => Promise<Uint8Array | null>;
}

/** What an archive is made of. */
export interface ArchiveContents {
  readonly work: Work;
  /** The texts that the highlights of the work stand in. */
  readonly texts: readonly KnownSource[];
  /** The statements of the collection, in its order. */
  readonly statements: readonly ArchivableStatement[];
  /** The statements that the archive’s maker has imported. */
  readonly imported: readonly ArchivableImport[];
  /** Whether all statements go into the archive, and not only those that highlights of the work are of. */
  readonly isWhole: boolean;
  /** The name of whoever makes it; empty where they have given none. */
  readonly contact: string;
  /** Name and version of the program. */
  readonly agent: string;
  /** The day it is made, as `2026-05-17`. */
  readonly day: string;
}

/** What was written: the statements that went in, and a line for each that could not. */
export interface WrittenArchive {
  readonly statements: number;
  readonly lines: readonly ReportLine[];
}

/** The zip format knows no time zone: the first moment it can name, in local time, is written the same everywhere. */
const zipTime = new Date(1980, 0, 1);

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Sink = (bytes: Uint8Array) => void | Promise<void>;

/** Writes the files of a bag into a ZIP one after the other, and keeps their checksums. */
class BagWriter {
  readonly #sink: Sink;
  readonly #zip: Zip;
  #pieces: Uint8Array[] = [];
  #payloadBytes = 0;
  readonly #payload: ManifestLine[] = [];
  readonly #tags: ManifestLine[] = [];

  constructor(sink: Sink) {
    this.#sink = sink;
    this.#zip = new Zip((error, piece) => {
      if (error) throw error;
      this.#pieces.push(piece);
    });
  }

  async #flush(): Promise<void> {
    const pieces = this.#pieces;
    this.#pieces = [];
    if (pieces.length > 0) await this.#sink(Buffer.concat(pieces));
  }

  async add(path: string, content: Uint8Array | string, isPacked = false): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const entry = isPacked ? new ZipPassThrough(bagFolder + path) : new ZipDeflate(bagFolder + path, { level: 6 });
    entry.mtime = zipTime;
    this.#zip.add(entry);
    entry.push(bytes, true);
    const isPayload = path.startsWith(bagPaths.payload);
    if (isPayload) this.#payloadBytes += bytes.length;
    (isPayload ? this.#payload : this.#tags).push({ path, sha256: sha256Of(bytes) });
    await this.#flush();
  }

  async finish({ contact, agent, day }: ArchiveContents): Promise<void> {
    const info: (readonly [string, string])[] = [
      ['Bag-Software-Agent', agent],
      ['Bagging-Date', day],
      ['Payload-Oxum', `${this.#payloadBytes}.${this.#payload.length}`],
    ];
    await this.add(bagPaths.info, writeBagInfo(contact.trim() === '' ? info : [['Contact-Name', contact], ...info]));
    await this.add(bagPaths.manifest, writeManifest(this.#payload));
    await this.add(bagPaths.tagManifest, writeManifest(this.#tags));
    this.#zip.end();
    await this.#flush();
  }
}

const safeName = /^[^/\\:%\p{C}]{1,200}$/u;

/** The record with the name its file has in the archive: its own where that is one on every system and not taken. */
function nameInArchive(record: CatalogueRecord, taken: Set<string>): CatalogueRecord {
  const own = record.file;
  const isFree = safeName.test(own) && !/^\.+$/u.test(own) && !taken.has(own.toLowerCase());
  let file = isFree ? own : `${record.id}.txt`;
  for (let count = 2; !isFree && taken.has(file.toLowerCase()); count += 1) file = `${record.id}_${count}.txt`;
  taken.add(file.toLowerCase());
  return { ...record, file };
}

async function addStatements(
  bag: BagWriter,
  statements: readonly ArchivableStatement[],
): Promise<{ readonly records: readonly CatalogueRecord[]; readonly lines: readonly ReportLine[] }> {
  const taken = new Set<string>();
  const [records, lines]: [CatalogueRecord[], ReportLine[]] = [[], []];
  for (const { record, read } of statements) {
    const bytes = await read();
    if (bytes === null || sha256Of(bytes) !== record.sha256) {
      const sentence =
        bytes === null
          ? say(
              /*i18n*/ 'The statement {file} is not in the archive, because it cannot be read: put the original back.',
              {
                file: record.file,
              },
            )
          : say(
              /*i18n*/ 'The statement {file} is not in the archive, because it is not the one that was catalogued: put the original back.',
              { file: record.file },
            );
      lines.push({ outcome: 'refused', item: record.file, sentence });
      continue;
    }
    const named = nameInArchive(record, taken);
    records.push(named);
    await bag.add(bagPaths.statements + named.file, bytes);
  }
  return { records, lines };
}

/** What Dublin Core says of a statement that its user has imported. */
function entryOf({ versions, added, modified, ...catalogue }: OwnStatement): CatalogueEntry {
  const { original, text, format, encoding } = currentVersion({ versions });
  const facts = { format, encoding, original: original.sha256, added, modified, versions: [] };
  return { ...catalogue, file: original.name, sha256: text.sha256, own: facts };
}

async function writeBag(contents: ArchiveContents, sink: Sink): Promise<WrittenArchive> {
  const { work, texts, isWhole } = contents;
  const named = new Set(Object.values(work.sources).flatMap(({ id, sha256 }) => [id, sha256]));
  const chosen = contents.statements.filter(
    ({ record: { id, sha256 } }) => isWhole || named.has(id) || named.has(sha256),
  );
  const bag = new BagWriter(sink);
  await bag.add(bagPaths.declaration, bagDeclaration);
  await bag.add(bagPaths.annotations, writeAnnotations(work, texts));
  const { records, lines } = await addStatements(bag, chosen);
  const catalogue: ArchivedCatalogue = { format: 'attest-archive', version: 1, statements: [...records] };
  await bag.add(bagPaths.catalogue, `${JSON.stringify(catalogue, null, 2)}\n`);
  const own = contents.imported
    .filter(({ statement: { id } }) => isWhole || named.has(id))
    .sort((a, b) => (a.statement.id < b.statement.id ? -1 : 1));
  const imported = await addImported(own, (...file) => bag.add(...file));
  for (const entry of [...records, ...imported.statements.map(entryOf)]) {
    await bag.add(`${bagPaths.metadata}${entry.id}.xml`, writeDublinCore(entry));
  }
  await bag.finish(contents);
  return { statements: records.length + imported.statements.length, lines: [...lines, ...imported.lines] };
}

/**
 * An archive as bytes: a bag after RFC 8493 in a ZIP, with the annotations as Web Annotation, the original bytes of the statements and
 * their catalogue records, for each of them in Dublin Core too. The same contents give the same bytes. A statement that is not as it was catalogued is left out with
 * a line.
 */
export async function packArchive(
  contents: ArchiveContents,
): Promise<WrittenArchive & { readonly content: Uint8Array }> {
  const pieces: Uint8Array[] = [];
  const written = await writeBag(contents, (bytes) => {
    pieces.push(bytes);
  });
  return { ...written, content: Buffer.concat(pieces) };
}

/** Writes an archive, as `packArchive` makes it, to `path`, whole or not at all and file by file. Rejects with the system's error. */
export async function writeArchive(
  path: string,
  contents: ArchiveContents,
  options: Parameters<typeof replaceFileDurably>[2] = {},
): Promise<WrittenArchive> {
  let written: WrittenArchive = { statements: 0, lines: [] };
  await replaceFileDurably(
    path,
    async (file) => {
      written = await writeBag(contents, file.write);
    },
    options,
  );
  return written;
}
