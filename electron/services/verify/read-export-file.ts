import { fail, type Result } from '../../../core/result.ts';
import { readDocx } from './read-docx.ts';
import type { ReadExport } from './read-export.ts';
import { readHtml } from './read-html.ts';
import { readJson } from './read-json.ts';
import { readMarkdown } from './read-markdown.ts';
import { readXlsx } from './read-xlsx.ts';

type Reader = (bytes: Uint8Array) => Result<ReadExport>;

const readers: Readonly<Record<string, Reader>> = {
  docx: readDocx,
  xlsx: readXlsx,
  html: readHtml,
  htm: readHtml,
  md: readMarkdown,
  markdown: readMarkdown,
  json: readJson,
};

/** The extensions that exports are read back by. */
const readableExtensions: readonly string[] = Object.keys(readers);

/** Reads an export back by its extension, without the dot. Fails with one sentence where it is not one of ours. */
export function readExportFile(extension: string, bytes: Uint8Array): Result<ReadExport> {
  const read = readers[extension.toLowerCase()];
  if (read) return read(bytes);
  return fail('invalid', `Exports are read back from ${readableExtensions.join(', ')}, and not from “${extension}”.`);
}
