import { createHash } from 'node:crypto';
import type { Incoming, KnownSource } from '../../../../core/exchange/incoming.ts';
import { importLimits } from '../../../../core/exchange/limits.ts';
import { createEntryFinder, findProjectFile } from '../../../../core/exchange/refi/find-entry.ts';
import { importCodebook } from '../../../../core/exchange/refi/import-codebook.ts';
import { importProject } from '../../../../core/exchange/refi/import-project.ts';
import { createSourceMatcher, type SourceMatch } from '../../../../core/exchange/refi/match-source.ts';
import { parseCodebook, parseProject } from '../../../../core/exchange/refi/parse-project.ts';
import type { RefiProject, RefiTextSource } from '../../../../core/exchange/refi/refi-project.ts';
import { fail, type Result, succeed } from '../../../../core/result.ts';
import { type Sentence, say } from '../../../../core/sentence.ts';
import type { Tag } from '../../../../core/tags/tag.ts';
import type { OpenZip } from '../zip/read-zip.ts';
import { decodeText, decodeXml } from './decode-text.ts';

/** What is needed to read a project beside its archive. */
export interface QdpxContext {
  /** The statements that highlights can be in. */
  readonly known: readonly KnownSource[];
  /** The tags one has: codes that are among them become no new ones. */
  readonly tags: readonly Tag[];
  readonly signal?: AbortSignal;
}

/** Bytes of one text of a project, of one note and of all notes together that are looked at. */
const textBytes = 64 * 1024 * 1024;
const noteBytes = 1024 * 1024;
const allNotesBytes = 64 * 1024 * 1024;

const stopped = fail('invalid', say(/*i18n*/ 'The import was stopped, and nothing was taken.'));

async function readSource(
  zip: OpenZip,
  name: string | null,
  match: ReturnType<typeof createSourceMatcher>,
): Promise<SourceMatch | Sentence> {
  if (name === null) {
    return say(
      /*i18n*/ 'Its text is not in the archive, and nothing outside is read: export the project with its sources.',
    );
  }
  if (zip.sizeOf(name) > textBytes) return say(/*i18n*/ 'Its text is too long to be that of a statement.');
  const read = await zip.read(name);
  if (!read.ok) return read.fault.sentence ?? say(/*i18n*/ 'Its text cannot be read.');
  const text = decodeText(read.value);
  if (text === null) return say(/*i18n*/ 'Its text is not in UTF-8, so that no statement can be told by it.');
  const sha256 = createHash('sha256').update(read.value).digest('hex');
  return (
    match({ text, sha256 }) ??
    say(
      /*i18n*/ 'The text is that of no statement of the collection, so that nothing can be marked in it: add the statement first.',
    )
  );
}

/** The statements that the project's texts are; each text is let go before the next is read. */
async function readSources(
  zip: OpenZip,
  { sources }: RefiProject,
  { known, signal }: QdpxContext,
): Promise<ReadonlyMap<RefiTextSource, SourceMatch | Sentence>> {
  const find = createEntryFinder(zip.names);
  const match = createSourceMatcher(known);
  const found = new Map<RefiTextSource, SourceMatch | Sentence>();
  const byName = new Map<string | null, SourceMatch | Sentence>();
  for (const source of sources) {
    if (signal?.aborted) break;
    if (source.content !== null) continue;
    const isNamed = source.path !== null && source.path.trim() !== '';
    const missing = say(/*i18n*/ 'The project has no plain text of it: export it with plain texts.');
    const name = isNamed ? find(source.path ?? '') : null;
    const known = isNamed ? byName.get(name) : missing;
    const read = known ?? (await readSource(zip, name, match));
    // However often a project names a file, it is read once.
    if (isNamed) byName.set(name, read);
    found.set(source, read);
  }
  return found;
}

async function readNotes(zip: OpenZip, { notes }: RefiProject, { signal }: QdpxContext) {
  const find = createEntryFinder(zip.names);
  const found = new Map<string, string | null>();
  let left = allNotesBytes;
  for (const { path, content } of notes) {
    if (signal?.aborted) break;
    if (path === null || content !== null || found.has(path)) continue;
    const name = find(path);
    const size = name === null ? 0 : zip.sizeOf(name);
    left -= size;
    const read = name === null || size > noteBytes || left < 0 ? null : await zip.read(name);
    found.set(path, read?.ok ? decodeText(read.value) : null);
  }
  return found;
}

/**
 * The project in an opened `.qdpx` archive as work, as `importProject` says. Fails with one sentence where the archive holds no
 * project that can be read. Nothing outside the archive is looked at, wherever the project says its files lie.
 */
export async function readQdpx(zip: OpenZip, context: QdpxContext): Promise<Result<Incoming>> {
  const name = findProjectFile(zip.names);
  if (name === null) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The archive holds no project.qde, so it is no REFI-QDA project: export it again.'),
    );
  }
  if (zip.sizeOf(name) > importLimits.documentBytes) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The project is larger than what is read at once: divide it and export it again.'),
    );
  }
  const bytes = await zip.read(name);
  if (!bytes.ok) return bytes;
  const xml = decodeXml(bytes.value);
  if (!xml.ok) return xml;
  const project = parseProject(xml.value);
  if (!project.ok) return project;
  const sources = await readSources(zip, project.value, context);
  const notes = await readNotes(zip, project.value, context);
  if (context.signal?.aborted) return stopped;
  return succeed(importProject(project.value, { sources, notes }, context.known, context.tags));
}

/** A `.qdc` codebook as work, as `importCodebook` says; `tags` are those one has. Fails with one sentence where it is none. */
export function readQdc(bytes: Uint8Array, tags: readonly Tag[]): Result<Incoming> {
  const xml = decodeXml(bytes);
  if (!xml.ok) return xml;
  const codebook = parseCodebook(xml.value);
  return codebook.ok ? succeed(importCodebook(codebook.value, tags)) : codebook;
}
