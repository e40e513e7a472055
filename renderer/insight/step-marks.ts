/** Where a mark stands among the marks of its figure, counted from 0. */
export interface MarkPlace {
  readonly row: number;
  readonly column: number;
}

const isBetter = (candidate: number, best: number | undefined): boolean => best === undefined || candidate < best;

/** The number of the mark with the smallest distance; marks at no distance (`null`) do not count. */
function nearest(marks: readonly MarkPlace[], distance: (mark: MarkPlace) => number | null): number | null {
  let found: number | null = null;
  let best: number | undefined;
  marks.forEach((mark, index) => {
    const far = distance(mark);
    if (far === null || !isBetter(far, best)) return;
    found = index;
    best = far;
  });
  return found;
}

/** More than any figure has columns. */
const wide = 1_000_000;

/**
 * The number of the mark that a key leads to from mark `at`: arrows go to the next one in the row, or to the one nearest in
 * the next row that has any; Home and End to the ends of the row. `null` where there is none, and for other keys.
 */
export function stepMarks(marks: readonly MarkPlace[], at: number, key: string): number | null {
  const from = marks[at];
  if (!from) return null;
  const inRow = (far: (column: number) => number) =>
    nearest(marks, ({ row, column }) => (row === from.row && far(column) > 0 ? far(column) : null));
  const inRows = (far: (row: number) => number) =>
    nearest(marks, ({ row, column }) => (far(row) > 0 ? far(row) * wide + Math.abs(column - from.column) : null));
  switch (key) {
    case 'ArrowRight':
      return inRow((column) => column - from.column);
    case 'ArrowLeft':
      return inRow((column) => from.column - column);
    case 'ArrowDown':
      return inRows((row) => row - from.row);
    case 'ArrowUp':
      return inRows((row) => from.row - row);
    case 'Home':
      return nearest(marks, ({ row, column }) => (row === from.row ? column : null));
    case 'End':
      return nearest(marks, ({ row, column }) => (row === from.row ? wide - column : null));
    default:
      return null;
  }
}
