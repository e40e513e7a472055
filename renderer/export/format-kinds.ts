import type { ExportFormat } from '../../core/export/export-format.ts';

const references: readonly ExportFormat[] = ['ris', 'bib', 'csl'];
const withRecordBeside: readonly ExportFormat[] = ['pdf', 'md', 'txt', 'csv'];

/** Whether a format holds the cited statements alone, and no excerpt. */
export function isReferences(format: ExportFormat): boolean {
  return references.includes(format);
}

/** Whether a record for programs can go beside the file: the other formats carry it, or hold no excerpts. */
export function mayHaveRecordBeside(format: ExportFormat): boolean {
  return withRecordBeside.includes(format);
}
