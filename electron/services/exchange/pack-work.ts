import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkFormat } from '../../../core/exchange/exchange-shapes.ts';
import { importLimits } from '../../../core/exchange/limits.ts';
import { writeCodebook } from '../../../core/exchange/refi/write-codebook.ts';
import { writeCodebookCsv, writeHighlightsCsv } from '../../../core/exchange/taguette/write-taguette-csv.ts';
import { writeAnnotations } from '../../../core/exchange/web-annotation/write-annotations.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import { Catalogue } from '../../../core/statements/catalogue.ts';
import type { StatementVersion } from '../../../core/statements/own-statement.ts';
import {
  readOriginal as readImportedOriginal,
  readText,
  StatementFileError,
  type StatementPlace,
  sha256Of,
} from '../../store/statement-files.ts';
import { isSystemError } from '../../store/system-error.ts';
import type { Library } from '../library/library.ts';
import type { ArchivableImport, ReadVersion } from './archive/add-imported.ts';
import { type ArchivableStatement, packArchive } from './archive/write-archive.ts';
import type { PackedWork, WorkMaterial } from './export-work-calls.ts';
import { writeQdpx } from './refi/write-qdpx.ts';

/** What a project of another program is called where nobody is named. */
const projectName = 'Attest';

async function readOriginal(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

async function archivable(resources: string): Promise<ArchivableStatement[]> {
  const catalogue = Catalogue.parse(JSON.parse(await readFile(join(resources, 'catalogue.json'), 'utf8')));
  return catalogue.statements.map((record) => ({
    record,
    read: () => readOriginal(join(resources, 'statements', record.file)),
  }));
}

/** What is kept of a version; `null` where it cannot be read, or is not what was kept. */
function readVersion(place: StatementPlace, version: StatementVersion): ReadVersion | null {
  try {
    const [original, kept] = [readImportedOriginal(place, version), readText(place, version)];
    const isSame = sha256Of(original) === version.original.sha256 && kept.sha256 === version.text.sha256;
    return isSame ? { original, kept } : null;
  } catch (error) {
    if (error instanceof StatementFileError) return null;
    throw error;
  }
}

/** The imported statements that go along. */
function importsFor({ work, isWhole }: WorkMaterial, library: Library): ArchivableImport[] {
  const { own, place } = library.parts;
  const chosen = own.filter(({ id }) => isWhole || Object.hasOwn(work.sources, id));
  return chosen.map((statement) => ({ statement, read: (version) => readVersion(place, version) }));
}

/** The most files in a ZIP, but for some that every archive has: more need a form of it that not every program reads. */
const mostFiles = 65_000;

/** Whether an archive with these statements can be read again. */
function fits(imported: readonly ArchivableImport[]): boolean {
  const versions = imported.flatMap(({ statement }) => statement.versions);
  const bytes = versions.reduce((sum, { original, text }) => sum + original.bytes + text.length, 0);
  return bytes < importLimits.fileBytes && 3 * versions.length + imported.length < mostFiles;
}

async function packAttest(
  resources: string,
  version: string,
  material: WorkMaterial,
  library: Library,
): Promise<Result<PackedWork>> {
  const { work, known, isWhole, madeAt } = material;
  const imported = importsFor(material, library);
  if (!fits(imported)) {
    return fail(
      'invalid',
      say(
        /*i18n*/ 'An archive with all these statements would be too large to be read again: export highlights of some of them at a time.',
      ),
    );
  }
  const { content, lines } = await packArchive({
    work,
    texts: known,
    statements: await archivable(resources),
    imported,
    isWhole,
    contact: work.people[work.writer]?.name ?? '',
    agent: `Attest ${version}`,
    day: madeAt.slice(0, 10),
  });
  return succeed({ content, lines });
}

/** Writes work in any of the formats, in memory; with the statements in `resources` where the format takes them along. */
export function createPacker(resources: string, version: string, library: Library) {
  return async (format: WorkFormat, material: WorkMaterial): Promise<Result<PackedWork>> => {
    const { work, known } = material;
    const name = work.people[work.writer]?.name || projectName;
    if (format === 'attest') return packAttest(resources, version, material, library);
    if (format === 'qdpx') {
      const { bytes, lines } = writeQdpx(work, known, name);
      return succeed({ content: bytes, lines });
    }
    if (format === 'qdc') {
      const codebook = writeCodebook(work);
      return codebook.ok
        ? succeed({ content: Buffer.from(codebook.value.xml), lines: codebook.value.lines })
        : codebook;
    }
    const texts = {
      'web-annotation': () => writeAnnotations(work, known),
      'taguette-highlights': () => writeHighlightsCsv(work),
      'taguette-codebook': () => writeCodebookCsv(work),
    };
    return succeed({ content: Buffer.from(texts[format]()), lines: [] });
  };
}
