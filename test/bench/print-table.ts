/** One measured thing: a value for each column, in the unit that `label` names. */
export interface Row {
  readonly label: string;
  readonly values: readonly number[];
}

const labelWidth = 44;
const cellWidth = 20;

const inWords = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(value < 100 ? 1 : 0));

/** The smallest divisor of a ratio: below it, both sides are nothing that could be told apart. */
const smallest = 0.05;

/** `values` as a line: every value, and for each but the first how many times the first it is. */
function lineOf({ label, values }: Row): string {
  const [base = Number.NaN] = values;
  const cells = values.map((value, index) => {
    const ratio = index === 0 || !(base >= smallest) ? '' : ` (×${(value / base).toFixed(2)})`;
    return `${inWords(value)}${ratio}`.padStart(cellWidth);
  });
  return label.padEnd(labelWidth) + cells.join('');
}

/** A table of `rows` under `title`. Ratios in brackets compare with the first column. */
export function tableOf(title: string, columns: readonly string[], rows: readonly Row[]): string {
  const head = ''.padEnd(labelWidth) + columns.map((column) => column.padStart(cellWidth)).join('');
  return [title, head, ...rows.map(lineOf)].join('\n');
}

/** A table of `rows`, each a label and a cell for each column, under `title`. */
export function textTable(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly [label: string, ...cells: readonly string[]])[],
): string {
  const all = [['', ...columns], ...rows];
  const widths = ['', ...columns].map((_, at) => Math.max(...all.map((cells) => (cells[at] ?? '').length)));
  const lines = all.map((cells) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart((widths[at] ?? 0) + 2))).join(''),
  );
  return [title, ...lines].join('\n');
}
