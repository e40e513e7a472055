import { z } from 'zod';
import { Place } from '../statements/place.ts';
import { Fixity } from '../statements/statement.ts';

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
  isNotePrivate: z.boolean(),
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
  /** What the statement’s text was found to be; `null` where the library does not hold it. */
  fixity: Fixity.nullable(),
  created: z.string(),
  modified: z.string(),
});
export type Excerpt = z.infer<typeof Excerpt>;

/** How much of the text around the quotation goes with it; never across a paragraph's end. */
export const ExcerptContext = z.enum(['none', 'sentence', 'paragraph']);
export type ExcerptContext = z.infer<typeof ExcerptContext>;
