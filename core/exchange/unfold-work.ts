import type { StatementSummary } from '../statements/statement.ts';
import { titleOf } from '../statements/statement.ts';
import { type Stamp, type Trace, type TracedKind, traceId } from '../workspace/trace.ts';
import { defaultTrace, type TracedRecords, tagTraces, tracedFields } from '../workspace/traced-fields.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { ownRecord } from './own-record.ts';
import { DossierRecord, HighlightRecord, noWork, SearchRecord, TagRecord, type Work, type WorkSource } from './work.ts';

/** What of a workspace goes into its work. */
export interface WorkChoice {
  /** Which highlights; all where it is `null`. Of a selection no dossiers, searches or deletions go. */
  readonly highlights: ReadonlySet<string> | null;
  /** Whether notes go that are for their user alone. */
  readonly hasPrivateNotes: boolean;
}

/** Everything but what is for its user alone. */
export const wholeWork: WorkChoice = { highlights: null, hasPrivateNotes: false };

const schemas = { highlight: HighlightRecord, tag: TagRecord, dossier: DossierRecord, search: SearchRecord } as const;

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
  return fields;
}

function recordOf<Kind extends TracedKind>(kind: Kind, record: TracedRecords[Kind], trace: Trace) {
  const { lives, since } = trace;
  const times = 'created' in record ? { created: record.created, modified: record.modified } : {};
  const tags = 'tags' in record ? { tags: Object.fromEntries(tagTraces(record.tags, trace)) } : {};
  return { lives, since, ...times, ...tags, fields: stampedFields(kind, record, trace) };
}

/** What is left of a record that was deleted: that it was. Its times say nothing any more. */
function goneRecord(kind: TracedKind, { lives, since }: Trace) {
  const never = '1970-01-01T00:00:00.000Z';
  const times = kind === 'highlight' || kind === 'dossier' ? { created: never, modified: never } : {};
  return { lives, since, ...times, ...(kind === 'highlight' ? { tags: {} } : {}), fields: {} };
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
  return { ...work, isPart: true, highlights, tags: tagsOn(work, highlights), dossiers: {}, searches: {} };
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
  };
  const picked = chosen === null ? all : select(all, chosen);
  const open = hasPrivateNotes ? picked : withoutPrivateNotes(picked);
  return { ...open, sources: sourcesOf(open.highlights, statements) };
}
