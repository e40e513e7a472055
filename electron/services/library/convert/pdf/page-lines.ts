/** A piece of text as pdf.js gives it; only what is read here. */
export interface TextPiece {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** A piece of a line that is apart from the others by a wide gap: a cell of a table, a column. */
export interface LineSegment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A line of text on a page. `start` and `end` are along its direction, `down` is its baseline across it, all in points from the
 * page’s corner at the top left as it is shown; `size` is that of most of its letters. Its segments are in reading order.
 */
export interface PageLine {
  readonly segments: readonly LineSegment[];
  readonly start: number;
  readonly end: number;
  readonly down: number;
  readonly size: number;
  /** Degrees clockwise, in quarters of a turn as far as it is one. */
  readonly turn: number;
  readonly isRightToLeft: boolean;
}

interface PlacedPiece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly down: number;
  readonly size: number;
  readonly turn: number;
  readonly isRightToLeft: boolean;
  /** Whether white space stands before it. */
  readonly isApart: boolean;
}

/** How far apart two pieces are that are two segments, and two words, surely or as pdf.js sees it; in sizes of the letters. */
const segmentGap = 1.2;
const wordGap = 0.1;
const clearGap = 0.2;

/** How far from the baseline a raised or lowered piece of the same line is, in sizes. */
const baselineShift = 0.5;

/** The forms of letters that fonts have for their places in a word, and ligatures of Latin, Armenian and Hebrew letters. */
const letterForms = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufb28\ufb2a-\ufb4f\ufb50-\ufbb1\ufbd3-\ufd3d\ufe80-\ufefc]/gu;

/** What a font gave for a character that is none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const noCharacter = /[\u0000-\u0008\u000a-\u001f\u007f]/gu;

/** The letters that are meant by what a font says of its shapes; what is no character is shown as one that is missing. */
function readLetters(text: string): string {
  return text
    .replace(letterForms, (form) => form.normalize('NFKC'))
    .replace(noCharacter, '\ufffd')
    .replace(/[\ud800-\udfff]/gu, '\ufffd');
}

function multiply(m: readonly number[], n: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Where a piece is on the page as it is shown; `null` for what has no direction or no size. */
function placePiece(
  piece: TextPiece,
  viewport: readonly number[],
  isVertical: boolean,
  isApart: boolean,
): PlacedPiece | null {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = multiply(viewport, piece.transform);
  const size = Math.hypot(c, d);
  const length = Math.hypot(a, b);
  if (!Number.isFinite(x + y + size + length) || size === 0 || length === 0) return null;
  // Lines of vertical writing go down the page, along what is the height of their letters.
  const [alongX, alongY] = isVertical ? [-c / size, -d / size] : [a / length, b / length];
  const start = x * alongX + y * alongY;
  const turn = Math.round((Math.atan2(alongY, alongX) * 180) / Math.PI);
  return {
    text: readLetters(piece.str),
    start,
    end: start + (isVertical ? piece.height : piece.width),
    down: y * alongX - x * alongY,
    size,
    turn: Math.abs(turn % 90) <= 1 || Math.abs(turn % 90) >= 89 ? Math.round(turn / 90) * 90 : turn,
    isRightToLeft: piece.dir === 'rtl',
    isApart,
  };
}

/** Whether a piece is where the line has nothing yet: after its end, right before it, or in a gap that another font has left. */
function isFree(line: readonly PlacedPiece[], piece: PlacedPiece): boolean {
  const slack = 0.5 * piece.size;
  const last = line.at(-1);
  if (last && piece.start >= last.end - slack) return true;
  if (last && Math.abs(last.start - piece.end) <= slack) return true;
  // Another column that is drawn after this one would be taken for a gap that is filled; that one is on one side of it.
  if (!line.some(({ start }) => start <= piece.start) || !line.some(({ end }) => end >= piece.end)) return false;
  const middle = (piece.start + piece.end) / 2;
  return line.every(({ start, end }) => middle < start || middle > end);
}

/** Whether a piece is of the same line as the ones before it. */
function continues(line: readonly PlacedPiece[], piece: PlacedPiece): boolean {
  const last = line.at(-1);
  const first = line[0];
  if (!last || !first || last.turn !== piece.turn) return false;
  if (Math.abs(piece.down - first.down) > baselineShift * Math.max(last.size, piece.size)) return false;
  return piece.isRightToLeft || line.some(({ isRightToLeft }) => isRightToLeft) || isFree(line, piece);
}

/** Pieces from the left to the right, put in the order they are read in. */
function orderRightToLeft(line: readonly PlacedPiece[]): PlacedPiece[] {
  const fromRight = [...line].sort((one, other) => other.start - one.start);
  const ordered: PlacedPiece[] = [];
  let run: PlacedPiece[] = [];
  for (const piece of fromRight) {
    if (piece.isRightToLeft || !/[\p{L}\p{N}]/u.test(piece.text)) {
      ordered.push(...run, piece);
      run = [];
    } else run.unshift(piece);
  }
  return [...ordered, ...run];
}

function orderLeftToRight(line: readonly PlacedPiece[], isFilled: boolean): readonly PlacedPiece[] {
  return isFilled ? [...line].sort((one, other) => one.start - other.start) : line;
}

function gapBetween(one: PlacedPiece, other: PlacedPiece): number {
  return Math.max(other.start - one.end, one.start - other.end);
}

/** The size of most of a line’s letters. */
function sizeOf(line: readonly PlacedPiece[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of line) {
    const rounded = Math.round(size * 10) / 10;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

function toLine(pieces: readonly PlacedPiece[]): PageLine | null {
  const letters = (isWanted: boolean): number =>
    pieces.reduce((sum, { text, isRightToLeft }) => sum + (isRightToLeft === isWanted ? text.length : 0), 0);
  const isRightToLeft = letters(true) > 0 && letters(true) >= letters(false) / 2;
  const isFilled = pieces.some((piece, at) => at > 0 && piece.start < (pieces[at - 1]?.start ?? 0));
  const ordered = isRightToLeft ? orderRightToLeft(pieces) : orderLeftToRight(pieces, isFilled);
  const segments: { text: string; start: number; end: number }[] = [];
  let before: PlacedPiece | null = null;
  for (const piece of ordered) {
    const { text, start, end } = piece;
    const open = segments.at(-1);
    const gap = before === null ? 0 : gapBetween(before, piece) / Math.max(before.size, piece.size);
    if (!open || gap > segmentGap) segments.push({ text, start, end });
    else {
      const isSpaced = /\s$/u.test(open.text) || /^\s/u.test(text);
      const isMark = /^\p{M}/u.test(text);
      const isWord = isMark ? false : isRightToLeft || isFilled ? gap > wordGap : gap > clearGap || piece.isApart;
      open.text += (isWord && !isSpaced ? ' ' : '') + text;
      open.start = Math.min(open.start, start);
      open.end = Math.max(open.end, end);
    }
    // A mark stands over the letter before it, from which the next is apart.
    if (before === null || !/^\p{M}+$/u.test(text)) before = piece;
  }
  const shown = segments
    .map((segment) => ({ ...segment, text: segment.text.trim() }))
    .filter(({ text }) => text !== '');
  const [first] = pieces;
  if (!first || shown.length === 0) return null;
  return {
    segments: shown,
    start: Math.min(...shown.map(({ start }) => start)),
    end: Math.max(...shown.map(({ end }) => end)),
    down: first.down,
    size: sizeOf(pieces),
    turn: first.turn,
    isRightToLeft,
  };
}

/**
 * The lines of a page, in the order its program draws them: pieces on one baseline that follow each other. Pieces that are drawn twice in one
 * place, as some programs make bold letters, count once. `viewport` is pdf.js’s transformation of the page as it is shown.
 */
export function readPageLines(
  pieces: readonly TextPiece[],
  viewport: readonly number[],
  isVertical: (fontName: string) => boolean,
): PageLine[] {
  const lines: PageLine[] = [];
  const drawn = new Set<string>();
  let open: PlacedPiece[] = [];
  let isApart = false;
  const close = (): void => {
    const line = toLine(open);
    if (line) lines.push(line);
    open = [];
  };
  for (const piece of pieces) {
    if (piece.str.trim() === '') {
      if (piece.str !== '') isApart = true;
      continue;
    }
    const placed = placePiece(piece, viewport, isVertical(piece.fontName), isApart);
    isApart = false;
    if (placed === null) continue;
    const where = `${Math.round(placed.start)},${Math.round(placed.down)},${placed.text}`;
    if (drawn.has(where)) continue;
    drawn.add(where);
    if (!continues(open, placed)) close();
    open.push(placed);
  }
  close();
  return lines;
}
