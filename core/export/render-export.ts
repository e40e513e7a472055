import { writeCsv } from './csv.ts';
import type { ExportFormat } from './excerpt.ts';
import type { ExportContent } from './export-content.ts';
import { writeJson } from './json.ts';
import { writeMarkdown } from './markdown.ts';

/** An export as a file to be: its text, to be written as UTF-8 as it is (a byte order mark is part of it). */
export interface RenderedExport {
  readonly content: string;
  readonly mimeType: string;
  readonly suggestedName: string;
}

const formats: Readonly<Record<ExportFormat, { mimeType: string; write: (content: ExportContent) => string }>> = {
  md: { mimeType: 'text/markdown;charset=utf-8', write: writeMarkdown },
  csv: { mimeType: 'text/csv;charset=utf-8', write: ({ excerpts }) => writeCsv(excerpts) },
  json: { mimeType: 'application/json', write: writeJson },
};

/** Writes `content` in `format`. The suggested name carries the day of the export in UTC. */
export function renderExport(format: ExportFormat, content: ExportContent): RenderedExport {
  const { mimeType, write } = formats[format];
  const suggestedName = `attest-excerpts-${content.exportedAt.slice(0, 10)}.${format}`;
  return { content: write(content), mimeType, suggestedName };
}
