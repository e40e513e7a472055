import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownSource } from '../../../../core/exchange/incoming.ts';
import { writeCodebook } from '../../../../core/exchange/refi/write-codebook.ts';
import { writeCodebookCsv } from '../../../../core/exchange/taguette/write-taguette-csv.ts';
import { writeAnnotations } from '../../../../core/exchange/web-annotation/write-annotations.ts';
import type { Work } from '../../../../core/exchange/work.ts';
import { writeArchive } from '../../../../electron/services/exchange/archive/write-archive.ts';
import { writeQdpx } from '../../../../electron/services/exchange/refi/write-qdpx.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { bundledWork } from './bundled-work.ts';
import { makeTaguetteFile, paragraphs } from './taguette/taguette-file.ts';

/** A sound file of every format that is read, and what it was made of. */
export async function sampleImports(): Promise<{
  readonly files: Readonly<Record<'attest' | 'web-annotation' | 'qdpx' | 'qdc' | 'taguette' | 'codebook-csv', Buffer>>;
  readonly work: Work;
  readonly known: KnownSource[];
}> {
  const { work, known, statements } = await bundledWork();
  const path = join(await temporaryFolder(), 'a.attest');
  await writeArchive(path, {
    work,
    texts: known,
    statements: statements.map(({ record, bytes }) => ({ record, read: async () => bytes })),
    imported: [],
    isWhole: false,
    contact: 'Anna',
    agent: 'Attest 0.1.0',
    day: '2026-05-17',
  });
  const codebook = writeCodebook(work);
  if (!codebook.ok) throw new Error(codebook.fault.message);
  const quotes = Object.values(work.highlights).flatMap(({ fields }) => fields.place?.value ?? []);
  const documents = known.map(({ id, title, text }) => {
    const html = paragraphs(text);
    const inIt = quotes.filter(({ statement, selector }) => statement === id && html.includes(selector.quote));
    return { name: title, html, marks: inIt.map(({ selector }) => ({ words: selector.quote, tags: [1] })) };
  });
  return {
    files: {
      attest: await readFile(path),
      'web-annotation': Buffer.from(writeAnnotations(work, known)),
      qdpx: Buffer.from(writeQdpx(work, known, 'Belarus').bytes),
      qdc: Buffer.from(codebook.value.xml),
      taguette: await makeTaguetteFile([{ name: 'Belarus', tags: [['torture', '']], documents }]),
      'codebook-csv': Buffer.from(writeCodebookCsv(work)),
    },
    work,
    known,
  };
}
