import { citationText } from '../citations/citer.ts';
import { excerptsOf, type Report, type ReportExcerpt, type ReportTag, runsText } from '../report/report.ts';
import { sourceOf } from './source-of.ts';

/** A column of a table with one row an excerpt. `read` gives the cell as it is, with no protection against formulas. */
export interface ExcerptColumn {
  readonly name: string;
  readonly read: (excerpt: ReportExcerpt, report: Report) => string | number;
}

/** A column of the codebook: one row a tag. */
export interface CodebookColumn {
  readonly name: string;
  readonly read: (tag: ReportTag) => string | number;
}

const column = (name: string, read: ExcerptColumn['read']): ExcerptColumn => ({ name, read });

/**
 * The columns of a table of excerpts that stand on no pages. Several speakers or tags are joined by `; `; `paragraph` is where the quotation
 * stands without its “¶”; `start` and `end` count Unicode code points of the decoded text, end exclusive; `date` is EDTF.
 */
export const excerptColumns: readonly ExcerptColumn[] = [
  column('number', ({ number }) => number),
  column('id', ({ id }) => id),
  column('statement', (excerpt, report) => sourceOf(report, excerpt).statement),
  column('title', (excerpt, report) => sourceOf(report, excerpt).title),
  column('publisher', (excerpt, report) => sourceOf(report, excerpt).publisher),
  column('date', (excerpt, report) => sourceOf(report, excerpt).date),
  column('paragraph', ({ place }) => place.replace(/^¶+ /u, '')),
  column('speaker', ({ speakers }) => speakers.join('; ')),
  column('quotation', ({ quotation }) => runsText(quotation)),
  column('before', ({ before }) => runsText(before)),
  column('after', ({ after }) => runsText(after)),
  column('tags', ({ tags }) => tags.join('; ')),
  column('note', ({ note }) => note),
  column('state', ({ state }) => state),
  column('fixity', ({ fixity }) => fixity ?? ''),
  column('start', ({ start }) => start),
  column('end', ({ end }) => end),
  column('sha256', (excerpt, report) => sourceOf(report, excerpt).sha256),
  column('citation', ({ citation }) => citationText(citation)),
  column('created', ({ created }) => created),
  column('modified', ({ modified }) => modified),
];

const paragraphAt = excerptColumns.findIndex(({ name }) => name === 'paragraph');

/** As “3” or “3–4”, in the document’s own labels; empty for what has no pages. */
const pageColumn = column('page', ({ pages }) => (pages ? [...new Set([pages.first, pages.last])].join('–') : ''));

/** The columns of a table of the excerpts of `report`: where any of them has pages, with `page` before `paragraph`. */
export function columnsFor(report: Report): readonly ExcerptColumn[] {
  const hasPages = excerptsOf(report).some(({ pages }) => pages !== undefined);
  return hasPages ? excerptColumns.toSpliced(paragraphAt, 0, pageColumn) : excerptColumns;
}

/** The columns of the codebook: each tag by its path, what it means, and how many excerpts of the report have it. */
export const codebookColumns: readonly CodebookColumn[] = [
  { name: 'tag', read: ({ path }) => path },
  { name: 'description', read: ({ description }) => description },
  { name: 'excerpts', read: ({ count }) => count },
];
