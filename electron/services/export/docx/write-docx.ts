import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { recordOf } from '../../../../core/export/export-record.ts';
import { printable } from '../../../../core/export/print-text.ts';
import {
  describeQuotations,
  describeReport,
  leadExcerpts,
  paragraphsOf,
} from '../../../../core/export/report-words.ts';
import { excerptsOf, type Report, type ReportPart } from '../../../../core/report/report.ts';
import { escapeXml, finishPackage } from '../office-package.ts';
import { documentStyles, paragraphStyles, quietColor } from './document-styles.ts';
import { excerptParagraphs } from './excerpt-paragraphs.ts';
import { sourceTable } from './source-table.ts';
import { citationRuns, isRightToLeft, textRuns } from './text-runs.ts';

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

/** After how many excerpts the progress is told. Each takes two steps of much the same length: built, and written. */
const progressEvery = 100;

/** A4 with margins of 2.5 cm, in twentieths of a point. */
const page = { size: { width: 11906, height: 16838 }, margin: { top: 1418, right: 1418, bottom: 1418, left: 1418 } };

const textParagraph = (text: string): Paragraph =>
  new Paragraph({
    style: paragraphStyles.text,
    ...(isRightToLeft(text) && { bidirectional: true }),
    children: textRuns(text),
  });

function writeFront(report: Report): Paragraph[] {
  const lines = [...(report.author === null ? [] : [report.author]), describeReport(report)];
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(report.title) }),
    ...lines.map((line) => new Paragraph({ style: paragraphStyles.byline, children: textRuns(line) })),
  ];
}

function writePart(part: ReportPart, leads: ReadonlyMap<number, string>, onStep: () => void): Paragraph[] {
  if (part.kind === 'excerpt') {
    onStep();
    return excerptParagraphs(part, leads.get(part.number) ?? '', onStep);
  }
  if (part.kind === 'text') return paragraphsOf(part.text).map(textParagraph);
  const level = part.level === 1 || part.level === 2 ? part.level : 3;
  return [
    new Paragraph({
      heading: headingLevels[level],
      ...(isRightToLeft(part.text) && { bidirectional: true }),
      children: textRuns(part.text),
    }),
  ];
}

function writeSources(report: Report): FileChild[] {
  if (report.sources.length === 0) return [];
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: textRuns('Sources') }),
    sourceTable(report.sources),
    new Paragraph({
      style: paragraphStyles.byline,
      spacing: { before: 240 },
      children: textRuns(describeQuotations(report)),
    }),
  ];
}

function coreProperties({ title, author, madeAt }: Report): string {
  const creator = author === null ? '' : `<dc:creator>${escapeXml(printable(author))}</dc:creator>`;
  const time = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(printable(title))}</dc:title>${creator}${time('created')}${time('modified')}<dc:language>en</dc:language></cp:coreProperties>`;
}

function documentOf(report: Report, body: readonly FileChild[]): Document {
  const quiet = { size: 17, color: quietColor };
  const header = new Paragraph({ alignment: AlignmentType.END, children: textRuns(report.title, quiet) });
  const footer = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ ...quiet, children: [PageNumber.CURRENT] })],
  });
  const footnotes = excerptsOf(report).map(({ number, citation }) => [
    number,
    { children: [new Paragraph({ style: 'FootnoteText', children: [...textRuns(' '), ...citationRuns(citation)] })] },
  ]);
  return new Document({
    // The package names an author of its own where none is given.
    creator: '',
    lastModifiedBy: '',
    styles: documentStyles,
    footnotes: Object.fromEntries(footnotes),
    sections: [
      {
        properties: { page, titlePage: true },
        headers: { default: new Header({ children: [header] }), first: new Header({ children: [new Paragraph('')] }) },
        footers: { default: new Footer({ children: [footer] }), first: new Footer({ children: [footer] }) },
        children: body,
      },
    ],
  });
}

/**
 * The report as a Word document (.docx): quotations between bookmarks `attest_<number>` with a footnote each, a table of
 * the sources, and the record of the excerpts as a custom XML part. The file says nothing of who made it but the report's
 * author, and one report gives the same bytes each time. `onProgress` is told now and then how many excerpts are done.
 */
export async function writeDocx(report: Report, onProgress?: (done: number) => void): Promise<Uint8Array> {
  let steps = 0;
  const onStep = (): void => {
    steps += 1;
    if (steps % (2 * progressEvery) === 0) onProgress?.(steps / 2);
  };
  const leads = leadExcerpts(report);
  const body = [
    ...writeFront(report),
    ...report.parts.flatMap((part) => writePart(part, leads, onStep)),
    ...writeSources(report),
  ];
  const bytes = await Packer.pack(documentOf(report, body), 'uint8array');
  return finishPackage(bytes, {
    mainPart: 'word/document.xml',
    record: recordOf(report),
    changes: { 'docProps/core.xml': () => coreProperties(report) },
  });
}
