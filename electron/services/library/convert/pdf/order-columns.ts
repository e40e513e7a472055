import type { PageLine } from './page-lines.ts';

/** A strip between two columns, by where it begins and ends along the lines. */
interface Gutter {
  readonly start: number;
  readonly end: number;
}

/** Lines on each side of a gutter that two columns have at least. */
const fewestLines = 5;

/** The share of lines that go over a gutter at most: titles, figures. */
const mostCrossing = 0.15;

/** The share of a column’s width that its lines fill in the middle, so that the columns of a table are none. */
const fill = 0.6;

/** How often lines change sides on one baseline before it is the columns, and not chance, that they do. */
const fewestChanges = 3;

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
}

/** Each segment of each line as a line of its own. */
function divide(lines: readonly PageLine[]): PageLine[] {
  return lines.flatMap((line) =>
    line.segments.map((segment) => ({ ...line, segments: [segment], start: segment.start, end: segment.end })),
  );
}

/** The widest strip in the middle of the page that few lines go over, and that has lines of text on both sides. */
function findGutter(pieces: readonly PageLine[]): Gutter | null {
  const left = Math.min(...pieces.map(({ start }) => start));
  const right = Math.max(...pieces.map(({ end }) => end));
  const width = Math.ceil(right - left);
  if (!(width > 0 && width < 20_000)) return null;
  const over = new Float64Array(width + 2);
  for (const { start, end } of pieces) {
    const from = Math.floor(start - left);
    const to = Math.min(Math.ceil(end - left), width);
    over[from] = (over[from] ?? 0) + 1;
    over[to + 1] = (over[to + 1] ?? 0) - 1;
  }
  let best: Gutter | null = null;
  let open = -1;
  let crossing = 0;
  const end = Math.floor(width * 0.7);
  for (let at = 0; at <= end; at += 1) {
    crossing += over[at] ?? 0;
    const isFree = at >= width * 0.3 && at < end && crossing <= pieces.length * mostCrossing;
    if (isFree && open === -1) open = at;
    if (!isFree && open !== -1) {
      if (best === null || at - open > best.end - best.start) best = { start: left + open, end: left + at };
      open = -1;
    }
  }
  return best;
}

function isFilled(side: readonly PageLine[]): boolean {
  if (side.length < fewestLines) return false;
  const start = Math.min(...side.map((piece) => piece.start));
  const end = Math.max(...side.map((piece) => piece.end));
  return median(side.map((piece) => piece.end - piece.start)) >= fill * (end - start);
}

/** Whether the page is drawn across its columns, so that lines of both are one on a baseline. */
function isAcross(pieces: readonly PageLine[], middle: number): boolean {
  let changes = 0;
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1];
    if (next && Math.abs(next.down - piece.down) < 0.5 * piece.size && piece.start < middle !== next.start < middle)
      changes += 1;
  }
  return changes >= fewestChanges;
}

/**
 * The lines of a page in reading order. That is the order the page draws them in, except where it draws lines across two columns that are
 * plainly apart: there the columns are read one after the other, between what goes over both.
 */
export function orderColumns(lines: readonly PageLine[]): PageLine[] {
  const upright = lines.filter(({ turn }) => turn === 0);
  if (upright.length < fewestLines) return [...lines];
  const pieces = divide(upright);
  const gutter = findGutter(pieces);
  if (gutter === null || gutter.end - gutter.start < 0.5 * median(upright.map(({ size }) => size))) return [...lines];
  const middle = (gutter.start + gutter.end) / 2;
  const crosses = ({ start, end }: PageLine): boolean => start < gutter.start && end > gutter.end;
  const sides = pieces.filter((piece) => !crosses(piece));
  const left = sides.filter(({ start }) => start < middle);
  const right = sides.filter(({ start }) => start >= middle);
  if (!isFilled(left) || !isFilled(right) || !isAcross(pieces, middle)) return [...lines];

  const isRightFirst = upright.filter(({ isRightToLeft }) => isRightToLeft).length > upright.length / 2;
  const ordered: PageLine[] = [];
  let band: PageLine[] = [];
  const flush = (): void => {
    const onLeft = band.filter(({ start }) => start < middle);
    const onRight = band.filter(({ start }) => start >= middle);
    ordered.push(...(isRightFirst ? [...onRight, ...onLeft] : [...onLeft, ...onRight]));
    band = [];
  };
  for (const piece of pieces) {
    if (crosses(piece)) {
      flush();
      ordered.push(piece);
    } else band.push(piece);
  }
  flush();
  return [...ordered, ...lines.filter(({ turn }) => turn !== 0)];
}
