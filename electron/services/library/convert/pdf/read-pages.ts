import { fail, type Result, succeed } from '../../../../../core/result.ts';
import { say } from '../../../../../core/sentence.ts';
import { longestText } from '../conversion.ts';
import type { PageOfLines } from './find-furniture.ts';
import { orderColumns } from './order-columns.ts';
import { readPageLines, type TextPiece } from './page-lines.ts';
import type { PdfDocument, PdfPage } from './pdf-engine.ts';

/** What is read of a document. */
export interface ReadPages {
  readonly pages: readonly PageOfLines[];
  /** Pages that could not be read, by their places, from 0. */
  readonly broken: readonly number[];
}

/** The most pages of one document, and the most milliseconds that reading them takes. */
const mostPages = 10_000;
const mostTime = 5 * 60_000;

/** A PDF that would take too much time and memory. */
export const tooLargePdf = say(
  /*i18n*/ 'The PDF is larger than what is read, or reading it takes too long: divide it, and import the parts.',
);

/** The most pieces of text of one page, and the most lines of a document; what has more is drawn, and not written. */
const mostPieces = 100_000;
const mostLines = 1_000_000;

/** What is left of what a document may take. */
interface Budget {
  letters: number;
  lines: number;
  readonly until: number;
}

class PdfTooLarge extends Error {}

function spend(budget: Budget, letters: number): void {
  budget.letters -= letters;
  if (budget.letters < 0 || performance.now() > budget.until) throw new PdfTooLarge();
}

async function readPieces(page: PdfPage, budget: Budget) {
  const pieces: TextPiece[] = [];
  const vertical = new Set<string>();
  const reader = page.streamTextContent({ disableNormalization: true }).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      for (const item of read.value.items) {
        if (!('str' in item)) continue;
        pieces.push(item);
        if (pieces.length > mostPieces) throw new PdfTooLarge();
        spend(budget, item.str.length);
      }
      for (const [name, style] of Object.entries<{ readonly vertical: boolean }>(read.value.styles)) {
        if (style.vertical) vertical.add(name);
      }
      spend(budget, 0);
    }
  } catch (error) {
    // pdf.js goes on only once nothing waits to be read.
    await reader.cancel(error);
    throw error;
  }
  return { pieces, vertical };
}

async function readPage(page: PdfPage, budget: Budget): Promise<PageOfLines> {
  const { transform, height } = page.getViewport({ scale: 1 });
  const { pieces, vertical } = await readPieces(page, budget);
  const lines = readPageLines(pieces, transform, (name) => vertical.has(name));
  budget.lines -= lines.length;
  if (budget.lines < 0) throw new PdfTooLarge();
  return { lines: orderColumns(lines), height };
}

/**
 * Reads the lines of all pages. A page that is broken has none. Refuses with one sentence what has too many pages, too much text, or takes
 * too long.
 */
export async function readPages(document: PdfDocument): Promise<Result<ReadPages>> {
  if (document.numPages > mostPages) return fail('invalid', tooLargePdf);
  const budget: Budget = { letters: longestText, lines: mostLines, until: performance.now() + mostTime };
  const pages: PageOfLines[] = [];
  const broken: number[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      const page = await document.getPage(number);
      pages.push(await readPage(page, budget));
      page.cleanup();
    } catch (error) {
      if (error instanceof PdfTooLarge) return fail('invalid', tooLargePdf);
      broken.push(number - 1);
      pages.push({ lines: [], height: 0 });
    }
  }
  return succeed({ pages, broken });
}
