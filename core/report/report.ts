import { z } from 'zod';
import { CitationStyle } from '../citations/citation-style.ts';
import { Citation } from '../citations/citer.ts';
import { CslItem } from '../citations/csl-item.ts';
import { Excerpt, ExcerptContext } from '../excerpts/excerpt.ts';
import { PageRange } from '../statements/place.ts';

/**
 * A piece of a quotation or of its context. `words` are exactly those of the source between `start` and `end` (Unicode
 * code points of the decoded text, end exclusive); the others stand for words that are not shown: `text` is what is printed in their place,
 * “[…]” or “[name withheld 1]”.
 */
export const TextRun = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), text: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() }),
  z.object({ kind: z.literal('omission'), text: z.string() }),
  z.object({ kind: z.literal('withheld'), text: z.string() }),
]);
export type TextRun = z.infer<typeof TextRun>;

/** An excerpt as it is printed: names withheld, omissions marked, and nothing in it that is not to leave. */
export const ReportExcerpt = z.object({
  kind: z.literal('excerpt'),
  /** Its number in the report and of its footnote, from 1. */
  number: z.int().positive(),
  /** The id of its highlight. */
  id: z.string(),
  /** The item of the dossier, where it is from one. */
  item: z.string().nullable(),
  state: Excerpt.shape.state,
  fixity: Excerpt.shape.fixity,
  before: z.array(TextRun),
  quotation: z.array(TextRun),
  after: z.array(TextRun),
  /** Paths. */
  tags: z.array(z.string()),
  /** Empty where there is none, it is private, or notes are left out. */
  note: z.string(),
  /** The pages it stands on; left out where its statement has none, or that is not known. */
  pages: PageRange.optional(),
  /** Where among the paragraphs it stands, as “¶ 12”; empty where that is not known. */
  place: z.string(),
  /** Whose words it has, as the document labels them; words in capitals as the catalogue spells them. */
  speakers: z.array(z.string()),
  /** Which of the report's sources it is from: an index. */
  source: z.int().nonnegative(),
  /** The footnote. */
  citation: Citation,
  /** Code points of the decoded text, end exclusive. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  created: z.string(),
  modified: z.string(),
});
export type ReportExcerpt = z.infer<typeof ReportExcerpt>;

/** What a report consists of, one under the other. */
export const ReportPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.int().min(1).max(3), text: z.string() }),
  /** Connecting text: paragraphs with an empty line between them. */
  z.object({ kind: z.literal('text'), text: z.string() }),
  ReportExcerpt,
]);
export type ReportPart = z.infer<typeof ReportPart>;

/** A source of a report: a statement in one state of its bytes. */
export const ReportSource = z.object({
  statement: z.string(),
  title: z.string(),
  kind: z.string(),
  publisher: z.string(),
  /** EDTF; empty where unknown. */
  date: z.string(),
  /** Its file in the collection; empty where the collection does not hold it. */
  file: z.string(),
  /** Of the file of a bundled statement; of an imported one, of the text that was made of its file. */
  sha256: z.string(),
  /** The SHA-256 of an imported file; left out where that is not known, as of an earlier version. */
  original: z.string().optional(),
  /** Its entry in the bibliography. */
  entry: Citation,
  /** The source for reference managers. */
  csl: CslItem,
});
export type ReportSource = z.infer<typeof ReportSource>;

/** Something that is not as its user may expect. */
export const ReportWarning = z.object({
  kind: z.enum(['needs-review', 'orphaned', 'deleted-highlight', 'omission-lost', 'source-changed', 'source-missing']),
  /** The excerpt's number; `null` where it is not in the report. */
  number: z.int().nullable(),
});
export type ReportWarning = z.infer<typeof ReportWarning>;

/** A tag that stands in the report, for the codebook. `count` is of its excerpts in the report, each once. */
export const ReportTag = z.object({ path: z.string(), description: z.string(), count: z.int().nonnegative() });
export type ReportTag = z.infer<typeof ReportTag>;

/**
 * Everything that a document export is written from, and the preview shows. Names to be withheld stand in none of it.
 */
export const Report = z.object({
  title: z.string(),
  /** Who made it, where that is to be said. */
  author: z.string().nullable(),
  /** ISO 8601 in UTC. */
  madeAt: z.string(),
  style: CitationStyle,
  context: ExcerptContext,
  parts: z.array(ReportPart),
  /** In the order they are first quoted. */
  sources: z.array(ReportSource),
  tags: z.array(ReportTag),
  /** The marks that stand in place of names, and how often; in the order of the request, those never used too. */
  withheld: z.array(z.object({ mark: z.string(), count: z.int().nonnegative() })),
  warnings: z.array(ReportWarning),
});
export type Report = z.infer<typeof Report>;

/** What its user must know of a report. */
export const ReportRemarks = Report.pick({ warnings: true, withheld: true });
export type ReportRemarks = z.infer<typeof ReportRemarks>;

/** The excerpts of a report, in order. */
export function excerptsOf(report: Pick<Report, 'parts'>): ReportExcerpt[] {
  return report.parts.filter((part) => part.kind === 'excerpt');
}

/** Runs as they are printed. */
export function runsText(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join('');
}
