import { z } from 'zod';
import { Change, ChangeSummary } from './change.ts';

/** Which host a change came through. */
export const HostName = z.enum(['desktop', 'browser', 'command line']);
export type HostName = z.infer<typeof HostName>;

/** Whether a change was made, taken back or made again. */
const Action = z.enum(['do', 'undo', 'redo']);
export type Action = z.infer<typeof Action>;

/** A change as the journal keeps it. `at` is ISO 8601 in UTC; `by` is the name in the settings then, which may be empty. */
export const JournalEntry = z.object({
  at: z.string(),
  by: z.string(),
  host: HostName,
  action: Action,
  change: Change,
});
export type JournalEntry = z.infer<typeof JournalEntry>;

/** A highlight as it was at some time, in words: `tags` are paths, as far as the codebook still has them. */
export const HighlightVersion = z.object({
  statement: z.string(),
  quote: z.string(),
  tags: z.array(z.string()),
  note: z.string(),
  isNotePrivate: z.boolean(),
  orphan: z.boolean(),
});
export type HighlightVersion = z.infer<typeof HighlightVersion>;

/**
 * One line of the history: who changed what when. `sequence` counts the changes of a workspace from 1. `highlights` are
 * the first few that the change touched, each before and after; `null` where there was none or is none any more.
 */
export const HistoryEntry = z.object({
  sequence: z.int().positive(),
  at: z.string(),
  by: z.string(),
  host: HostName,
  action: Action,
  summary: ChangeSummary,
  highlights: z.array(
    z.object({ id: z.string(), before: HighlightVersion.nullable(), after: HighlightVersion.nullable() }),
  ),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** How many of the highlights that a change touched its history entry shows. */
export const shownInHistory = 3;

/** A part of the history, newest first. `hasMore` where older entries are kept. */
export const HistoryPage = z.object({ entries: z.array(HistoryEntry), hasMore: z.boolean() });
export type HistoryPage = z.infer<typeof HistoryPage>;
