import { excerptsOf, type Report } from '../report/report.ts';
import { columnsFor } from './excerpt-columns.ts';

/** Makes spreadsheets read the file as UTF-8, and so show Cyrillic and curly quotation marks as they are. */
const byteOrderMark = '\uFEFF';

/** Beginnings that spreadsheets take for a formula, with any apostrophes put before them already. */
const formulaLike = /^'*[=+\-@\t\r]/u;

function writeField(value: string | number): string {
  const text = String(value);
  const safe = formulaLike.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as a table after RFC 4180: CRLF after every row, fields quoted where they must be, UTF-8 with a byte order mark.
 * No cell can run as a formula: one that begins with `=`, `+`, `-`,
 * `@`, a tab or a carriage return (or with apostrophes before one of these) gets an apostrophe in front. Taking one
 * apostrophe away from every cell that begins so gives the exact text back.
 */
export function writeTable(rows: readonly (readonly (string | number)[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(writeField).join(',')}\r\n`).join('');
}

/** The excerpts of `report` as a table with a header row: see `columnsFor`. */
export function writeCsv(report: Report): string {
  const columns = columnsFor(report);
  return writeTable([
    columns.map(({ name }) => name),
    ...excerptsOf(report).map((excerpt) => columns.map(({ read }) => read(excerpt, report))),
  ]);
}
