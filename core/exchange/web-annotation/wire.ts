import { z } from 'zod';
import { stableId } from '../../text/stable-id.ts';
import { Person, Stamp, TagTrace, timeOf } from '../../workspace/trace.ts';
import { DossierRecord, HighlightRecord, SearchRecord, TagRecord, WorkSource } from '../work.ts';

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
  highlights: wireRecord(HighlightRecord.omit({ tags: true })).extend({ taggings: z.array(WireTagging) }),
} as const;

/** The work that a file says it is of; what stands in the lists is read item by item. */
export const WireWork = z.object({
  version: z.int().positive(),
  writer: z.string().min(1).max(200),
  people: z.array(z.unknown()),
  sources: z.array(z.unknown()),
  tags: z.array(z.unknown()),
  dossiers: z.array(z.unknown()),
  searches: z.array(z.unknown()),
  highlights: z.array(z.unknown()),
});
export type WireWork = z.infer<typeof WireWork>;

/** More lives than this no record has had; and a number that counts on from there must stay one. */
const mostLives = 1_000_000;
/** A clock may be wrong, but a time after this could not be followed by any other. */
const latestTime = Date.UTC(3000, 0, 1);

/** Whether an ISO 8601 time is one, and not so late that nothing could be written after it. */
export function isSoundTime(time: string): boolean {
  const at = Date.parse(time);
  return at < latestTime && at >= Date.UTC(1, 0, 1);
}

/** What of a record is its history. */
export interface WithHistory {
  readonly lives?: number;
  readonly since?: Stamp;
  readonly created?: string;
  readonly modified?: string;
  readonly named?: Stamp;
  readonly seen?: Stamp;
  readonly fields?: Readonly<Record<string, { readonly at: Stamp } | undefined>>;
  readonly taggings?: readonly { readonly at: Stamp; readonly n: number }[];
}

/** Whether what a file says of a record's history can be: times that exist, and numbers that can be counted on from. */
export function hasSoundHistory(record: WithHistory): boolean {
  const { lives = 1, since = '', created, modified, fields = {}, taggings = [] } = record;
  const { named = '', seen = '' } = record;
  const stamps = [
    since,
    named,
    seen,
    ...Object.values(fields).map((field) => field?.at ?? ''),
    ...taggings.map(({ at }) => at),
  ];
  const times = [...stamps.filter((at) => at !== '').map(timeOf), created ?? null, modified ?? null];
  return (
    lives <= mostLives &&
    taggings.every(({ n }) => n <= mostLives) &&
    times.every((time) => time === null || isSoundTime(time))
  );
}
