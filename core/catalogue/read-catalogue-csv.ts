import { firstWords } from '../exchange/first-words.ts';
import type { ReportLine } from '../exchange/incoming.ts';
import { parseCsv } from '../exchange/taguette/parse-csv.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type Sentence, say, sayInTurn } from '../sentence.ts';
import { catalogueColumns } from './catalogue-cells.ts';
import type { CatalogueChange, CatalogueEntry, CatalogueReading } from './catalogue-change.ts';
import { prepareFinding } from './find-entry.ts';
import { type CatalogueRow, readCatalogueRow } from './read-catalogue-row.ts';

const mostRows = 100_000;

/** Takes away the apostrophe that the writer puts before what a spreadsheet would run. */
const unguard = (cell: string): string => (/^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell);

interface Table {
  readonly rows: readonly CatalogueRow[];
  /** Columns that are none of the catalogue. */
  readonly unknown: readonly string[];
}

function readTable(text: string): Result<Table> {
  const table = parseCsv(text.replace(/^\ufeff/u, ''), mostRows + 1);
  if (table === null) {
    return fail(
      'invalid',
      say(
        /*i18n*/ 'The table is damaged or has more than {limit} rows: save it as CSV again, with no quotation mark left open.',
        { limit: mostRows },
      ),
    );
  }
  const [first = [], ...body] = table;
  const header = first.map((cell) => cell.trim().toLowerCase());
  const known = header.filter((name) => catalogueColumns.includes(name));
  if (!(known.includes('id') || known.includes('sha256')) || new Set(known).size < known.length) {
    return fail(
      'invalid',
      say(
        /*i18n*/ 'The first row of a catalogue names its columns, each once and “id” or “sha256” among them: correct it and try again.',
      ),
    );
  }
  const columns = new Map(header.map((name, at) => [name, at]));
  const rows = body.flatMap((cells, at): CatalogueRow[] => {
    const cell = (column: string): string | undefined => {
      const index = columns.get(column);
      return index === undefined ? undefined : unguard(cells[index] ?? '');
    };
    // A spreadsheet writes rows that were emptied as rows of nothing.
    return cells.every((text) => text === '') ? [] : [{ number: at + 2, cell }];
  });
  return succeed({ rows, unknown: header.filter((name) => name !== '' && !catalogueColumns.includes(name)) });
}

const refuse = (item: string, sentence: Sentence): ReportLine => ({ outcome: 'refused', item, sentence });

/** What a row is about, as the table names it. */
const itemOf = ({ cell }: CatalogueRow): string =>
  firstWords(['title', 'file', 'id', 'sha256'].map((column) => cell(column) ?? '').find((text) => text !== '') ?? '');

/**
 * What a catalogue as a table changes of `entries`: ours, or one that somebody made with the same columns, `id` or `sha256` among
 * them; of the others, those that it has. Its rows find their statements by the id, else by the SHA-256 of the file. A row
 * with a cell that is wrong is left out whole, and a line says which. Rows are counted from the header, which is the
 * first, without lines that are empty.
 */
export function readCatalogueCsv(text: string, entries: readonly CatalogueEntry[]): Result<CatalogueReading> {
  const table = readTable(text);
  if (!table.ok) return table;
  const find = prepareFinding(entries, 'sha256');
  const rowOf = new Map<string, number>();
  const changes: CatalogueChange[] = [];
  const lines = table.value.unknown.map((column) =>
    refuse(firstWords(column), say(/*i18n*/ 'This column is none of the catalogue’s, and was not read.')),
  );
  let unchanged = 0;
  for (const row of table.value.rows) {
    const refuseRow = (sentence: Sentence): unknown => lines.push(refuse(itemOf(row), sentence));
    const entry = find(row.cell('id')?.trim() ?? '', row.cell('sha256')?.trim().toLowerCase() ?? '');
    if (entry === null) {
      refuseRow(
        say(/*i18n*/ 'Row {row} was left out: there is no statement with its id or its SHA-256.', { row: row.number }),
      );
      continue;
    }
    if (entry === 'ambiguous') {
      refuseRow(
        say(/*i18n*/ 'Row {row} was left out: several statements have its SHA-256. Give it the id of one of them.', {
          row: row.number,
        }),
      );
      continue;
    }
    const other = rowOf.get(entry.id);
    if (other !== undefined) {
      refuseRow(
        say(/*i18n*/ 'Row {row} was left out: row {other} is about the same statement.', { row: row.number, other }),
      );
      continue;
    }
    rowOf.set(entry.id, row.number);
    const change = readCatalogueRow(row, entry);
    if (!change.ok) refuseRow(change.fault.sentence ?? sayInTurn([change.fault.message]));
    else if (change.value) changes.push(change.value);
    else unchanged += 1;
  }
  return succeed({ changes, unchanged, lines });
}
