import { z } from 'zod';
import { Passage } from '../text/passage.ts';
import { ImportFormat, ReportLine } from './incoming.ts';

/** How many items of an import, and lines of its report, are shown at a time. */
export const importItemsAtATime = 200;

/** What becomes of an item: see `MergeRule` of `merge-work.ts`. */
export const ImportRule = z.enum(['later', 'both', 'mine', 'theirs']);
export type ImportRule = z.infer<typeof ImportRule>;

/** What somebody says of a record: a highlight's passage, note and tags (paths), or a name. */
const ItemSide = z.object({
  /** Words of the passage, or the name of a tag, a dossier or a search. */
  words: z.string(),
  note: z.string(),
  tags: z.array(z.string()),
  isDeleted: z.boolean(),
  /**
   * Who wrote last of it, by name or, where there is none, the beginning of an id; and when, ISO 8601. Empty where nobody says, and
   * where it was oneself and one has no name.
   */
  by: z.string(),
  at: z.string(),
});
export type ItemSide = z.infer<typeof ItemSide>;

/** One difference that an import would make, with both sides; `null` where one has nothing of it. */
export const ImportItem = z.object({
  /** As `itemKey` gives it: what `choices` are keyed by. */
  key: z.string(),
  kind: z.enum(['highlights', 'tags', 'dossiers', 'searches', 'statements', 'sets']),
  difference: z.enum(['new', 'changed', 'deleted', 'both-changed', 'deleted-there', 'deleted-here']),
  fields: z.array(z.string()),
  /** Of a highlight: where it is. */
  statement: z.string().nullable(),
  passage: Passage.nullable(),
  mine: ItemSide.nullable(),
  theirs: ItemSide.nullable(),
});
export type ImportItem = z.infer<typeof ImportItem>;

/** What was read of a file, before anything is taken from it. */
export const ImportSummary = z.object({
  /** What the import is called until it is applied or dropped. */
  token: z.string(),
  fileName: z.string(),
  format: ImportFormat,
  /** Whose work it is, by name; empty where the file does not say. */
  from: z.string(),
  /** How many items there are by difference, highlights alone and all. */
  counts: z.record(ImportItem.shape.difference, z.object({ highlights: z.int(), all: z.int() })),
  lineCounts: z.object({ taken: z.int(), changed: z.int(), refused: z.int() }),
  /** What the two disagree on first; then in the order of the file. */
  items: z.array(ImportItem).max(importItemsAtATime),
  itemCount: z.int().nonnegative(),
  /** What was changed or refused first. */
  lines: z.array(ReportLine).max(importItemsAtATime),
});
export type ImportSummary = z.infer<typeof ImportSummary>;

/** The formats that work is exported to. */
export const WorkFormat = z.enum([
  'attest',
  'web-annotation',
  'qdpx',
  'qdc',
  'taguette-highlights',
  'taguette-codebook',
]);
export type WorkFormat = z.infer<typeof WorkFormat>;

/** The formats that say of a note that it is private: in the others a private note would be one as any other, and stays out. */
export const withPrivateNotes: readonly WorkFormat[] = ['attest', 'web-annotation'];
