import { z } from 'zod';
import { Block } from './block.ts';
import { CatalogueRecord } from './catalogue.ts';

/**
 * How a statement's file compares with its catalogue record: `verified` (same SHA-256), `changed` (readable, but not
 * the bytes that were catalogued), `missing` (not there) or `unreadable` (not UTF-8, or the system refuses it).
 */
export const Fixity = z.enum(['verified', 'changed', 'missing', 'unreadable']);
export type Fixity = z.infer<typeof Fixity>;

/** A catalogue record with what was found on the disk. `words` is 0 where there is no text. */
export const StatementSummary = z.object({
  ...CatalogueRecord.omit({ structure: true }).shape,
  fixity: Fixity,
  words: z.int().nonnegative(),
});
export type StatementSummary = z.infer<typeof StatementSummary>;

/** A statement that can be read: `text` is decoded from UTF-8, a byte order mark dropped, line ends LF. */
export const Statement = z.object({
  summary: StatementSummary,
  /** SHA-256 of the bytes that `text` was decoded from. */
  sha256: z.string(),
  text: z.string(),
  blocks: z.array(Block),
});
export type Statement = z.infer<typeof Statement>;

/** The title to show: the document's own, or the supplied one in its brackets. */
export function titleOf(record: Pick<StatementSummary, 'title' | 'file'>): string {
  return record.title.value ?? record.file;
}
