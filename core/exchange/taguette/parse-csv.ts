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

/**
 * The rows of a table after RFC 4180, with commas, semicolons or tabs between its cells; lines that are empty are left out. `null` where
 * a quotation mark is not closed, or the rows or cells are more or longer than any table of use has.
 */
export function parseCsv(text: string, mostRows: number): string[][] | null {
  const delimiter = delimiterOf(text);
  const rows: string[][] = [];
  let [row, cell]: [string[], string] = [[], ''];
  const endCell = (): boolean => {
    row.push(cell);
    cell = '';
    return row.length <= mostCells;
  };
  const endRow = (): boolean => {
    if (!endCell()) return false;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    return rows.length <= mostRows;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (cell === '' && character === '"') {
      let close = at + 1;
      for (;;) {
        close = text.indexOf('"', close);
        if (close < 0) return null;
        if (text.charAt(close + 1) !== '"') break;
        close += 2;
      }
      if (close - at > mostCharacters) return null;
      cell = text.slice(at + 1, close).replaceAll('""', '"');
      at = close;
      // What follows a closing quotation mark belongs to the cell still, as spreadsheets read it.
      if (cell === '' && ![delimiter, '\n', '\r', ''].includes(text.charAt(at + 1))) cell = '"';
    } else if (character === delimiter) {
      if (!endCell()) return null;
    } else if (character === '\n' || character === '\r') {
      if (!endRow()) return null;
      if (character === '\r' && text.charAt(at + 1) === '\n') at += 1;
    } else {
      cell += character;
      if (cell.length > mostCharacters) return null;
    }
  }
  if ((cell !== '' || row.length > 0) && !endRow()) return null;
  return rows;
}
