import type { Change, Patch } from './change.ts';
import { isSameData } from './is-same-data.ts';
import {
  laterOf,
  type Stamp,
  stampAfter,
  type TagTrace,
  type Trace,
  type TracedKind,
  tracedKinds,
  traceId,
} from './trace.ts';
import { defaultTrace, type TracedRecords, tagTraces, tracedFields } from './traced-fields.ts';
import type { Workspace } from './workspace.ts';

type TracedPatch = Extract<Patch, { readonly of: TracedKind }>;
type AnyRecord = TracedRecords[TracedKind];

const recordsOf = {
  highlight: 'highlights',
  tag: 'tags',
  dossier: 'dossiers',
  search: 'searches',
  statement: 'statements',
  set: 'sets',
} as const;

/** A record with its trace. */
interface Written {
  readonly record: AnyRecord | null;
  readonly trace: Trace;
}

function isTraced(patch: Patch): patch is TracedPatch {
  return tracedKinds.some((kind) => kind === patch.of);
}

function writtenOf(kind: TracedKind, record: AnyRecord | null, trace: Trace | null, writer: string): Written | null {
  const own = trace ?? (record && defaultTrace(kind, record, writer));
  return own && { record, trace: own };
}

const stampOf = ({ fields, since }: Trace, field: string): Stamp => fields[field] ?? since;

const tagsOf = ({ record, trace }: Written): ReadonlyMap<string, TagTrace> =>
  tagTraces(record && 'tags' in record ? record.tags : [], trace);

function latestOf({ since, fields, tags }: Trace): Stamp {
  return [...Object.values(fields), ...Object.values(tags).map(({ at }) => at)].reduce(laterOf, since);
}

/** `next`, with whatever of it was written otherwise in `now` than in `expected` written anew. */
function writeAnew(
  kind: TracedKind,
  expected: Written,
  now: Written,
  next: Written,
  write: (before: Stamp) => Stamp,
): Trace {
  const { trace } = next;
  if (now.trace.lives !== expected.trace.lives) {
    const isSameLife = now.trace.lives % 2 === trace.lives % 2;
    const lives = Math.max(trace.lives, now.trace.lives + (isSameLife ? 0 : 1));
    const since = write(laterOf(latestOf(now.trace), latestOf(trace)));
    const wanted = tagsOf(next);
    const off = [...tagsOf(now).keys()].filter((id) => wanted.get(id)?.on !== true);
    const tags = next.record === null ? [] : off.map((id) => [id, { on: false, at: since, n: 0 }] as const);
    return { ...trace, lives, since, fields: {}, tags: Object.fromEntries(tags) };
  }
  if (next.record === null) return trace;
  const fields = { ...trace.fields };
  for (const field of Object.keys(tracedFields(kind, next.record))) {
    const at = stampOf(now.trace, field);
    if (at !== stampOf(expected.trace, field)) fields[field] = write(laterOf(at, stampOf(trace, field)));
  }
  const [known, wanted] = [tagsOf(expected), tagsOf(next)];
  const tags = new Map(Object.entries(trace.tags));
  for (const [id, { at }] of tagsOf(now)) {
    if (at === known.get(id)?.at) continue;
    const { on, n, at: other } = wanted.get(id) ?? { on: false, n: 0, at: '' };
    tags.set(id, { on, n, at: write(laterOf(at, other)) });
  }
  return { ...trace, fields, tags: Object.fromEntries(tags) };
}

/** Oneself after the merge, but with the name that was given since. */
function keepName(patch: Extract<Patch, { readonly of: 'person' }>, { people }: Workspace): Patch {
  const current = (Object.hasOwn(people, patch.id) ? people[patch.id] : undefined) ?? null;
  if (current === null || isSameData(current, patch.before)) return patch;
  return { ...patch, before: current, after: { ...current, seen: patch.after?.seen ?? '' } };
}

/**
 * A merge that is taken back or made again, as `change`, with its traces as they must be in `workspace`: a merge brings the traces
 * of others, and taking it back takes these back; but what was undone or done again since it was made, or taken back, was written
 * then, and may have been given to others. Of such a record whatever was written since is written anew at `now` (ISO 8601,
 * UTC), so that nobody's older copy of it is the later one.
 */
export function retraceMerge(workspace: Workspace, change: Change, now: string): Change {
  const moved = new Map(change.patches.filter(isTraced).map((patch) => [traceId(patch.of, patch.id), patch]));
  const writer = workspace.id;
  const patches = change.patches.map((patch): Patch => {
    if (patch.of === 'person' && patch.id === writer) return keepName(patch, workspace);
    if (patch.of !== 'trace') return patch;
    const current = Object.hasOwn(workspace.traces, patch.id) ? (workspace.traces[patch.id] ?? null) : null;
    const kind = tracedKinds.find((one) => patch.id.startsWith(traceId(one, '')));
    if (kind === undefined || isSameData(current, patch.before)) return patch;
    const id = patch.id.slice(traceId(kind, '').length);
    const here: Readonly<Record<string, AnyRecord>> = workspace[recordsOf[kind]];
    const present = (Object.hasOwn(here, id) ? here[id] : undefined) ?? null;
    const record = moved.get(patch.id);
    const expected = writtenOf(kind, record ? record.before : present, patch.before, writer);
    const found = writtenOf(kind, present, current, writer);
    const next = writtenOf(kind, record ? record.after : present, patch.after, writer);
    // What a merge brought, or takes away again, is whole as it is there.
    if (!expected || !found || !next) return { ...patch, before: current };
    const after = writeAnew(kind, expected, found, next, (before) => stampAfter(now, writer, before));
    return { ...patch, before: current, after };
  });
  return { ...change, patches };
}
