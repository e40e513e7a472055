import type { PageLine } from './page-lines.ts';

/** A page with its lines in reading order, and its height as it is shown, in points. */
export interface PageOfLines {
  readonly lines: readonly PageLine[];
  readonly height: number;
}

/** The parts of a page’s height, from the top and from the bottom, that headers and footers stand in. */
const margin = 0.15;

/** How many lines of a page are looked at, from its top and from its bottom. */
const furthest = 4;

/** How many points a header stands higher or lower on another page at most. */
const sway = 8;

const fewestPages = 3;

/** A page’s number alone, with or without the word for it and the number of pages. */
const pageNumber = /^\p{P}*\s*(?:\p{L}+\.?\s+)?#(?:\s*(?:\p{L}+|\/|\||–|-)\s*#)?\s*\p{P}*$/u;

/** What stays the same of a header from page to page. */
function keyOf(line: PageLine): string {
  const text = line.segments.map((segment) => segment.text).join(' ');
  return text
    .replace(/\p{N}+/gu, '#')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** The lines at the top and at the bottom of a page, by what stays the same of them. */
function marginLines({ lines, height }: PageOfLines): PageLine[] {
  const down = lines.filter(({ turn }) => turn === 0).sort((one, other) => one.down - other.down);
  const atTop = down.slice(0, furthest).filter((line) => line.down < height * margin);
  const atBottom = down.slice(-furthest).filter((line) => line.down > height * (1 - margin));
  return [...new Set([...atTop, ...atBottom])];
}

/**
 * The lines that are running headers, running footers and page numbers: they stand in one place, at the top or the bottom, with the same words but
 * for numbers, on most pages, or on most left or most right pages.
 */
export function findFurniture(pages: readonly PageOfLines[]): ReadonlySet<PageLine> {
  const withText = pages.filter(({ lines }) => lines.length > 0);
  const byKey = new Map<string, PageLine[]>();
  for (const page of withText) {
    for (const line of marginLines(page)) {
      const key = keyOf(line);
      const known = byKey.get(key);
      if (known) known.push(line);
      else byKey.set(key, [line]);
    }
  }
  const found = new Set<PageLine>();
  for (const [key, lines] of byKey) {
    const byPlace = new Map<number, number>();
    const placeOf = ({ down }: PageLine): number => Math.round(down / sway);
    for (const line of lines) byPlace.set(placeOf(line), (byPlace.get(placeOf(line)) ?? 0) + 1);
    const most = Math.max(withText.length * 0.4, pageNumber.test(key) ? 2 : fewestPages);
    for (const line of lines) {
      const near = [-1, 0, 1].reduce((sum, step) => sum + (byPlace.get(placeOf(line) + step) ?? 0), 0);
      if (near >= most) found.add(line);
    }
  }
  return found;
}
