import { z } from 'zod';
import { TagFilter } from '../highlights/filter-by-tags.ts';
import { Place } from '../statements/block.ts';

/**
 * A highlight on its way into a report. `quotation` equals the statement's decoded text between `start` and `end`,
 * which count Unicode code points (end exclusive), as every offset that leaves the program does. Where the highlight
 * needs review or is orphaned, `quotation` is the text as it was marked, and the position the one it had then.
 */
export const Excerpt = z.object({
  id: z.string(),
  state: z.enum(['anchored', 'needs-review', 'orphaned']),
  quotation: z.string(),
  before: z.string(),
  after: z.string(),
  /** The paths of its tags, as `detention/conditions`. */
  tags: z.array(z.string()),
  note: z.string(),
  statement: z.string(),
  title: z.string(),
  publisher: z.string(),
  /** EDTF; empty where unknown. */
  date: z.string(),
  place: Place.nullable(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** SHA-256 of the bytes that were quoted from. */
  sha256: z.string(),
  created: z.string(),
  modified: z.string(),
});
export type Excerpt = z.infer<typeof Excerpt>;

/**
 * Which highlights go into an export: those that pass the choice by tags and are in one of the statements, which are
 * ids. An empty list restricts nothing.
 */
export const ExcerptFilter = z.object({ ...TagFilter.shape, statements: z.array(z.string()) });
export type ExcerptFilter = z.infer<typeof ExcerptFilter>;

/** How much of the text around the quotation goes with it; never across a paragraph's end. */
export const ExcerptContext = z.enum(['none', 'sentence', 'paragraph']);
export type ExcerptContext = z.infer<typeof ExcerptContext>;

/** The export formats, by the extension of their files. */
export const ExportFormat = z.enum(['md', 'csv', 'json']);
export type ExportFormat = z.infer<typeof ExportFormat>;
