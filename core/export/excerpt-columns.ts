import { citationText } from '../citations/citer.ts';
import { type Report, type ReportExcerpt, type ReportTag, runsText } from '../report/report.ts';
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
 * The columns of a table of excerpts. Several speakers or tags are joined by `; `; `paragraph` is where the quotation
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
  column('start', ({ start }) => start),
  column('end', ({ end }) => end),
  column('sha256', (excerpt, report) => sourceOf(report, excerpt).sha256),
  column('citation', ({ citation }) => citationText(citation)),
  column('created', ({ created }) => created),
  column('modified', ({ modified }) => modified),
];

/** The columns of the codebook: each tag by its path, what it means, and how many excerpts of the report have it. */
export const codebookColumns: readonly CodebookColumn[] = [
  { name: 'tag', read: ({ path }) => path },
  { name: 'description', read: ({ description }) => description },
  { name: 'excerpts', read: ({ count }) => count },
];
