/// <reference path="./pdfjs-modules.d.ts" />
import tables from 'pdfjs-dist/cmaps';

/**
 * The table that pdf.js calls `filename`, such as `UniGB-UCS2-H.bcmap`; `null` where there is none. PDFs whose fonts have codes of Chinese,
 * Japanese or Korean standards, and do not say what they mean, are read by it.
 */
export function readCharacterTable(filename: string): Uint8Array | null {
  const table = Object.hasOwn(tables, filename) ? tables[filename] : undefined;
  return table === undefined ? null : new Uint8Array(Buffer.from(table, 'base64'));
}
