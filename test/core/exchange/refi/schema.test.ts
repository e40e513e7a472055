import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryPages, validateXML } from 'xmllint-wasm';
import { writeCodebook } from '../../../../core/exchange/refi/write-codebook.ts';
import { writeProject } from '../../../../core/exchange/refi/write-project.ts';
import { anyRefiWork } from './sample-work.ts';

const schemas = join(import.meta.dirname, '../../../../../shared/schemas');

/** The complaints of the schema about some documents, or nothing. */
async function check(schema: string, documents: readonly string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: documents.map((contents, at) => ({ fileName: `${at}.xml`, contents })),
    schema: [{ fileName: schema, contents: await readFile(join(schemas, schema), 'utf8') }],
    maxMemoryPages: memoryPages.GiB,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

const samples = fc.sample(anyRefiWork, { numRuns: 60, seed: 7 });

describe.skipIf(!existsSync(schemas))('what is written', () => {
  it('is a project as the schema of REFI-QDA has it', async () => {
    const documents = samples.map(({ known, work }) => writeProject(work, known, 'A "report" & <more>').qde);
    expect(documents.filter((xml) => xml.includes('<PlainTextSelection')).length).toBeGreaterThan(20);
    expect(await check('refi-qda-project.xsd', documents)).toEqual([]);
  });

  it('is a codebook as the schema of REFI-QDA has it', async () => {
    const documents = samples.flatMap(({ work }) => {
      const written = writeCodebook(work);
      return written.ok ? [written.value.xml] : [];
    });
    expect(documents.length).toBeGreaterThan(20);
    expect(await check('refi-qda-codebook.xsd', documents)).toEqual([]);
  });

  it('would not pass with a thing out of its place', async () => {
    const [{ known, work } = { known: [], work: undefined }] = samples.filter(
      ({ work }) => Object.keys(work.tags).length > 0,
    );
    const xml = work ? writeProject(work, known, 'Report').qde.replace('isCodable="true"', '') : '';
    expect(await check('refi-qda-project.xsd', [xml])).not.toEqual([]);
  });
});
