import { writeTable } from '../export/csv.ts';
import { catalogueColumns, writeRow } from './catalogue-cells.ts';
import type { CatalogueEntry } from './catalogue-change.ts';

/** The catalogue of `entries` as a table, a row for each: see `writeTable` for its form, `catalogueColumns` for its columns. */
export function writeCatalogueCsv(entries: readonly CatalogueEntry[]): string {
  return writeTable([catalogueColumns, ...entries.map(writeRow)]);
}
