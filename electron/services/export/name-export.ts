import type { ExportFormat } from '../../../core/export/export-format.ts';

/** The longest part of a file's name that is made from a title, in characters. */
const slugLimit = 60;

/** What comes after an export's name for its record. */
export const recordSuffix = '.attest.json';

/** The type of each format's files. */
export const mimeTypes: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  ris: 'application/x-research-info-systems',
  bib: 'application/x-bibtex;charset=utf-8',
  csl: 'application/vnd.citationstyles.csl+json',
};

const extensions: Readonly<Partial<Record<ExportFormat, string>>> = { csl: 'csl.json' };

const withoutAccent = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '');

/** Lower-case letters of the Latin and the Cyrillic alphabet and digits, with single hyphens; empty where there are none. */
function slugOf(title: string): string {
  const slug = title
    .normalize('NFC')
    .replace(/\p{Script=Latin}/gu, withoutAccent)
    .toLowerCase()
    .replace(/[^a-z0-9\p{Script=Cyrillic}]+/gu, '-');
  return [...slug]
    .slice(0, slugLimit)
    .join('')
    .replace(/^-+|-+$/gu, '');
}

/** How an export with `title`, made at `madeAt` (ISO 8601 in UTC), is called, and the type of its file. */
export function nameExport(
  title: string,
  format: ExportFormat,
  madeAt: string,
): { readonly suggestedName: string; readonly mimeType: string } {
  const name = ['attest', slugOf(title), madeAt.slice(0, 10)].filter((part) => part !== '').join('-');
  return { suggestedName: `${name}.${extensions[format] ?? format}`, mimeType: mimeTypes[format] };
}
