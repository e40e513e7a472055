import type { ExportRecord } from '../../../core/export/export-record.ts';
import { type Result, succeed } from '../../../core/result.ts';
import { continuedName } from '../export/xlsx/sheet-table.ts';
import { openOfficeFile, readRecordPart } from './office-parts.ts';
import {
  addDisguise,
  addPosition,
  addQuotation,
  addUnmarked,
  type Findings,
  newFindings,
  type ReadExport,
} from './read-export.ts';
import { readSheet, type Sheet, type SheetRow } from './read-sheet.ts';

const kind = 'Excel workbook';

const sentences = {
  formula: 'A formula is in its cell, which may come to show something else.',
  hidden: 'The column that it stands in is hidden.',
  format:
    'Its cell does not show its text as it is: it is formatted to show something else, struck through, white or tiny.',
} as const;

/** The columns by their names as a reader sees them: the case of letters and white space around make no other name. */
function namedColumns(header: SheetRow): ReadonlyMap<string, readonly number[]> {
  const columns = new Map<string, number[]>();
  for (const [column, { text }] of header) {
    const name = text.trim().toLowerCase();
    columns.set(name, [...(columns.get(name) ?? []), column]);
  }
  return columns;
}

type Columns = ReturnType<typeof namedColumns>;

/**
 * The columns of the quotation: it goes on in further ones where it is longer than a cell can hold. Where several have one
 * name there are several quotations, each of which has to be right.
 */
function quotationColumns(columns: Columns): number[][] {
  const pieces: (readonly number[])[] = [];
  for (let count = 0; ; count += 1) {
    const named = columns.get(continuedName('quotation', count));
    if (named === undefined) break;
    pieces.push(named);
  }
  const copies = Math.max(0, ...pieces.map(({ length }) => length));
  return Array.from({ length: copies }, (_, copy) => pieces.flatMap((named) => named[copy] ?? named[0] ?? []));
}

const numberIn = (row: SheetRow, column: number): number | null => {
  const text = row.get(column)?.text.trim() ?? '';
  return /^\d+(?:\.0+)?$/u.test(text) ? Number(text) : null;
};

/** The positions that a row gives in its columns `start`, `end` and `sha256`. */
function readPositions(
  findings: Findings,
  number: number,
  row: SheetRow,
  columns: Columns,
  record: ExportRecord,
): void {
  const [start, end] = ['start', 'end'].map((name) => numberIn(row, columns.get(name)?.[0] ?? -1));
  const hash = row.get(columns.get('sha256')?.[0] ?? -1)?.text;
  if (typeof start !== 'number' || typeof end !== 'number') return;
  const own = record.excerpts.find((excerpt) => excerpt.number === number);
  const isOwn = own !== undefined && record.sources[own.source]?.sha256 === hash;
  const other = record.sources.findIndex(({ sha256 }) => sha256 === hash);
  const source = isOwn ? own.source : other;
  addPosition(findings, number, { source: hash === undefined ? null : source, start, end });
}

function findQuotations({ rows, hiddenColumns }: Sheet, record: ExportRecord): Findings {
  const findings = newFindings();
  const [header = new Map() as SheetRow, ...others] = rows;
  const columns = namedColumns(header);
  const copies = quotationColumns(columns);
  for (const row of copies.length === 0 ? [] : others) {
    const numbers = (columns.get('number') ?? []).flatMap((column) => numberIn(row, column) ?? []);
    for (const parts of copies) {
      const text = parts.map((column) => row.get(column)?.text ?? '').join('');
      if (numbers.length === 0) addUnmarked(findings, text);
      for (const number of numbers) {
        addQuotation(findings, number, text);
        const cells = parts.flatMap((column) => row.get(column) ?? []);
        if (cells.some(({ isFormula }) => isFormula)) addDisguise(findings, number, sentences.formula);
        if (cells.some(({ isDisguised }) => isDisguised)) addDisguise(findings, number, sentences.format);
        if (parts.some((column) => hiddenColumns.has(column))) addDisguise(findings, number, sentences.hidden);
      }
    }
    for (const number of numbers) readPositions(findings, number, row, columns, record);
  }
  return findings;
}

/**
 * Reads an Excel workbook (.xlsx) that was exported, as it stands now; its rows and columns may have been moved. Fails
 * with one sentence where it is not one of ours.
 */
export function readXlsx(bytes: Uint8Array): Result<ReadExport> {
  const parts = openOfficeFile(bytes, kind);
  if (!parts.ok) return parts;
  const record = readRecordPart(parts.value, kind);
  if (!record.ok) return record;
  return succeed({ record: record.value, ...findQuotations(readSheet(parts.value, 'Excerpts'), record.value) });
}
