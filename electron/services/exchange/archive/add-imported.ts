import { setImmediate as breathe } from 'node:timers/promises';
import type { ReportLine } from '../../../../core/exchange/incoming.ts';
import { say } from '../../../../core/sentence.ts';
import type { OwnStatement, StatementVersion } from '../../../../core/statements/own-statement.ts';
import type { KeptText } from '../../../store/statement-files.ts';
import { bagPaths } from './bag.ts';
import type { ImportedIndex, TextStructure, VersionFiles } from './imported.ts';

/** A version as it lies in the workspace. */
export interface ReadVersion {
  readonly original: Uint8Array;
  readonly kept: KeptText;
}

/** A statement of one’s own that goes into an archive. `read` gives `null` where a file of a version is not there, or not as it was left. */
export interface ArchivableImport {
  readonly statement: OwnStatement;
  readonly read: (version: StatementVersion) => ReadVersion | null;
}

/** How a file goes into the bag; `isPacked` already, as PDF and Word documents are, and not to be packed again. */
export type AddFile = (path: string, content: Uint8Array | string, isPacked?: boolean) => Promise<void>;

const packedFormats: ReadonlySet<StatementVersion['format']> = new Set(['docx', 'epub', 'pdf']);

const safeName = /^[^/\\:%\p{C}]{1,120}$/u;

/** Where the files of the version with this number lie. */
function pathsOf(
  { id }: OwnStatement,
  at: number,
  { original, text }: StatementVersion,
  hasStructure: boolean,
): VersionFiles {
  const place = `${bagPaths.imported}${id}/${at}`;
  const name = safeName.test(original.name) ? original.name : 'original';
  const path = `${place}-${name}`;
  return {
    original: path,
    text: text.sha256 === original.sha256 ? path : `${place}.txt`,
    structure: hasStructure ? `${place}.json` : null,
  };
}

async function addVersion(
  statement: OwnStatement,
  at: number,
  version: StatementVersion,
  { original, kept }: ReadVersion,
  add: AddFile,
): Promise<VersionFiles> {
  const { text, structure, pages } = kept;
  const files = pathsOf(statement, at, version, structure.length > 0 || pages !== null);
  await add(files.original, original, packedFormats.has(version.format));
  if (files.text !== files.original) await add(files.text, text);
  if (files.structure !== null) {
    const known: TextStructure = { structure: [...structure], pages: pages && [...pages] };
    await add(files.structure, `${JSON.stringify(known)}\n`);
  }
  return files;
}

/**
 * Puts statements of one’s own into a bag: the originals and the texts of all their versions, and the index of them. A version that
 * cannot be read is left out with a line.
 */
export async function addImported(
  statements: readonly ArchivableImport[],
  add: AddFile,
): Promise<{ readonly statements: readonly OwnStatement[]; readonly lines: readonly ReportLine[] }> {
  const lines: ReportLine[] = [];
  const index: ImportedIndex['statements'] = [];
  const added: OwnStatement[] = [];
  for (const { statement, read } of statements) {
    const versions: ImportedIndex['statements'][number]['versions'] = [];
    for (const [at, version] of statement.versions.entries()) {
      // Packing holds everything else up: others have their turn between two files.
      await breathe();
      const found = read(version);
      const file = version.original.name;
      if (found) versions.push({ ...version, files: await addVersion(statement, at + 1, version, found, add) });
      else {
        const sentence = say(
          /*i18n*/ 'The statement {file} is not in the archive, because it cannot be read: put the original back.',
          { file },
        );
        lines.push({ outcome: 'refused', item: file, sentence });
      }
    }
    if (versions.length === 0) continue;
    index.push({ ...statement, versions });
    added.push(statement);
  }
  const catalogue: ImportedIndex = { format: 'attest-imported', version: 1, statements: index };
  if (index.length > 0) await add(bagPaths.importedIndex, `${JSON.stringify(catalogue, null, 2)}\n`);
  return { statements: added, lines };
}
