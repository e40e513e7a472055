import { z } from 'zod';
import type { ExportAsRead, PrintedPosition } from '../../../core/export/check-export.ts';
import { ExportRecord, exportRecordVersion } from '../../../core/export/export-record.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';

/**
 * An export as it was read back: its record, and each quotation as it stands in the document now, by its excerpt's
 * number. An excerpt whose mark is gone has no quotation.
 */
export type ReadExport = ExportAsRead;

/** The one sentence about a file that carries no record. `kind` is what the file was read as, as “HTML document”. */
export function withoutRecord(kind: string): Result<never> {
  return fail('invalid', `This ${kind} carries no record of excerpts: choose a file that Attest exported.`);
}

const Envelope = z.object({ format: z.literal('attest-excerpts'), version: z.int() });

/**
 * Checks the record of an export. Fails with one sentence where it is none, was made by an earlier or a later form of the
 * program, or is damaged. `kind` is what the file was read as.
 */
export function checkRecord(value: unknown, kind: string): Result<ExportRecord> {
  const envelope = Envelope.safeParse(value);
  if (!envelope.success) return withoutRecord(kind);
  const { version } = envelope.data;
  if (version > exportRecordVersion) {
    return fail('invalid', `This ${kind} was exported by a later version of Attest: read it with that version.`);
  }
  if (version < exportRecordVersion) {
    return fail('invalid', `This ${kind} was exported by an earlier version of Attest: export the excerpts again.`);
  }
  const record = ExportRecord.safeParse(value);
  if (record.success) return succeed(record.data);
  return fail('invalid', `The record of excerpts in this ${kind} is damaged: use the file as it was exported.`);
}

/** Reads the record of an export from its JSON, with the failures of `checkRecord`. */
export function parseRecord(json: string, kind: string): Result<ExportRecord> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail('invalid', `The record of excerpts in this ${kind} is damaged: use the file as it was exported.`);
  }
  return checkRecord(value, kind);
}

/** What a reader finds in a document, as it goes on finding it. */
export interface Findings {
  readonly quotations: Map<number, string>;
  readonly disguises: Map<number, string>;
  readonly positions: Map<number, PrintedPosition[]>;
  readonly unmarked: string[];
}

/** Findings with nothing in them. */
export function newFindings(): Findings {
  return { quotations: new Map(), disguises: new Map(), positions: new Map(), unmarked: [] };
}

/**
 * Adds a quotation that was found in a document to those found before. Where a mark stands in the document twice with
 * different words, both are kept, so that neither passes for the other.
 */
export function addQuotation({ quotations }: Findings, number: number, quotation: string): void {
  const other = quotations.get(number);
  quotations.set(number, other === undefined || other === quotation ? quotation : `${other}\n${quotation}`);
}

/** Adds why a quotation is not what its text says; of several reasons the first counts. */
export function addDisguise({ disguises }: Findings, number: number, reason: string): void {
  if (!disguises.has(number)) disguises.set(number, reason);
}

/** Adds a position that the document prints beside a quotation; none where there is none. */
export function addPosition({ positions }: Findings, number: number, position: PrintedPosition | null): void {
  if (position) positions.set(number, [...(positions.get(number) ?? []), position]);
}

/** Adds what stands as a quotation without a mark; white space is none. */
export function addUnmarked({ unmarked }: Findings, text: string): void {
  if (text.trim() !== '') unmarked.push(text.trim());
}

/** The last position that `text` gives in the words of `describePosition`; `null` where it gives none. */
export function printedPosition(text: string): PrintedPosition | null {
  const [, source, start, end] = [...text.matchAll(/Source (\d+), characters (\d+) to (\d+)/gu)].at(-1) ?? [];
  return source === undefined ? null : { source: Number(source) - 1, start: Number(start), end: Number(end) };
}
