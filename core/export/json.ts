import { type ExportContent, listSources } from './export-content.ts';

/** It goes up when a program that reads the present form would misunderstand the new one. */
const jsonExportVersion = 1;

/** The excerpts as one JSON object for programs: what the offsets count, the sources with their SHA-256, the excerpts. */
export function writeJson(content: ExportContent): string {
  const document = {
    format: 'attest-excerpts',
    version: jsonExportVersion,
    exported: content.exportedAt,
    offsets: {
      unit: 'Unicode code point',
      base: 0,
      end: 'exclusive',
      of: 'the text decoded from UTF-8, without byte order mark, line ends as LF',
    },
    sources: listSources(content),
    excerpts: content.excerpts,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
