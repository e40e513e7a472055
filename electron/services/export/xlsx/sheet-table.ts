import type { Cell, Row, SheetData } from 'write-excel-file/node';
import type { SharedStrings } from './shared-strings.ts';

/** A column of a sheet: its name, its width in characters and whether long texts go on in the next line. */
export interface SheetColumn {
  readonly name: string;
  readonly width: number;
  readonly isWrapped: boolean;
}

/** A sheet with a header row. A number is a number cell, anything else a text. */
export interface SheetTable {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The longest text of a cell in Excel, in UTF-16 units. */
const cellTextLimit = 32_767;

/** Beginnings that Excel would take for a formula once somebody edits the cell, were it not marked as text. */
const formulaLike = /^[=+\-@]/u;

/** The name of the column in which the texts of column `name` go on for the `count`th time; itself for 0. */
export function continuedName(name: string, count: number): string {
  if (count === 0) return name;
  return count === 1 ? `${name} (continued)` : `${name} (continued ${count})`;
}

/** `text` in pieces that a cell can hold; no character is cut in two. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > cellTextLimit) {
    const isPairCut = /[\uD800-\uDBFF]/u.test(text.charAt(from + cellTextLimit - 1));
    const to = from + cellTextLimit - (isPairCut ? 1 : 0);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return [...pieces, text.slice(from)];
}

/**
 * `table` with columns added where a text is longer than a cell can hold: it goes on in the next column, named after the
 * first with “(continued)”.
 */
export function splitLongTexts({ name, columns, rows }: SheetTable): SheetTable {
  const counts = columns.map((_, index) =>
    rows.reduce((most, row) => {
      const value = row[index];
      return typeof value === 'string' && value.length > cellTextLimit ? Math.max(most, piecesOf(value).length) : most;
    }, 1),
  );
  if (counts.every((count) => count === 1)) return { name, columns, rows };
  return {
    name,
    columns: columns.flatMap((column, index) =>
      Array.from({ length: counts[index] ?? 1 }, (_, piece) => ({
        ...column,
        name: continuedName(column.name, piece),
      })),
    ),
    rows: rows.map((row) =>
      row.flatMap((value, index) => {
        const count = counts[index] ?? 1;
        if (count === 1 || typeof value === 'number') return [value];
        const pieces = piecesOf(value);
        return Array.from({ length: count }, (_, piece) => pieces[piece] ?? '');
      }),
    ),
  };
}

function writeCell(value: string | number, isWrapped: boolean, strings: SharedStrings): Cell {
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' };
  if (value === '') return null;
  return {
    value: strings.placeholderFor(value),
    type: String,
    alignVertical: 'top',
    ...(isWrapped && { wrap: true }),
    ...(formulaLike.test(value) && { format: '@' }),
  };
}

/** The cells of `table`, the header row first, with placeholders from `strings` for their texts. */
export function writeCells({ columns, rows }: SheetTable, strings: SharedStrings): SheetData {
  const header: Row = columns.map(({ name }) => ({
    value: strings.placeholderFor(name),
    type: String,
    fontWeight: 'bold',
    alignVertical: 'top',
  }));
  return [
    header,
    ...rows.map((row) => row.map((value, index) => writeCell(value, columns[index]?.isWrapped ?? false, strings))),
  ];
}

/** The address of a column by its index from 0: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
