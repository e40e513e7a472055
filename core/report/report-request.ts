import { z } from 'zod';
import { CitationStyle } from '../citations/citation-style.ts';
import { ExcerptContext } from '../excerpts/excerpt.ts';
import { ExcerptFilter, ExcerptGrouping } from '../excerpts/excerpt-filter.ts';

/** What goes into a report: highlights that a filter lets through, in groups; or a dossier (by id), in its order. */
export const ReportSelection = z.discriminatedUnion('of', [
  z.object({ of: z.literal('excerpts'), filter: ExcerptFilter, groupBy: ExcerptGrouping }),
  z.object({ of: z.literal('dossier'), dossier: z.string() }),
]);
export type ReportSelection = z.infer<typeof ReportSelection>;

/** The longest list of names to withhold, and the longest of them in UTF-16 units. */
export const withheldNamesLimit = 200;
const withheldNameLimit = 500;

/** How a report is made. Private notes are in none. */
export const ReportOptions = z.object({
  context: ExcerptContext,
  style: CitationStyle,
  /** With the notes that are not private. */
  hasNotes: z.boolean(),
  /** With the name in the settings. */
  hasAuthor: z.boolean(),
  /**
   * People whose names are withheld everywhere, each by a mark of its own. One string for each person: a name, or several
   * separated by `;`. Other spellings of a name are withheld too. Blank rows are left out.
   */
  withheld: z
    .array(z.string().max(withheldNameLimit))
    .max(withheldNamesLimit)
    .transform((names) => names.map((name) => name.trim()).filter((name) => name !== '')),
});
export type ReportOptions = z.infer<typeof ReportOptions>;

/** What to make a report of, and how. */
export const ReportRequest = z.object({ selection: ReportSelection, options: ReportOptions });
export type ReportRequest = z.infer<typeof ReportRequest>;

/** The options before anybody has chosen any. */
export const initialReportOptions: ReportOptions = {
  context: 'sentence',
  style: 'chicago',
  hasNotes: true,
  hasAuthor: false,
  withheld: [],
};
