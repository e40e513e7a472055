import { z } from 'zod';

/** Whether a time is one of the calendar, written as `Date` writes it. */
function isWrittenTime(time: string): boolean {
  const at = new Date(time);
  return !Number.isNaN(at.getTime()) && at.toISOString() === time;
}

/**
 * When and by whom something was written: ISO 8601 in UTC with milliseconds, a space, and the id of the workspace it was written in. As
 * text the later comes after the earlier; the empty one comes before all.
 */
export const Stamp = z.union([
  z.literal(''),
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [^\s]{1,200}$/u)
    .refine((stamp) => isWrittenTime(stamp.split(' ', 1)[0] ?? '')),
]);
export type Stamp = z.infer<typeof Stamp>;

/** What of the workspace is traced: its records by kind, which is also how their traces are called. */
export const tracedKinds = ['highlight', 'tag', 'dossier', 'search', 'statement', 'set'] as const;
export type TracedKind = (typeof tracedKinds)[number];

/** Whether a tag is on a highlight, since when, and its place among those that were put on with it. */
export const TagTrace = z.object({ on: z.boolean(), at: Stamp, n: z.int().nonnegative() });
export type TagTrace = z.infer<typeof TagTrace>;

/**
 * What merging must know of a record beyond what it says: when each field was written and by whom. A record without a trace was
 * written whole, by this workspace, when it says that it was modified.
 */
export const Trace = z.object({
  /** The kind and the id of its record: `highlight/…`. */
  id: z.string().min(1),
  /** Odd while the record is there: 1 at first, 2 when it was deleted, 3 when it was brought back. */
  lives: z.int().positive(),
  /** When this life began, or ended. */
  since: Stamp,
  /** When a field was written, where that was not `since`. */
  fields: z.record(z.string(), Stamp),
  /** Of a highlight: the tags that were taken off, or put on at another time than `since`. */
  tags: z.record(z.string(), TagTrace),
  /** What fields say that cannot be shown as they are, as a name that another tag has; `note: null` where the note is not known. */
  raw: z.record(z.string(), z.unknown()),
});
export type Trace = z.infer<typeof Trace>;

/** Somebody whose work was merged, or oneself: `id` is that of their workspace. */
export const Person = z.object({
  id: z.string().min(1),
  name: z.string(),
  /** When they gave themselves that name. */
  named: Stamp,
  /** The latest that was merged of what they wrote. */
  seen: Stamp,
});
export type Person = z.infer<typeof Person>;

/** How the trace of a record is called. */
export const traceId = (kind: TracedKind, id: string): string => `${kind}/${id}`;

/** The time of a stamp, ISO 8601 in UTC; empty for the empty one. */
export const timeOf = (stamp: Stamp): string => stamp.split(' ', 1)[0] ?? '';

/** The id of the workspace that wrote a stamp; empty for the empty one. */
export const writerOf = (stamp: Stamp): string => stamp.slice(timeOf(stamp).length + 1);

/** The stamp of `writer` at `now` (ISO 8601, UTC), or a millisecond after `before` where the clock does not say more. */
export function stampAfter(now: string, writer: string, before: Stamp): Stamp {
  const last = timeOf(before);
  const at = last !== '' && Date.parse(now) <= Date.parse(last) ? Date.parse(last) + 1 : Date.parse(now);
  return `${new Date(at).toISOString()} ${writer}`;
}

/** The later of two stamps. */
export const laterOf = (a: Stamp, b: Stamp): Stamp => (a < b ? b : a);
