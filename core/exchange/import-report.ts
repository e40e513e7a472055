import { inEnglish } from '../sentence.ts';
import type { ImportFormat, ReportLine } from './incoming.ts';

/** What a report is of. */
export interface ReportedImport {
  readonly fileName: string;
  readonly format: ImportFormat;
  /** What was changed or refused first. */
  readonly lines: readonly ReportLine[];
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** A line of a report in words: what became of it, what it is about, and why. */
export function wordReportLine({ outcome, item, sentence }: ReportLine): string {
  return [outcome, item, inEnglish(sentence)]
    .map(oneLine)
    .filter((part) => part !== '')
    .join(': ');
}

/** The report of an import as text, in English: a line for each thing that was taken, changed or refused. `readAt` is ISO 8601. */
export function writeImportReport({ fileName, format, lines }: ReportedImport, readAt: string): string {
  const counts = (['taken', 'changed', 'refused'] as const).map(
    (outcome) => `${lines.filter((line) => line.outcome === outcome).length} ${outcome}`,
  );
  const head = [`Import of ${oneLine(fileName)} (${format})`, readAt, counts.join(', '), ''];
  return `${[...head, ...lines.map(wordReportLine)].join('\n')}\n`;
}
