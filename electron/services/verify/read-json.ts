import { z } from 'zod';
import { runsText, TextRun } from '../../../core/report/report.ts';
import { type Result, succeed } from '../../../core/result.ts';
import { addQuotation, newFindings, parseRecord, type ReadExport } from './read-export.ts';

const kind = 'JSON file';

const Quotations = z.object({
  excerpts: z.array(z.object({ number: z.int(), text: z.string().optional(), quotation: z.array(TextRun) })),
});

/**
 * Reads a JSON export back: a quotation is the `text` of its excerpt and its runs, which must say the same; in a record that
 * stands alone, beside another document, its runs. Fails with one sentence where the file is no export, or one that cannot
 * be read.
 */
export function readJson(bytes: Uint8Array): Result<ReadExport> {
  const json = new TextDecoder().decode(bytes);
  const record = parseRecord(json, kind);
  if (!record.ok) return record;
  const findings = newFindings();
  for (const { number, text, quotation } of Quotations.parse(JSON.parse(json)).excerpts) {
    if (text !== undefined) addQuotation(findings, number, text);
    addQuotation(findings, number, runsText(quotation));
  }
  return succeed({ record: record.value, ...findings });
}
