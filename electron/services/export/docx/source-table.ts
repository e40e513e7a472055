import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { describeHashes } from '../../../../core/export/report-words.ts';
import type { ReportSource } from '../../../../core/report/report.ts';
import { writeOutDate } from '../../../../core/statements/edtf-date.ts';
import { paragraphStyles } from './document-styles.ts';
import { citationRuns, textRuns } from './text-runs.ts';

/** In twentieths of a point; the last is as wide as half a SHA-256. */
const columnWidths = [400, 2900, 1450, 1200, 3120];
const tableWidth = columnWidths.reduce((sum, width) => sum + width, 0);

const line = { style: BorderStyle.SINGLE, size: 4, color: '8C8C8C' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

const cellText = (text: string, style: string = paragraphStyles.cell): Paragraph =>
  new Paragraph({ style, children: textRuns(text) });

function writeRow(cells: readonly (readonly Paragraph[])[], tableHeader: boolean): TableRow {
  return new TableRow({
    tableHeader,
    cantSplit: true,
    children: cells.map(
      (children, index) => new TableCell({ children, width: { size: columnWidths[index] ?? 0, type: WidthType.DXA } }),
    ),
  });
}

function writeSource(source: ReportSource, index: number): TableRow {
  const { entry, publisher, date, file } = source;
  const hashes = describeHashes(source).map((hash) => cellText(hash, paragraphStyles.hash));
  return writeRow(
    [
      [cellText(`${index + 1}`)],
      [new Paragraph({ style: paragraphStyles.cell, children: citationRuns(entry) })],
      [cellText(publisher)],
      [cellText(date === '' ? 'n.d.' : writeOutDate(date))],
      [cellText(file === '' ? 'Not in the collection' : file), ...hashes],
    ],
    false,
  );
}

/** The sources with their entries, files and SHA-256; the header row is repeated on every page. */
export function sourceTable(sources: readonly ReportSource[]): Table {
  const header = ['', 'Source', 'Publisher', 'Date', 'File and SHA-256'].map((title) => [
    new Paragraph({ style: paragraphStyles.cell, keepNext: true, children: textRuns(title, { bold: true }) }),
  ]);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: tableWidth, type: WidthType.DXA },
    columnWidths,
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    margins: { top: 60, bottom: 60, left: 70, right: 70 },
    rows: [writeRow(header, true), ...sources.map(writeSource)],
  });
}
