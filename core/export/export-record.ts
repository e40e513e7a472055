import { z } from 'zod';
import { excerptsOf, type Report, TextRun } from '../report/report.ts';

/** It goes up when a program that reads the present form would misunderstand the new one. */
export const exportRecordVersion = 2;

/**
 * What a document export carries for programs, so that each of its quotations can be checked against the sources.
 * Positions are Unicode code points of the decoded text (UTF-8, no byte order mark, line ends LF), end exclusive.
 */
export const ExportRecord = z.object({
  format: z.literal('attest-excerpts'),
  version: z.literal(exportRecordVersion),
  title: z.string(),
  exported: z.string(),
  offsets: z.object({ unit: z.string(), base: z.literal(0), end: z.string(), of: z.string() }),
  sources: z.array(
    z.object({
      statement: z.string(),
      title: z.string(),
      publisher: z.string(),
      date: z.string(),
      file: z.string(),
      sha256: z.string(),
    }),
  ),
  excerpts: z.array(
    z.object({
      /** Its number in the document. */
      number: z.int().positive(),
      id: z.string(),
      /** Index of its source. */
      source: z.int().nonnegative(),
      state: z.enum(['anchored', 'needs-review', 'orphaned']),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
      quotation: z.array(TextRun),
    }),
  ),
});
export type ExportRecord = z.infer<typeof ExportRecord>;

/** The record of `report`. */
export function recordOf(report: Report): ExportRecord {
  return {
    format: 'attest-excerpts',
    version: exportRecordVersion,
    title: report.title,
    exported: report.madeAt,
    offsets: {
      unit: 'Unicode code point',
      base: 0,
      end: 'exclusive',
      of: 'the text decoded from UTF-8, without byte order mark, line ends as LF',
    },
    sources: report.sources.map(({ statement, title, publisher, date, file, sha256 }) => ({
      statement,
      title,
      publisher,
      date,
      file,
      sha256,
    })),
    excerpts: excerptsOf(report).map(({ number, id, source, state, start, end, quotation }) => ({
      number,
      id,
      source,
      state,
      start,
      end,
      quotation,
    })),
  };
}
