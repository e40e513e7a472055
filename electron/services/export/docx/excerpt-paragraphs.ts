import { Bookmark, BookmarkEnd, BookmarkStart, FootnoteReferenceRun, Paragraph, type ParagraphChild } from 'docx';
import { contextText, describePosition, describeState } from '../../../../core/export/report-words.ts';
import { type ReportExcerpt, runsText, type TextRun } from '../../../../core/report/report.ts';
import { paragraphStyles } from './document-styles.ts';
import { isRightToLeft, textRuns } from './text-runs.ts';

/** What the bookmark around a quotation is called, before the excerpt's number. */
export const bookmarkPrefix = 'attest_';

/** The reference to an excerpt's footnote. It is written once, in its order with the others, and tells so. */
class CountedReference extends FootnoteReferenceRun {
  readonly #onWritten: () => void;

  constructor(number: number, onWritten: () => void) {
    super(number);
    this.#onWritten = onWritten;
  }

  override prepForXml(
    ...context: Parameters<FootnoteReferenceRun['prepForXml']>
  ): ReturnType<FootnoteReferenceRun['prepForXml']> {
    this.#onWritten();
    return super.prepForXml(...context);
  }
}

/** Up to this length, in UTF-16 units, a quotation stays on one page with what stands under it. */
const shortQuotation = 600;

/** A bookmark around a quotation. Its number is the excerpt's: the package would count on from one document to the next. */
class QuotationBookmark extends Bookmark {
  readonly #number: number;

  constructor(number: number, children: readonly ParagraphChild[]) {
    super({ id: `${bookmarkPrefix}${number}`, children });
    this.#number = number;
  }

  override get writtenAs(): Bookmark['writtenAs'] {
    return [
      new BookmarkStart(`${bookmarkPrefix}${this.#number}`, this.#number),
      ...this.children,
      new BookmarkEnd(this.#number),
    ];
  }
}

function writeContext(label: string, runs: readonly TextRun[]): Paragraph[] {
  const text = contextText(runs);
  if (text === '') return [];
  return [
    new Paragraph({
      style: paragraphStyles.context,
      ...(isRightToLeft(text) && { bidirectional: true }),
      children: [...textRuns(`${label}: `, { italics: true }), ...textRuns(text)],
    }),
  ];
}

function writeQuotation({ number, quotation }: ReportExcerpt, onWritten: () => void): Paragraph {
  const text = runsText(quotation);
  return new Paragraph({
    style: paragraphStyles.quotation,
    keepNext: text.length <= shortQuotation,
    ...(isRightToLeft(text) && { bidirectional: true }),
    children: [new QuotationBookmark(number, textRuns(text)), new CountedReference(number, onWritten)],
  });
}

function writeDetails(excerpt: ReportExcerpt): Paragraph[] {
  const details = [
    ['Tags: ', excerpt.tags.join(', ')],
    ['Note: ', excerpt.note.trim()],
    ['State: ', describeState(excerpt) ?? ''],
  ].filter(([, text]) => text !== '');
  return [...details, ['', describePosition(excerpt)]].map(
    ([label = '', text = ''], index) =>
      new Paragraph({
        style: paragraphStyles.details,
        keepNext: index < details.length,
        children: [...textRuns(label, { italics: true }), ...textRuns(text)],
      }),
  );
}

/**
 * An excerpt as paragraphs: the quotation between bookmarks, its context and the facts about it in a quieter look. `lead`
 * stands over it: what it is from and where, empty where there is nothing to say. `onWritten` is called when the package
 * turns the excerpt into XML.
 */
export function excerptParagraphs(excerpt: ReportExcerpt, lead: string, onWritten: () => void): Paragraph[] {
  return [
    ...(lead === '' ? [] : [new Paragraph({ style: paragraphStyles.lead, children: textRuns(lead) })]),
    ...writeContext('Before', excerpt.before),
    writeQuotation(excerpt, onWritten),
    ...writeContext('After', excerpt.after),
    ...writeDetails(excerpt),
  ];
}
