import { z } from 'zod';
import { Block } from './block.ts';
import { CatalogueRecord, StructureHint } from './catalogue.ts';
import { SourceFormat } from './own-statement.ts';
import { PageStart } from './page-start.ts';

/**
 * How a statement's file compares with its catalogue record: `verified` (same SHA-256), `changed` (readable, but not
 * the bytes that were catalogued), `missing` (not there) or `unreadable` (not UTF-8, or the system refuses it).
 */
export const Fixity = z.enum(['verified', 'changed', 'missing', 'unreadable']);
export type Fixity = z.infer<typeof Fixity>;

/** What is known of a statement that its user has imported. Times are ISO 8601 in UTC. */
export const OwnFacts = z.object({
  format: SourceFormat,
  /** In which encoding it was read; `null` where its format leaves no choice. */
  encoding: z.string().nullable(),
  /** SHA-256 of the file as it was imported; that of the record is of the text made of it. */
  original: z.string(),
  added: z.string(),
  modified: z.string(),
  /** The versions it has, the oldest first, by the SHA-256 of their texts. */
  versions: z.array(z.object({ added: z.string(), sha256: z.string(), name: z.string() })).min(1),
});
export type OwnFacts = z.infer<typeof OwnFacts>;

/** A catalogue record with what was found on the disk. `words` is 0 where there is no text. */
export const StatementSummary = z.object({
  ...CatalogueRecord.omit({ structure: true }).shape,
  fixity: Fixity,
  words: z.int().nonnegative(),
  /** Left out where it is one of the bundled collection. */
  own: OwnFacts.optional(),
});
export type StatementSummary = z.infer<typeof StatementSummary>;

/** A statement that can be read: `text` is decoded from UTF-8, a byte order mark dropped, line ends LF. */
export const Statement = z.object({
  summary: StatementSummary,
  /** SHA-256 of the bytes that `text` was decoded from. */
  sha256: z.string(),
  text: z.string(),
  blocks: z.array(Block),
  /** Its pages in the order of the document; empty or left out where it has none. */
  pages: z.array(PageStart).optional(),
  /** What its user has put right in its structure; left out where nobody can. */
  corrections: z.array(StructureHint).optional(),
});
export type Statement = z.infer<typeof Statement>;

/** The title to show: the document's own, or the supplied one in its brackets. */
export function titleOf(record: Pick<StatementSummary, 'title' | 'file'>): string {
  return record.title.value ?? record.file;
}
