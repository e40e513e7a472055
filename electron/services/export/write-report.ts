import type { ExportFormat } from '../../../core/export/export-format.ts';
import type { Report } from '../../../core/report/report.ts';

/** Writes a report in one format; `onProgress` is told how many excerpts are written. */
type Write = (report: Report, onProgress: (done: number) => void) => Promise<string | Uint8Array>;

const writeReferencesAs =
  (format: 'ris' | 'bib' | 'csl'): Write =>
  async ({ sources }) => {
    const { writeReferences } = await import('./citations/write-references.ts');
    return writeReferences(
      format,
      sources.map(({ csl }) => csl),
    );
  };

const writePage: Write = async (report) => (await import('../../../core/export/html.ts')).writeHtml(report);

/** Each writer is loaded when it is first needed: some of their libraries take long to load. */
const writers: Readonly<Record<ExportFormat, Write>> = {
  docx: async (report, onProgress) => (await import('./docx/write-docx.ts')).writeDocx(report, onProgress),
  pdf: writePage,
  html: writePage,
  md: async (report) => (await import('../../../core/export/markdown.ts')).writeMarkdown(report),
  txt: async (report) => (await import('../../../core/export/plain-text.ts')).writePlainText(report),
  xlsx: async (report, onProgress) => (await import('./xlsx/write-xlsx.ts')).writeXlsx(report, onProgress),
  csv: async (report) => (await import('../../../core/export/csv.ts')).writeCsv(report),
  json: async (report) => (await import('../../../core/export/json.ts')).writeJson(report),
  ris: writeReferencesAs('ris'),
  bib: writeReferencesAs('bib'),
  csl: writeReferencesAs('csl'),
};

/**
 * The bytes of a file that holds `report` in `format`; for `pdf`, of the page of HTML that it is printed from.
 * `onProgress` is told how many excerpts are written, by the formats whose writing takes long.
 */
export async function writeReport(
  report: Report,
  format: ExportFormat,
  onProgress: (done: number) => void,
): Promise<Uint8Array> {
  const written = await writers[format](report, onProgress);
  return typeof written === 'string' ? new TextEncoder().encode(written) : written;
}
