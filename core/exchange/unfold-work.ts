import type { StatementSummary } from '../statements/statement.ts';
import { titleOf } from '../statements/statement.ts';
import { type Stamp, type Trace, type TracedKind, traceId } from '../workspace/trace.ts';
import {
  arrivalsOf,
  arrivalsUnshown,
  defaultTrace,
  isVersionField,
  type TracedRecords,
  tagTraces,
  tracedFields,
} from '../workspace/traced-fields.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { ownRecord } from './own-record.ts';
import {
  Arrivals,
  DossierRecord,
  HighlightRecord,
  noWork,
  SearchRecord,
  SetRecord,
  StatementRecord,
  TagRecord,
  type Work,
  type WorkSource,
} from './work.ts';

/** What of a workspace goes into its work. */
export interface WorkChoice {
  /** Which highlights; all where it is `null`. Of a selection no dossiers, searches, sets or deletions go, and the statements that it marks. */
  readonly highlights: ReadonlySet<string> | null;
  /** Whether notes go that are for their user alone. */
  readonly hasPrivateNotes: boolean;
}

/** Everything but what is for its user alone. */
export const wholeWork: WorkChoice = { highlights: null, hasPrivateNotes: false };

const schemas = {
  highlight: HighlightRecord,
  tag: TagRecord,
  dossier: DossierRecord,
  search: SearchRecord,
  statement: StatementRecord,
  set: SetRecord,
} as const;

/** What was written in place of what is shown, where that can still be read. */
function rawValue(kind: TracedKind, field: string, raw: unknown, shown: unknown): unknown {
  const isField = schemas[kind].shape.fields.safeParse({ [field]: { value: raw, at: '' } }).success;
  return isField ? raw : shown;
}

/** The fields of a record as they were written, with their stamps; without what is not known of them. */
function stampedFields<Kind extends TracedKind>(kind: Kind, record: TracedRecords[Kind], trace: Trace) {
  const fields: Record<string, { readonly value: unknown; readonly at: Stamp }> = {};
  for (const [field, shown] of Object.entries(tracedFields(kind, record))) {
    const at: Stamp = trace.fields[field] ?? trace.since;
    const isRaw = Object.hasOwn(trace.raw, field);
    if (field === 'note' && isRaw && trace.raw[field] === null) continue;
    fields[field] = { value: isRaw ? rawValue(kind, field, trace.raw[field], shown) : shown, at };
  }
  for (const [field, raw] of Object.entries(trace.raw)) {
    if (!isVersionField(field) || Object.hasOwn(fields, field)) continue;
    const value = rawValue(kind, field, raw, null);
    if (value !== null) fields[field] = { value, at: trace.fields[field] ?? trace.since };
  }
  return fields;
}

function timesOf(record: TracedRecords[TracedKind], { raw }: Trace) {
  if ('created' in record) return { created: record.created, modified: record.modified };
  if (!('versions' in record)) return {};
  const unshown = Arrivals.safeParse(raw[arrivalsUnshown]);
  const arrived = { ...(unshown.success ? unshown.data : {}), ...arrivalsOf(record) };
  return { created: record.added, modified: record.modified, arrived };
}

function recordOf<Kind extends TracedKind>(kind: Kind, record: TracedRecords[Kind], trace: Trace) {
  const { lives, since } = trace;
  const tags = 'tags' in record ? { tags: Object.fromEntries(tagTraces(record.tags, trace)) } : {};
  return { lives, since, ...timesOf(record, trace), ...tags, fields: stampedFields(kind, record, trace) };
}

/** What is left of a record that was deleted: that it was. Its times say nothing any more. */
function goneRecord(kind: TracedKind, { lives, since }: Trace) {
  const never = '1970-01-01T00:00:00.000Z';
  const hasTimes = kind === 'highlight' || kind === 'dossier' || kind === 'statement';
  return {
    lives,
    since,
    ...(hasTimes ? { created: never, modified: never } : {}),
    ...(kind === 'highlight' ? { tags: {} } : {}),
    ...(kind === 'statement' ? { arrived: {} } : {}),
    fields: {},
  };
}

/** The work without the notes that are for its user alone: they are left out as not known. */
export function withoutPrivateNotes(work: Work): Work {
  const highlights = Object.entries(work.highlights).map(([id, record]) => {
    if (record.fields.note?.value.isPrivate !== true) return [id, record] as const;
    const { note: _, ...fields } = record.fields;
    return [id, { ...record, fields }] as const;
  });
  return { ...work, highlights: Object.fromEntries(highlights) };
}

/** The tags on these highlights and those above them. */
function tagsOn(work: Work, highlights: Work['highlights']): Work['tags'] {
  const wanted = new Set(
    Object.values(highlights).flatMap(({ tags }) => Object.entries(tags).flatMap(([id, { on }]) => (on ? [id] : []))),
  );
  // A set that grows while it is walked: those above come up in their turn.
  for (const id of wanted) {
    const parent = ownRecord(work.tags, id)?.fields.parent?.value ?? null;
    if (parent !== null) wanted.add(parent);
  }
  return Object.fromEntries(Object.entries(work.tags).filter(([id]) => wanted.has(id)));
}

function select(work: Work, chosen: ReadonlySet<string>): Work {
  const highlights = Object.fromEntries(Object.entries(work.highlights).filter(([id]) => chosen.has(id)));
  const marked = new Set(Object.values(highlights).map(({ fields }) => fields.place?.value.statement));
  const statements = Object.fromEntries(Object.entries(work.statements).filter(([id]) => marked.has(id)));
  const tags = tagsOn(work, highlights);
  return { ...work, isPart: true, highlights, tags, dossiers: {}, searches: {}, statements, sets: {} };
}

function sourcesOf(highlights: Work['highlights'], statements: readonly StatementSummary[]): Work['sources'] {
  const known = new Map(statements.map((summary) => [summary.id, summary]));
  const sources = new Map<string, WorkSource>();
  for (const { fields } of Object.values(highlights)) {
    if (!fields.place) continue;
    const { statement: id, selector } = fields.place.value;
    const summary = known.get(id);
    if (sources.has(id)) continue;
    sources.set(id, { id, sha256: summary?.sha256 ?? selector.source, title: summary ? titleOf(summary) : id });
  }
  return Object.fromEntries(sources);
}

/** The traces of the kind, by the ids of their records. */
function tracesOf(workspace: Workspace, kind: TracedKind): [string, Trace][] {
  const prefix = traceId(kind, '');
  return Object.values(workspace.traces).flatMap((trace): [string, Trace][] =>
    trace.id.startsWith(prefix) ? [[trace.id.slice(prefix.length), trace]] : [],
  );
}

/**
 * The work in a workspace as it travels, with `statements` for what its sources are called. `foldWork` makes the same
 * workspace of it.
 */
export function unfoldWork(
  workspace: Workspace,
  statements: readonly StatementSummary[],
  { highlights: chosen, hasPrivateNotes }: WorkChoice = wholeWork,
): Work {
  const { id: writer, settings } = workspace;
  const records = <Kind extends TracedKind>(
    kind: Kind,
    shown: Readonly<Record<string, TracedRecords[Kind]>>,
  ): unknown => {
    const entries = new Map<string, unknown>();
    for (const [id, record] of Object.entries(shown)) {
      const trace = workspace.traces[traceId(kind, id)] ?? defaultTrace(kind, record, writer);
      entries.set(id, recordOf(kind, record, trace));
    }
    for (const [id, trace] of tracesOf(workspace, kind)) {
      if (!entries.has(id)) entries.set(id, goneRecord(kind, trace));
    }
    return Object.fromEntries(entries);
  };
  const known = ownRecord(workspace.people, writer);
  const self = { id: writer, name: settings.name, named: known?.named ?? '', seen: known?.seen ?? '' };
  const all: Work = {
    ...noWork(writer),
    people: { ...workspace.people, [writer]: self },
    // The fields are those of the records in the workspace, or were looked at above.
    highlights: records('highlight', workspace.highlights) as Work['highlights'],
    tags: records('tag', workspace.tags) as Work['tags'],
    dossiers: records('dossier', workspace.dossiers) as Work['dossiers'],
    searches: records('search', workspace.searches) as Work['searches'],
    statements: records('statement', workspace.statements) as Work['statements'],
    sets: records('set', workspace.sets) as Work['sets'],
  };
  const picked = chosen === null ? all : select(all, chosen);
  const open = hasPrivateNotes ? picked : withoutPrivateNotes(picked);
  return { ...open, sources: sourcesOf(open.highlights, statements) };
}
