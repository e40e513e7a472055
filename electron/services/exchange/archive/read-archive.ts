import { createHash } from 'node:crypto';
import type { Incoming, KnownSource, ReportLine } from '../../../../core/exchange/incoming.ts';
import { importLimits } from '../../../../core/exchange/limits.ts';
import { readAnnotations } from '../../../../core/exchange/web-annotation/read-annotations.ts';
import { fail, type Result, succeed } from '../../../../core/result.ts';
import { type Sentence, say } from '../../../../core/sentence.ts';
import { decodeText } from '../../../store/decode-text.ts';
import { readJsonText } from '../read-json-text.ts';
import { mebibytes, showName } from '../zip/check-entry.ts';
import type { OpenZip } from '../zip/read-zip.ts';
import { ArchivedCatalogue, bagInfoValue, bagPaths, readManifest } from './bag.ts';
import { readImported, withImported } from './read-imported.ts';

type Manifest = ReadonlyMap<string, string>;

/** An archive whose every byte was found to be what its manifests say. */
export interface CheckedBag {
  readonly read: (path: string) => Promise<Result<string>>;
  readonly manifest: Manifest;
}

const damaged = (): Sentence =>
  say(/*i18n*/ 'The archive is damaged or was changed after it was made: get it again from whoever sent it.');

const damagedAt = (path: string): Sentence =>
  say(
    /*i18n*/ 'The file “{path}” in the archive is not the one that was put into it: get the archive again from whoever sent it.',
    { path: showName(path) },
  );

/** The folder of the bag in an archive: the only one that has a declaration right in it. `null` where there is none. */
export function bagFolderIn(zip: OpenZip): string | null {
  const folders = zip.names.flatMap((name) => {
    const [, folder] = /^((?:[^/]+\/)?)bagit\.txt$/u.exec(name) ?? [];
    return folder ?? [];
  });
  const [only] = folders;
  return folders.length === 1 && only !== undefined ? only : null;
}

async function readText(zip: OpenZip, name: string): Promise<Result<string>> {
  const limit = importLimits.documentBytes;
  if (zip.sizeOf(name) > limit) {
    return fail(
      'invalid',
      say(
        /*i18n*/ 'The file “{name}” in the archive is too large to be read: it has {size} MiB, at most {limit} are taken.',
        {
          name: showName(name),
          size: mebibytes(zip.sizeOf(name)),
          limit: mebibytes(limit),
        },
      ),
    );
  }
  const bytes = await zip.read(name);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value);
  return text === null ? fail('invalid', damagedAt(name)) : succeed(text);
}

/** Whether the files in the bag and the lines of its manifest are the same, both ways. */
function isComplete(files: readonly string[], manifest: Manifest): boolean {
  return files.length === manifest.size && files.every((path) => manifest.has(path));
}

/** The first file that does not have the SHA-256 its manifest says, as a failure. */
async function checkSums(
  zip: OpenZip,
  folder: string,
  manifest: Manifest,
  signal?: AbortSignal,
): Promise<Result<number>> {
  let size = 0;
  for (const [path, sha256] of manifest) {
    signal?.throwIfAborted();
    const hash = createHash('sha256');
    const streamed = await zip.stream(folder + path, (chunk) => {
      hash.update(chunk);
      size += chunk.length;
    });
    if (!streamed.ok) return streamed.fault.code === 'not-found' ? fail('invalid', damagedAt(path)) : streamed;
    if (hash.digest('hex') !== sha256) return fail('invalid', damagedAt(path));
  }
  return succeed(size);
}

/** Reads the manifest that is called `path`; an empty one where it may be missing and is. */
async function manifestAt(zip: OpenZip, folder: string, path: string, isNeeded: boolean): Promise<Result<Manifest>> {
  if (!zip.names.includes(folder + path)) {
    return isNeeded
      ? fail(
          'invalid',
          say(/*i18n*/ 'The archive has no list of its files ({path}), so it cannot be checked.', { path }),
        )
      : succeed(new Map());
  }
  const text = await readText(zip, folder + path);
  if (!text.ok) return text;
  const manifest = readManifest(text.value);
  return manifest === null ? fail('invalid', damagedAt(path)) : succeed(manifest);
}

/** Checks the whole bag after RFC 8493: complete, and every file with the checksum it has to have. */
async function checkBag(zip: OpenZip, folder: string, signal?: AbortSignal): Promise<Result<CheckedBag>> {
  const inBag = zip.names.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
  const declaration = await readText(zip, folder + bagPaths.declaration);
  if (!declaration.ok) return declaration;
  const version = bagInfoValue(declaration.value, 'BagIt-Version');
  const encoding = bagInfoValue(declaration.value, 'Tag-File-Character-Encoding');
  if ((version !== '1.0' && version !== '0.97') || encoding?.toUpperCase() !== 'UTF-8') {
    return fail('invalid', say(/*i18n*/ 'The archive is of a version of BagIt that Attest does not read, or damaged.'));
  }
  if (inBag.length !== zip.names.length) return fail('invalid', damaged());
  if (inBag.includes(bagPaths.fetch)) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The archive names files that are to be fetched from elsewhere: get a complete one.'),
    );
  }
  const manifest = await manifestAt(zip, folder, bagPaths.manifest, true);
  if (!manifest.ok) return manifest;
  const tags = await manifestAt(zip, folder, bagPaths.tagManifest, false);
  if (!tags.ok) return tags;
  const payload = inBag.filter((path) => path.startsWith(bagPaths.payload));
  if (!isComplete(payload, manifest.value)) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The files in the archive are not those it lists: get it again from whoever sent it.'),
    );
  }
  if ([...tags.value.keys()].some((path) => path.startsWith(bagPaths.payload))) return fail('invalid', damaged());
  const tagSums = await checkSums(zip, folder, tags.value, signal);
  if (!tagSums.ok) return tagSums;
  const size = await checkSums(zip, folder, manifest.value, signal);
  if (!size.ok) return size;
  if (inBag.includes(bagPaths.info)) {
    const info = await readText(zip, folder + bagPaths.info);
    if (!info.ok) return info;
    const oxum = bagInfoValue(info.value, 'Payload-Oxum');
    if (oxum !== null && oxum !== `${size.value}.${payload.length}`) return fail('invalid', damaged());
  }
  return succeed({ read: (path) => readText(zip, folder + path), manifest: manifest.value });
}

/** The catalogue of the archive, whose records and statements must be the same, both ways. */
async function readCatalogue({ read, manifest }: CheckedBag): Promise<Result<ArchivedCatalogue>> {
  const text = await read(bagPaths.catalogue);
  if (!text.ok) return text;
  const json = readJsonText(text.value);
  if (!json.ok) return json;
  const { success, data } = ArchivedCatalogue.safeParse(json.value);
  const notOurs = say(
    /*i18n*/ 'The catalogue in the archive is not valid, or of a later version of Attest: install the latest.',
  );
  if (!success) return fail('invalid', notOurs);
  const files = [...manifest.keys()].filter((path) => path.startsWith(bagPaths.statements));
  const recorded = new Set(data.statements.map(({ file }) => bagPaths.statements + file));
  const areSame =
    recorded.size === data.statements.length &&
    recorded.size === files.length &&
    data.statements.every(({ file, sha256 }) => manifest.get(bagPaths.statements + file) === sha256);
  return areSame ? succeed(data) : fail('invalid', damaged());
}

function linesOfStatements({ statements }: ArchivedCatalogue, known: readonly KnownSource[]): ReportLine[] {
  const own = new Set(known.map(({ sha256 }) => sha256));
  return statements
    .filter(({ sha256 }) => !own.has(sha256))
    .map(({ file, title }) => ({
      outcome: 'refused',
      item: title.value ?? file,
      sentence: say(
        /*i18n*/ 'The statement “{title}” came with the archive, but is not in your collection: take its file out of the archive, and add it.',
        { title: title.value ?? file },
      ),
    }));
}

/**
 * What an archive of ours holds. All of it is checked before any of it is taken: the list of its files, their checksums, the
 * catalogue and the annotations. Statements that are not among `known` are refused with a line each. Rejects where `signal`
 * is aborted.
 */
export async function readArchive(
  zip: OpenZip,
  known: readonly KnownSource[],
  signal?: AbortSignal,
): Promise<Result<Incoming>> {
  const folder = bagFolderIn(zip);
  if (folder === null) {
    return fail('invalid', say(/*i18n*/ 'The file is no archive of Attest, or a part of it is missing.'));
  }
  const bag = await checkBag(zip, folder, signal);
  if (!bag.ok) return bag;
  const { manifest, read } = bag.value;
  if (!manifest.has(bagPaths.annotations) || !manifest.has(bagPaths.catalogue)) {
    return fail('invalid', say(/*i18n*/ 'The file is a BagIt archive, but not one that Attest has made.'));
  }
  const catalogue = await readCatalogue(bag.value);
  if (!catalogue.ok) return catalogue;
  const text = await read(bagPaths.annotations);
  if (!text.ok) return text;
  const json = readJsonText(text.value);
  if (!json.ok) return json;
  const imported = await readImported(bag.value, damaged());
  if (!imported.ok) return imported;
  const all = await withImported(known, imported.value, bag.value.read, signal);
  if (!all.ok) return all;
  signal?.throwIfAborted();
  const incoming = readAnnotations(json.value, all.value);
  if (!incoming.ok) return incoming;
  const lines = [...incoming.value.lines, ...linesOfStatements(catalogue.value, known)];
  const versions = imported.value.flatMap((statement) => statement.versions);
  return succeed({ ...incoming.value, format: 'attest', lines, ...(versions.length > 0 ? { versions } : {}) });
}
