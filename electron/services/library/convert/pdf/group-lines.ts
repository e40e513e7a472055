import type { ConvertedBlock } from '../join-blocks.ts';
import type { PageLine } from './page-lines.ts';

/** What is alike in a whole document: the size of most letters, and how far apart lines of a size are, in sizes. */
export interface DocumentMeasures {
  readonly bodySize: number;
  readonly leading: number;
  /** Sizes of headings, the largest first. */
  readonly headingSizes: readonly number[];
}

/** What begins an item of a list, whose next lines stand further in. */
const label = /^(?:[•◦▪‣*–·-]|\(?(?:\p{N}{1,4}|\p{L}{1,4})[.)])(?:\s|$)/u;

/** What ends a line whose word, or whose date or address, may go on in the next: no space is put there. */
const openEnd = /[-\u00ad\u2010\u2011\u2012\u2013\u2014/]$/u;

/** Letters that are written without spaces between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** What ends a sentence, with the quotation marks and brackets after it. */
const sentenceEnd = /[.!?…:;。！？؟۔։][\p{Pe}\p{Pf}"'\]]*(?:\[?\d{1,3}\]?)?$/u;

/** How much larger than the body a heading is, and how many of its letters there are at most. */
const headingScale = 1.15;
const headingLength = 300;

/** How much further apart than its lines paragraphs are. */
const paragraphGap = 1.25;

const mostLevels = 3;

function textOf({ segments }: PageLine): string {
  return segments.map(({ text }) => text).join('\t');
}

function roundSize(size: number): number {
  return Math.round(size * 2) / 2;
}

function mostCommon(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** Measures the lines of a document, those of each page apart and without headers and footers. */
export function measureLines(pages: readonly (readonly PageLine[])[]): DocumentMeasures {
  const letters = new Map<number, number>();
  for (const line of pages.flat()) {
    const size = roundSize(line.size);
    letters.set(size, (letters.get(size) ?? 0) + textOf(line).length);
  }
  const bodySize = mostCommon(letters);
  const steps = new Map<number, number>();
  for (const lines of pages) {
    for (const [at, line] of lines.entries()) {
      const next = lines[at + 1];
      if (!next || roundSize(next.size) !== bodySize || roundSize(line.size) !== bodySize) continue;
      const step = Math.round(((next.down - line.down) / line.size) * 20) / 20;
      if (step > 0.5 && step < 4) steps.set(step, (steps.get(step) ?? 0) + 1);
    }
  }
  const headingSizes = [...letters.keys()].filter((size) => size >= bodySize * headingScale).sort((a, b) => b - a);
  return { bodySize, leading: mostCommon(steps) || 1.2, headingSizes };
}

/** The edge that lines of a paragraph begin at, and the one they end at, so that further in is greater in both. */
function edges({ start, end, isRightToLeft }: PageLine): { readonly first: number; readonly last: number } {
  return isRightToLeft ? { first: -end, last: -start } : { first: start, last: end };
}

/** Whether `line` goes on in the paragraph of the lines before it. */
function isSameParagraph(open: readonly PageLine[], line: PageLine, column: number, { leading }: DocumentMeasures) {
  const previous = open.at(-1);
  const first = open[0];
  if (!previous || !first || previous.turn !== line.turn || previous.isRightToLeft !== line.isRightToLeft) return false;
  if (Math.abs(previous.size - line.size) > 0.12 * previous.size) return false;
  const step = (line.down - previous.down) / line.size;
  const usual = open.length > 1 ? (previous.down - (open.at(-2)?.down ?? 0)) / previous.size : leading;
  if (step <= 0.5 || step > Math.max(usual, leading) * paragraphGap || (open.length > 1 && step > usual + 0.3))
    return false;
  if (line.start > previous.end || line.end < previous.start) return false;
  const before = edges(previous);
  const here = edges(line);
  const text = textOf(line);
  if (label.test(text) && here.first <= edges(first).first + 0.5 * line.size && sentenceEnd.test(textOf(previous)))
    return false;
  const isShort = column - before.last > Math.max(0.2 * (column - edges(first).first), 4 * line.size);
  if (here.first > before.first + 0.8 * line.size && (isShort || sentenceEnd.test(textOf(previous)))) {
    return open.length === 1 && label.test(textOf(first));
  }
  return !(isShort && sentenceEnd.test(textOf(previous)));
}

/** Where the lines around end, as most of them do: what a line that is broken early falls short of. */
function columnEnd(lines: readonly PageLine[], line: PageLine): number {
  const beside = lines.filter(
    (other) =>
      other.turn === line.turn &&
      other.isRightToLeft === line.isRightToLeft &&
      other.start < line.end &&
      other.end > line.start,
  );
  return Math.max(...beside.map((other) => edges(other).last));
}

/** Lines of a paragraph put together, with a space where the page has nothing but the end of a line. */
function joinLines(lines: readonly PageLine[], column: number): string {
  let text = '';
  for (const [at, line] of lines.entries()) {
    const next = textOf(line);
    const previous = lines[at - 1];
    if (!previous) text = next;
    else if (openEnd.test(text) || column - edges(previous).last > 0.3 * (column - edges(previous).first))
      text += `\n${next}`;
    else if (unspaced.test(text.slice(-1)) && unspaced.test(next.slice(0, 1))) text += next;
    else text += ` ${next}`;
  }
  return text;
}

/** Whether lines stand under each other in columns: the same number of pieces, of which all but the first begin in one place. */
function isSameTable(one: PageLine, other: PageLine | undefined): boolean {
  if (!other || one.segments.length < 2 || other.segments.length < 2 || one.turn !== other.turn) return false;
  if (Math.abs(other.down - one.down) > 4 * one.size) return false;
  const places = other.segments.slice(1).flatMap(({ start, end }) => [start, end]);
  return one.segments
    .slice(1)
    .some(({ start, end }) =>
      places.some((place) => Math.min(Math.abs(place - start), Math.abs(place - end)) <= 0.3 * one.size),
    );
}

function toBlock(lines: readonly PageLine[], column: number, measures: DocumentMeasures): ConvertedBlock {
  const text = joinLines(lines, column);
  const size = roundSize(lines[0]?.size ?? 0);
  const level = measures.headingSizes.indexOf(size) + 1;
  if (level === 0 || text.length > headingLength || !/\p{L}/u.test(text)) return { text };
  const why = `Letters of ${size} points, where most have ${measures.bodySize}.`;
  return { text, hint: { kind: 'heading', level: Math.min(level, mostLevels), why } };
}

/** A block with the line it begins with. */
export interface PlacedBlock {
  readonly first: PageLine;
  readonly block: ConvertedBlock;
}

/** Whether a line is a running header, a footer or a page number. */
export type IsFurniture = (line: PageLine) => boolean;

/**
 * Puts the lines of a page together to paragraphs, by their distance, size, indentation and ends; headings by their size, rows of tables by pieces
 * that stand under each other. Lines of a paragraph are joined by a space, and by a line break where they end with a hyphen or a
 * dash, or are broken early: whether a word goes on there is not decided.
 */
export function groupLines(
  lines: readonly PageLine[],
  measures: DocumentMeasures,
  isFurniture: IsFurniture,
): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  const body = lines.filter((line) => !isFurniture(line));
  let open: PageLine[] = [];
  const close = (): void => {
    const [first] = open;
    if (first) blocks.push({ first, block: toBlock(open, columnEnd(body, first), measures) });
    open = [];
  };
  for (const [at, line] of lines.entries()) {
    if (isFurniture(line)) {
      close();
      const hint = { kind: 'furniture', why: 'A line that stands on most pages, at the top or the bottom.' } as const;
      blocks.push({ first: line, block: { text: textOf(line), hint } });
    } else if (isSameTable(line, lines[at + 1]) || isSameTable(line, lines[at - 1])) {
      close();
      const hint = { kind: 'table-row', why: 'Pieces of lines that stand under each other.' } as const;
      blocks.push({ first: line, block: { text: textOf(line), hint } });
    } else {
      if (!isSameParagraph(open, line, columnEnd(body, open[0] ?? line), measures)) close();
      open.push(line);
    }
  }
  close();
  return blocks;
}
