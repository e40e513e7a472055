import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkFormat } from '../../../core/exchange/exchange-shapes.ts';
import { writeCodebook } from '../../../core/exchange/refi/write-codebook.ts';
import { writeCodebookCsv, writeHighlightsCsv } from '../../../core/exchange/taguette/write-taguette-csv.ts';
import { writeAnnotations } from '../../../core/exchange/web-annotation/write-annotations.ts';
import { type Result, succeed } from '../../../core/result.ts';
import { Catalogue } from '../../../core/statements/catalogue.ts';
import { isSystemError } from '../../store/system-error.ts';
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

async function packAttest(resources: string, version: string, material: WorkMaterial): Promise<PackedWork> {
  const { work, known, isWhole, madeAt } = material;
  const { content, lines } = await packArchive({
    work,
    texts: known,
    statements: await archivable(resources),
    isWhole,
    contact: work.people[work.writer]?.name ?? '',
    agent: `Attest ${version}`,
    day: madeAt.slice(0, 10),
  });
  return { content, lines };
}

/** Writes work in any of the formats, in memory; with the statements in `resources` where the format takes them along. */
export function createPacker(resources: string, version: string) {
  return async (format: WorkFormat, material: WorkMaterial): Promise<Result<PackedWork>> => {
    const { work, known } = material;
    const name = work.people[work.writer]?.name || projectName;
    if (format === 'attest') return succeed(await packAttest(resources, version, material));
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
