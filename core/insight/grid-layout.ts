/** A grid of cells with a column of names to its left and slanting names over it; lengths in CSS pixels. */
export interface GridLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

/** Where a cell lies. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The names over the columns slant by this much, in degrees. */
export const headSlant = 48;

const rowHeight = 28;
const columnWidth = 36;
const narrowest = 480;
/** The mean width of a character of the interface's sans at 12 px. */
const characterWidth = 6.4;

/** Lays out a grid whose longest names have so many characters. */
export function layOutGrid(
  rows: number,
  columns: number,
  longest: { readonly row: number; readonly column: number },
): GridLayout {
  const radians = (headSlant * Math.PI) / 180;
  const head = longest.column * characterWidth;
  const left = Math.ceil(longest.row * characterWidth) + 16;
  const top = Math.ceil(head * Math.sin(radians)) + 22;
  // The last name reaches out to the right.
  const overhang = Math.ceil(head * Math.cos(radians)) + 12;
  return {
    width: Math.max(narrowest, left + columns * columnWidth + overhang),
    height: top + rows * rowHeight + 2,
    left,
    top,
    cellWidth: columnWidth,
    cellHeight: rowHeight,
  };
}

/** The box of a cell, a hair apart from its neighbours. */
export function cellBox({ left, top, cellWidth, cellHeight }: GridLayout, row: number, column: number): Box {
  const [width, height] = [cellWidth - 2, cellHeight - 2];
  return { x: left + column * cellWidth + 1, y: top + row * cellHeight + 1, width, height };
}

/** The faintest and the strongest shade: over the strongest, ink is still read (a test holds it to that). */
const [faintest, strongest] = [0.1, 0.42];

/** How strongly a cell is coloured, as an opacity: by the root of its count, so that small ones are still told apart. */
export function shadeOf(count: number, most: number): number {
  if (count <= 0 || most <= 0) return 0;
  if (most === 1) return (faintest + strongest) / 2;
  return faintest + (strongest - faintest) * Math.sqrt((Math.min(count, most) - 1) / (most - 1));
}
