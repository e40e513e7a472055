import type { IncomingVersion, KnownSource } from '../../../../core/exchange/incoming.ts';
import { importLimits } from '../../../../core/exchange/limits.ts';
import { fail, type Result, succeed } from '../../../../core/result.ts';
import type { Sentence } from '../../../../core/sentence.ts';
import { statementId } from '../../library/make-statement.ts';
import { readJsonText } from '../read-json-text.ts';
import { bagPaths } from './bag.ts';
import { ImportedIndex } from './imported.ts';

/** A statement that came with an archive, and what of it lies where. */
export interface ArchivedImport {
  readonly id: string;
  readonly title: string;
  /** The oldest first. */
  readonly versions: readonly IncomingVersion[];
}

/** What is asked of an archive whose checksums were compared. */
interface Bag {
  readonly manifest: ReadonlyMap<string, string>;
  readonly read: (path: string) => Promise<Result<string>>;
}

/**
 * The statements in an archive that its maker had imported. None where it has none, as every archive from before there could be. Fails
 * with `damaged` where one is not named after a file of its own, or a file is not that of its hashes: all paths lead to files that are in the manifest.
 */
export async function readImported({ manifest, read }: Bag, damaged: Sentence): Promise<Result<ArchivedImport[]>> {
  if (!manifest.has(bagPaths.importedIndex)) return succeed([]);
  const text = await read(bagPaths.importedIndex);
  if (!text.ok) return text;
  const json = readJsonText(text.value);
  if (!json.ok) return json;
  const index = ImportedIndex.safeParse(json.value);
  if (!index.success || index.data.statements.length > importLimits.statements) return fail('invalid', damaged);
  const isAt = (path: string, sha256: string): boolean =>
    path.startsWith(bagPaths.imported) && manifest.get(path) === sha256;
  const areAsSaid = index.data.statements.every(
    ({ id, versions }) =>
      // It is named after a file of its own: under the name of another it would be taken for a version of that.
      versions.some(({ original }) => statementId(original.sha256) === id) &&
      versions.every(
        ({ original, text: { sha256 }, files }) =>
          isAt(files.original, original.sha256) &&
          isAt(files.text, sha256) &&
          (files.structure === null || manifest.has(files.structure)),
      ),
  );
  if (!areAsSaid) return fail('invalid', damaged);
  return succeed(
    index.data.statements.map(({ id, title, versions }) => ({
      id,
      title: title.value ?? versions[0]?.original.name ?? id,
      versions: versions.map(({ original, text: { sha256 }, files }) => ({
        original: { sha256: original.sha256 },
        text: { sha256 },
        files,
      })),
    })),
  );
}

/**
 * `known`, with the statements that came along among them: of one that is here, its versions too; of one that is not, the newest text,
 * which highlights are read in.
 */
export async function withImported(
  known: readonly KnownSource[],
  imported: readonly ArchivedImport[],
  read: Bag['read'],
  signal?: AbortSignal,
): Promise<Result<KnownSource[]>> {
  const byId = new Map(imported.map((statement) => [statement.id, statement]));
  const here = known.map((source): KnownSource => {
    const came = byId.get(source.id);
    if (!came) return source;
    byId.delete(source.id);
    const earlier = [...(source.earlier ?? []), ...came.versions.map(({ text }) => text.sha256)];
    const { id, sha256, title } = source;
    return {
      id,
      sha256,
      title,
      get text() {
        return source.text;
      },
      earlier,
    };
  });
  const fresh: KnownSource[] = [];
  for (const { id, title, versions } of byId.values()) {
    signal?.throwIfAborted();
    const newest = versions.at(-1);
    if (!newest) continue;
    const text = await read(newest.files.text);
    if (!text.ok) return text;
    const earlier = versions.map((version) => version.text.sha256);
    fresh.push({ id, sha256: newest.text.sha256, title, text: text.value, earlier });
  }
  return succeed([...here, ...fresh]);
}
