import { type Fault, fail, type Result, succeed } from '../../../../../core/result.ts';
import { type Sentence, say } from '../../../../../core/sentence.ts';
import type { PageStart } from '../../../../../core/statements/page-start.ts';
import type { Conversion, Convert } from '../conversion.ts';
import { joinBlocks } from '../join-blocks.ts';
import { refuseFormat } from '../refuse-format.ts';
import { refuseSize, refuseText } from '../refuse-source.ts';
import { hasBomb } from './check-streams.ts';
import { findFurniture } from './find-furniture.ts';
import { groupLines, measureLines } from './group-lines.ts';
import { loadPdfEngine, openPdf, type PdfDocument } from './pdf-engine.ts';
import { readPdfFacts } from './pdf-facts.ts';
import { type ReadPages, readPages, tooLargePdf } from './read-pages.ts';

const damaged = say(
  /*i18n*/ 'The file is no PDF, or is damaged: get it again from where it came from, or print it to a new PDF.',
);
const scanned = say(
  /*i18n*/ 'The PDF holds no text, only pictures of pages: have a program recognise the text (OCR), and import the PDF that it makes.',
);

/** Bytes in which a PDF says that it is one; some have a few others before it. */
const headLength = 1024;

/** The share of characters without a meaning from which a text is told to be in doubt. */
const doubtful = 0.1;

/** The most pages that a sentence names. */
const namedPages = 20;

function whyNotOpened(error: unknown): { readonly ok: false; readonly fault: Fault } {
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  return isLocked ? fail('invalid', refuseFormat('encrypted')) : fail('unreadable', damaged);
}

/** Pages as a sentence names them: by their places, from 1, with those that follow each other as a range. */
function namePages(places: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const place of places) {
    const open = ranges.at(-1);
    if (open && open[1] === place) open[1] = place + 1;
    else ranges.push([place + 1, place + 1]);
  }
  const names = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return names.length > namedPages ? `${names.slice(0, namedPages).join(', ')}, …` : names.join(', ');
}

async function hasFilledFields(document: PdfDocument): Promise<boolean> {
  try {
    const fields: unknown = await document.getFieldObjects();
    if (typeof fields !== 'object' || fields === null) return false;
    return Object.values(fields)
      .flat()
      .some((field) => typeof field?.value === 'string' && field.value.trim() !== '' && field.value !== 'Off');
  } catch {
    // A form that is broken is none.
    return false;
  }
}

async function describeRemarks(document: PdfDocument, { pages, broken }: ReadPages, text: string): Promise<Sentence[]> {
  const silent = [...pages.entries()].flatMap(([at, { lines }]) =>
    lines.length === 0 && !broken.includes(at) ? at : [],
  );
  const unknown = text.match(/[\ufffd\p{Co}]/gu)?.length ?? 0;
  return [
    silent.length > 0 &&
      say(/*i18n*/ 'Pages without any text, empty or scanned: {pages}. What a scan shows is not part of the text.', {
        pages: namePages(silent),
      }),
    broken.length > 0 &&
      say(/*i18n*/ 'Pages that are damaged, and whose text is missing: {pages}.', { pages: namePages(broken) }),
    unknown > doubtful * text.length &&
      say(/*i18n*/ 'The PDF does not say which letters many of its characters are: compare the text with the pages.'),
    (await hasFilledFields(document)) &&
      say(/*i18n*/ 'The PDF is a form: what was filled into its fields is not part of the text.'),
  ].filter((remark): remark is Sentence => remark !== false);
}

async function readLabels(document: PdfDocument): Promise<readonly string[]> {
  try {
    return (await document.getPageLabels()) ?? [];
  } catch {
    // Without labels pages are called by their places.
    return [];
  }
}

async function convertDocument(document: PdfDocument): Promise<Result<Conversion>> {
  const read = await readPages(document);
  if (!read.ok) return read;
  const { pages, broken } = read.value;
  if (pages.length > 0 && broken.length === pages.length) return fail('unreadable', damaged);
  const furniture = findFurniture(pages);
  const measures = measureLines(pages.map(({ lines }) => lines.filter((line) => !furniture.has(line))));
  const grouped = pages.map(({ lines }) => groupLines(lines, measures, (line) => furniture.has(line)));
  if (grouped.every((blocks) => blocks.length === 0)) return fail('invalid', scanned);
  const { text, structure, starts } = joinBlocks(grouped.flatMap((blocks) => blocks.map(({ block }) => block)));
  const refused = refuseText(text);
  if (refused !== null) return fail('invalid', refused);

  const labels = await readLabels(document);
  let at = 0;
  const pageStarts: PageStart[] = grouped.map((blocks, place) => {
    const start = starts[at] ?? text.length;
    at += blocks.length;
    return { start, label: labels[place]?.trim() || String(place + 1) };
  });
  const [facts, remarks] = await Promise.all([readPdfFacts(document), describeRemarks(document, read.value, text)]);
  return succeed({ format: 'pdf', text, structure, pages: pageStarts, facts, encoding: null, remarks });
}

/**
 * A PDF: the text that its pages draw, in the order they draw it, with the columns of a page one after the other; paragraphs, headings and rows of tables
 * told by where they stand, and what is repeated on most pages as furniture. Nothing is recognised in pictures. A page without text
 * begins where the next one with text does.
 */
export const convertPdf: Convert = async ({ bytes }): Promise<Result<Conversion>> => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headLength));
  const refused = refuseSize(bytes.byteLength);
  if (refused !== null) return fail('invalid', refused);
  if (!head.includes('%PDF-')) return fail('unreadable', damaged);
  if (await hasBomb(bytes)) return fail('invalid', tooLargePdf);
  const engine = await loadPdfEngine();
  let document: PdfDocument;
  try {
    document = await openPdf(engine, bytes);
  } catch (error) {
    return whyNotOpened(error);
  }
  try {
    return await convertDocument(document);
  } catch {
    // pdf.js throws whatever a broken document leads it to.
    return fail('unreadable', damaged);
  } finally {
    await document.loadingTask.destroy();
  }
};
