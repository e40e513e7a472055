/** The most cells of one row, and characters of one cell. */
const mostCells = 1_000;
const mostCharacters = 1_000_000;

const delimiters = [',', ';', '\t'] as const;

/** What parts the cells: what most often stands in the first line, outside of quotation marks. */
function delimiterOf(text: string): string {
  const line = (/^(?:[^"\n]|"[^"]*")*/u.exec(text.slice(0, 10_000))?.[0] ?? '').replace(/"[^"]*"/gu, '');
  const count = (delimiter: string): number => line.split(delimiter).length;
  return delimiters.reduce((best, other) => (count(other) > count(best) ? other : best));
}

/** Where a quoted cell that begins at `open` ends: its closing quotation mark; -1 where it has none, or is too long. */
function closeOf(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0 && at - open <= mostCharacters; at = text.indexOf('"', at + 2)) {
    if (text.charAt(at + 1) !== '"') return at;
  }
  return -1;
}

/**
 * The rows of a table after RFC 4180, with commas, semicolons or tabs between its cells; lines that are empty are left out. `null` where
 * a quotation mark is not closed, or the rows or cells are more or longer than any table of use has.
 */
export function parseCsv(text: string, mostRows: number): string[][] | null {
  const delimiter = delimiterOf(text);
  const cellEnd = new RegExp(`[${delimiter}\r\n]`, 'gu');
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= text.length; ) {
    let quoted = '';
    if (text.charAt(at) === '"') {
      const close = closeOf(text, at);
      if (close < 0) return null;
      quoted = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    }
    cellEnd.lastIndex = at;
    const end = cellEnd.exec(text)?.index ?? text.length;
    if (end - at > mostCharacters || row.length >= mostCells) return null;
    // What follows a closing quotation mark belongs to the cell still, as spreadsheets read it.
    row.push(quoted + text.slice(at, end));
    if (text.charAt(end) !== delimiter) {
      if (row.length > 1 || row[0] !== '') rows.push(row);
      if (rows.length > mostRows) return null;
      row = [];
    }
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return rows;
}
