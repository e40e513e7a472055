import writeExcelFile from 'write-excel-file/node';
import { citationText } from '../../../../core/citations/citer.ts';
import { codebookColumns, columnsFor } from '../../../../core/export/excerpt-columns.ts';
import { recordOf } from '../../../../core/export/export-record.ts';
import { excerptsOf, type Report } from '../../../../core/report/report.ts';
import { finishPackage } from '../office-package.ts';
import { SharedStrings } from './shared-strings.ts';
import { columnLetters, type SheetColumn, type SheetTable, splitLongTexts, writeCells } from './sheet-table.ts';

/** An extension of the package, as its form for several sheets takes it. */
type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

/** After how many rows the progress is told. */
const progressEvery = 100;

/** In characters; a column that is not named here is as wide as a date with its time. */
const widths: Readonly<Record<string, number>> = {
  number: 9,
  id: 38,
  source: 9,
  title: 36,
  publisher: 26,
  date: 12,
  page: 9,
  paragraph: 11,
  quotation: 70,
  before: 40,
  after: 40,
  tags: 28,
  tag: 32,
  note: 40,
  state: 14,
  fixity: 12,
  start: 9,
  end: 9,
  file: 26,
  sha256: 26,
  original_sha256: 26,
  citation: 50,
  entry: 60,
  description: 60,
  excerpts: 10,
};
const usualWidth = 24;
/** One word each: broken over lines they would only make their rows higher. */
const unwrapped = new Set(['id', 'sha256', 'original_sha256']);
const widthOfLongTexts = 26;

function columnOf({ name }: { readonly name: string }): SheetColumn {
  const width = widths[name] ?? usualWidth;
  return { name, width, isWrapped: width >= widthOfLongTexts && !unwrapped.has(name) };
}

function listTables(report: Report): [SheetTable, SheetTable, SheetTable] {
  const excerptColumns = columnsFor(report);
  const sourceColumns = [
    'source',
    'statement',
    'title',
    'publisher',
    'date',
    'file',
    'sha256',
    'original_sha256',
    'entry',
  ];
  return [
    {
      name: 'Excerpts',
      columns: excerptColumns.map(columnOf),
      rows: excerptsOf(report).map((excerpt) => excerptColumns.map(({ read }) => read(excerpt, report))),
    },
    {
      name: 'Codebook',
      columns: codebookColumns.map(columnOf),
      rows: report.tags.map((tag) => codebookColumns.map(({ read }) => read(tag))),
    },
    {
      name: 'Sources',
      columns: sourceColumns.map((name) => columnOf({ name })),
      rows: report.sources.map(({ statement, title, publisher, date, file, sha256, original, entry }, index) => [
        index + 1,
        statement,
        title,
        publisher,
        date,
        file,
        sha256,
        original ?? '',
        citationText(entry),
      ]),
    },
  ];
}

/** Lets the rows of the first sheet be filtered and sorted by their columns; `onRow` is called as each is written. */
function filterFeature(first: SheetTable, onRow: () => void): Feature {
  const last = columnLetters(first.columns.length - 1);
  const rows = first.rows.length + 1;
  const filter = `<autoFilter ref="A1:${last}${rows}"/>`;
  const filtered = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${first.name}'!$A$1:$${last}$${rows}</definedName>`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes, _index, _options, { sheetIndex }) => {
            if (tag === 'row' && sheetIndex === 0) onRow();
            return attributes;
          },
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === 0 ? xml.replace('</sheetData>', (end) => end + filter) : xml,
        },
        'xl/workbook.xml': {
          // Excel keeps the filtered range under this name and adds it itself where it is missing, which is a change.
          transform: (xml) => xml.replace('<definedNames/>', () => `<definedNames>${filtered}</definedNames>`),
        },
      },
    },
  };
}

/**
 * The report as an Excel workbook (.xlsx): one row an excerpt, a sheet with the codebook and one with the sources, and the
 * record of the excerpts as a custom XML part. Every text is a text, never a formula; one that is longer than a cell can
 * hold goes on in the next column, “(continued)”. The file says nothing of who made it, and one report gives the same
 * bytes each time. `onProgress` is told now and then how many excerpts are done.
 */
export async function writeXlsx(report: Report, onProgress?: (done: number) => void): Promise<Uint8Array> {
  const strings = new SharedStrings();
  const tables = listTables(report).map(splitLongTexts);
  let rows = 0;
  const onRow = (): void => {
    rows += 1;
    if (rows % progressEvery === 0) onProgress?.(Math.min(rows, excerptsOf(report).length));
  };
  const [first] = tables;
  if (!first) throw new Error('A workbook has sheets.');
  const sheets = tables.map((table) => ({
    sheet: table.name,
    data: writeCells(table, strings),
    columns: table.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    orientation: 'landscape' as const,
  }));
  const options = { fontFamily: 'Calibri', fontSize: 11, features: [filterFeature(first, onRow)] };
  const bytes = await writeExcelFile(sheets, options).toBuffer();
  return finishPackage(bytes, {
    mainPart: 'xl/workbook.xml',
    record: recordOf(report),
    changes: { 'xl/sharedStrings.xml': (xml) => strings.fillIn(xml) },
  });
}
