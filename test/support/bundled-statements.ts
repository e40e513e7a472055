import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Catalogue, type CatalogueRecord } from '../../core/statements/catalogue.ts';

/** The folder with the bundled statements and their catalogue. */
export const resources = join(import.meta.dirname, '../../resources');

/** A bundled statement as it is on the disk. */
export interface BundledStatement {
  readonly record: CatalogueRecord;
  readonly bytes: Buffer;
  readonly text: string;
}

/** The bundled catalogue, checked by its schema. */
async function readCatalogue(): Promise<Catalogue> {
  return Catalogue.parse(JSON.parse(await readFile(join(resources, 'catalogue.json'), 'utf8')));
}

/** All bundled statements, in catalogue order. */
export async function readBundledStatements(): Promise<BundledStatement[]> {
  const { statements } = await readCatalogue();
  return Promise.all(
    statements.map(async (record) => {
      const bytes = await readFile(join(resources, 'statements', record.file));
      return { record, bytes, text: bytes.toString('utf8') };
    }),
  );
}
