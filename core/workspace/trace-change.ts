import type { Change, Patch } from './change.ts';
import { isSameData } from './is-same-data.ts';
import { type Stamp, stampAfter, type TagTrace, type Trace, type TracedKind, tracedKinds, traceId } from './trace.ts';
import {
  arrivalsOf,
  arrivalsUnshown,
  defaultTrace,
  inTaggingOrder,
  type TracedRecords,
  tagTraces,
  tracedFields,
} from './traced-fields.ts';
import type { Workspace } from './workspace.ts';

/** When a change is made, ISO 8601 in UTC. */
interface Moment {
  readonly now: string;
  readonly writer: string;
}

type TracedPatch = Extract<Patch, { readonly of: TracedKind }>;

function isTraced(patch: Patch): patch is TracedPatch {
  return tracedKinds.some((kind) => kind === patch.of);
}

/** The tags of a highlight that was changed, with those that were put on, taken off or put in another order written anew. */
function retag(before: readonly string[], after: readonly string[], trace: Trace, { now, writer }: Moment) {
  const tags = new Map<string, TagTrace>(Object.entries(trace.tags));
  const known = tagTraces(before, trace);
  const write = (tag: string, on: boolean, n: number): void => {
    tags.set(tag, { on, at: stampAfter(now, writer, known.get(tag)?.at ?? ''), n });
  };
  for (const tag of before) if (!after.includes(tag)) write(tag, false, 0);
  for (const [n, tag] of after.entries()) if (!before.includes(tag)) write(tag, true, n);
  for (const [n, tag] of after.entries()) {
    const own = known.get(tag);
    // Its place among the others says when it came: it stays, though another before it is gone.
    if (own && !tags.has(tag) && own.n !== n) tags.set(tag, own);
  }
  const all = tagTraces(after, { ...trace, tags: Object.fromEntries(tags) });
  const shown = inTaggingOrder([...all].filter(([tag]) => after.includes(tag)));
  if (shown.join() !== after.join()) for (const [n, tag] of after.entries()) write(tag, true, n);
  return Object.fromEntries(tags);
}

/** Keeps in `raw` when versions came that are not shown any more. */
function keepArrivals(raw: Record<string, unknown>, was: object, is: object): void {
  const unshown = Object.entries({ ...(raw[arrivalsUnshown] as object | undefined), ...was }).filter(
    ([field]) => !Object.hasOwn(is, field),
  );
  if (unshown.length > 0) raw[arrivalsUnshown] = Object.fromEntries(unshown);
  else delete raw[arrivalsUnshown];
}

/** The trace after a record was changed from `before`, both there. */
function traceEdit<Kind extends TracedKind>(
  kind: Kind,
  before: TracedRecords[Kind],
  after: TracedRecords[Kind],
  trace: Trace,
  moment: Moment,
): Trace {
  const fields: Record<string, Stamp> = { ...trace.fields };
  const raw = { ...trace.raw };
  const [was, is] = [tracedFields(kind, before), tracedFields(kind, after)];
  const write = (field: string): void => {
    fields[field] = stampAfter(moment.now, moment.writer, fields[field] ?? trace.since);
  };
  for (const [field, value] of Object.entries(is)) {
    if (isSameData(was[field], value)) continue;
    write(field);
    delete raw[field];
  }
  // Only versions of statements come and go: others who have one are told that it is out.
  for (const [field, value] of Object.entries(was)) {
    if (Object.hasOwn(is, field)) continue;
    write(field);
    raw[field] = { ...(value as object), isOut: true };
  }
  if ('versions' in before && 'versions' in after) keepArrivals(raw, arrivalsOf(before), arrivalsOf(after));
  const tags = 'tags' in before && 'tags' in after ? retag(before.tags, after.tags, trace, moment) : trace.tags;
  return { ...trace, fields, tags, raw };
}

function traceOfPatch<Kind extends TracedKind>(
  kind: Kind,
  before: TracedRecords[Kind] | null,
  after: TracedRecords[Kind] | null,
  known: Trace | null,
  moment: Moment,
): Trace | null {
  const { now, writer } = moment;
  if (before !== null && after !== null) {
    return traceEdit(kind, before, after, known ?? defaultTrace(kind, before, writer), moment);
  }
  const record = before ?? after;
  if (record === null) return known;
  const id = traceId(kind, record.id);
  const last = known ?? (before === null ? null : defaultTrace(kind, before, writer));
  const written = [last?.since ?? '', ...Object.values(last?.fields ?? {})].sort().at(-1) ?? '';
  const since = stampAfter(now, writer, written);
  const lives = (last?.lives ?? 0) + 1;
  const trace: Trace = { id, lives, since, fields: {}, tags: {}, raw: {} };
  const own = defaultTrace(kind, record, writer);
  // A highlight in its first life needs no trace: it says itself when it was made, a moment before this is written down.
  return lives === 1 && own.since !== '' && own.since <= since ? null : trace;
}

/** `change` as its user meant it, without the traces it left: what Undo takes back. */
export function withoutTraces(change: Change): Change {
  return { ...change, patches: change.patches.filter(({ of }) => of !== 'trace' && of !== 'person') };
}

/** Since when the user of `workspace` has had the name that `change` gives them, so that others call them by the later one. */
function traceName(workspace: Workspace, change: Change, { now, writer }: Moment): Patch[] {
  return change.patches.flatMap((patch): Patch[] => {
    if (patch.of !== 'settings' || patch.before.name === patch.after.name) return [];
    const known = (Object.hasOwn(workspace.people, writer) ? workspace.people[writer] : undefined) ?? null;
    const named = stampAfter(now, writer, known?.named ?? '');
    const after = { id: writer, name: patch.after.name, named, seen: known?.seen ?? '' };
    return [{ of: 'person', id: writer, before: known, after }];
  });
}

/**
 * `change` with the traces that it leaves in `workspace`, written at `now` (ISO 8601, UTC): which fields and tags of each record it
 * writes. Whatever is compared with `workspace` as it is, so that Undo and Redo are written like any other change.
 */
export function traceChange(workspace: Workspace, change: Change, now: string): Change {
  const moment: Moment = { now, writer: workspace.id };
  const traces = change.patches.filter(isTraced).flatMap((patch): Patch[] => {
    const id = traceId(patch.of, patch.id);
    const known = workspace.traces[id] ?? null;
    const after = traceOfPatch(patch.of, patch.before, patch.after, known, moment);
    return isSameData(known, after) ? [] : [{ of: 'trace', id, before: known, after }];
  });
  return { ...change, patches: [...change.patches, ...traces, ...traceName(workspace, change, moment)] };
}
