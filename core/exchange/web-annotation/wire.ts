import { z } from 'zod';
import { stableId } from '../../text/stable-id.ts';
import { Person, Stamp, TagTrace } from '../../workspace/trace.ts';
import {
  DossierRecord,
  HighlightRecord,
  isAlive,
  SearchRecord,
  SetRecord,
  StatementRecord,
  TagRecord,
  WorkSource,
} from '../work.ts';

/** A tag on a highlight, or one that was taken off it. */
export const WireTagging = TagTrace.extend({ tag: z.string() });
export type WireTagging = z.infer<typeof WireTagging>;

/** What an annotation of ours says beyond what Web Annotations have words for. */
export const WireHighlight = z.object({
  /** The id of the highlight, where it is not that of the annotation. */
  id: z.string().min(1).optional(),
  lives: z.int().positive(),
  since: Stamp,
  /** The id of one of the work's sources, and since when the highlight marks this place. */
  statement: z.string().min(1),
  at: Stamp,
  orphan: z.boolean(),
  isUnique: z.boolean(),
  /** UTF-16 positions that code points cannot say: outside the text, or inside a character. */
  position: z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }).optional(),
  /** Left out where the note is not known. Its words are the annotation's comment, and `mark` shows whether they still are. */
  note: z.object({ at: Stamp, isPrivate: z.boolean(), mark: z.string().optional() }).optional(),
  /** The tags that no body says: those taken off, and those that are gone. */
  taggings: z.array(WireTagging),
});
export type WireHighlight = z.infer<typeof WireHighlight>;

/** A mark of a note's words, by which it is seen that another program has put others in their place; none of no words. */
export function markOf(note: string): { readonly mark?: string } {
  return note === '' ? {} : { mark: stableId('attest:note', note) };
}

/** What a tagging body says beyond the tag's path. */
export const WireBodyTagging = WireTagging.omit({ on: true }).extend({ tag: z.string().min(1) });

/** Records as they stand in a list, each with its id. */
const wireRecord = <Shape extends z.ZodRawShape>(record: z.ZodObject<Shape>) =>
  z.object({ id: z.string().min(1), ...record.shape });

/** The lists of a work, and what stands in each. `highlights` are those that cannot be annotations: the deleted ones. */
export const wireLists = {
  people: Person,
  sources: WorkSource,
  tags: wireRecord(TagRecord),
  dossiers: wireRecord(DossierRecord),
  searches: wireRecord(SearchRecord),
  statements: wireRecord(StatementRecord),
  sets: wireRecord(SetRecord),
  highlights: wireRecord(HighlightRecord.omit({ tags: true }))
    .extend({ taggings: z.array(WireTagging) })
    // What marks a passage is an annotation: only as one it is looked for in the statements that are here.
    .refine(({ lives, fields }) => !isAlive({ lives }) || fields.place === undefined),
} as const;

/** The work that a file says it is of; what stands in the lists is read item by item. */
export const WireWork = z.object({
  version: z.int().positive(),
  writer: z.string().min(1).max(200),
  isPart: z.literal(true).optional(),
  people: z.array(z.unknown()),
  sources: z.array(z.unknown()),
  tags: z.array(z.unknown()),
  dossiers: z.array(z.unknown()),
  searches: z.array(z.unknown()),
  /** Left out where there are none, as in every file from before there could be. */
  statements: z.array(z.unknown()).default([]),
  sets: z.array(z.unknown()).default([]),
  highlights: z.array(z.unknown()),
});
export type WireWork = z.infer<typeof WireWork>;
