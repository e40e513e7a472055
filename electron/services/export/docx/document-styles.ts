import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';

/** The ids of the paragraph styles that a report uses beside Word's own. */
export const paragraphStyles = {
  byline: 'ReportByline',
  text: 'ReportText',
  lead: 'ExcerptLead',
  /** Everything in such a paragraph is quotation; the reader of exports counts on it. */
  quotation: 'ExcerptQuotation',
  context: 'ExcerptContext',
  details: 'ExcerptDetails',
  cell: 'SourceCell',
  hash: 'SourceHash',
} as const;

/** Fonts by name only: a serif that is everywhere, one for scripts that it has not, and one for hashes. */
const serif = { ascii: 'Georgia', hAnsi: 'Georgia', cs: 'Times New Roman', eastAsia: 'Times New Roman' };
const monospaced = { ascii: 'Courier New', hAnsi: 'Courier New', cs: 'Courier New', eastAsia: 'Courier New' };

/** For what stands beside the text: dark enough to be read in print, lighter than the text. */
export const quietColor = '595959';
const inkColor = '1A1A1A';

/** Line heights are in 240ths of a line. */
const lineRule = LineRuleType.AUTO;

/** Twentieths of a point. */
const quotationIndent = 454;

const custom: readonly IParagraphStyleOptions[] = [
  {
    id: paragraphStyles.byline,
    name: 'Report Byline',
    basedOn: 'Normal',
    quickFormat: true,
    run: { color: quietColor, size: 20 },
    paragraph: { spacing: { after: 60 } },
  },
  {
    id: paragraphStyles.text,
    name: 'Report Text',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { spacing: { before: 200, after: 140, line: 288, lineRule } },
  },
  {
    id: paragraphStyles.lead,
    name: 'Excerpt Lead',
    basedOn: 'Normal',
    next: paragraphStyles.quotation,
    quickFormat: true,
    run: { noProof: true, color: quietColor, size: 19 },
    paragraph: { spacing: { before: 300, after: 60, line: 252, lineRule }, keepNext: true, keepLines: true },
  },
  {
    id: paragraphStyles.quotation,
    name: 'Excerpt Quotation',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    // Names and transcripts are full of words that a spelling checker would offer to change.
    run: { noProof: true },
    paragraph: {
      indent: { left: quotationIndent, right: quotationIndent },
      spacing: { before: 80, after: 80, line: 300, lineRule },
    },
  },
  {
    id: paragraphStyles.context,
    name: 'Excerpt Context',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { noProof: true, color: quietColor, size: 19 },
    paragraph: {
      indent: { left: quotationIndent, right: quotationIndent },
      spacing: { before: 80, after: 80, line: 264, lineRule },
      keepNext: true,
    },
  },
  {
    id: paragraphStyles.details,
    name: 'Excerpt Details',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { color: quietColor, size: 18 },
    paragraph: {
      indent: { left: quotationIndent, right: quotationIndent },
      spacing: { after: 40, line: 252, lineRule },
      keepLines: true,
    },
  },
  {
    id: paragraphStyles.cell,
    name: 'Source Cell',
    basedOn: 'Normal',
    run: { size: 18 },
    paragraph: { spacing: { after: 20, line: 245, lineRule } },
  },
  {
    id: paragraphStyles.hash,
    name: 'Source Hash',
    basedOn: paragraphStyles.cell,
    run: { font: monospaced, noProof: true, size: 15 },
  },
];

/** The looks of a report: one serif, sizes that step down evenly, colour only to quieten what is beside the text. */
export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: serif,
        size: 22,
        color: inkColor,
        language: { value: 'en', eastAsia: 'en', bidirectional: 'ar' },
      },
      paragraph: { spacing: { after: 140, line: 288, lineRule } },
    },
    title: {
      run: { font: serif, bold: true, color: inkColor, size: 40 },
      paragraph: { spacing: { after: 160, line: 264, lineRule }, alignment: AlignmentType.START, keepNext: true },
    },
    heading1: {
      run: { font: serif, bold: true, color: inkColor, size: 30 },
      paragraph: { spacing: { before: 440, after: 120 }, keepNext: true, keepLines: true },
    },
    heading2: {
      run: { font: serif, bold: true, color: inkColor, size: 25 },
      paragraph: { spacing: { before: 340, after: 100 }, keepNext: true, keepLines: true },
    },
    heading3: {
      run: { font: serif, bold: true, italics: true, color: inkColor, size: 22 },
      paragraph: { spacing: { before: 280, after: 80 }, keepNext: true, keepLines: true },
    },
    footnoteText: {
      run: { font: serif, size: 18 },
      paragraph: { spacing: { after: 40, line: 245, lineRule } },
    },
  },
  paragraphStyles: [...custom],
};
