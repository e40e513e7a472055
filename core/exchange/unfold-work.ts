import type { StatementSummary } from '../statements/statement.ts';
import { titleOf } from '../statements/statement.ts';
import { type Stamp, type Trace, type TracedKind, tracedKinds, traceId } from '../workspace/trace.ts';
import { defaultTrace, type TracedRecords, tagTraces, tracedFields } from '../workspace/traced-fields.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { noWork, Work, type WorkSource } from './work.ts';

/** What of a workspace goes into its work. */
export interface WorkChoice {
  /** Which highlights; all where it is `null`. Of a selection no dossiers, searches or deletions go. */
  readonly highlights: ReadonlySet<string> | null;
  /** Whether notes go that are for their user alone. */
  readonly hasPrivateNotes: boolean;
}

/** Everything but what is for its user alone. */
export const wholeWork: WorkChoice = { highlights: null, hasPrivateNotes: false };

const maps = { highlight: 'highlights', tag: 'tags', dossier: 'dossiers', search: 'searches' } as const;

/** The fields of a record as they were written, with their stamps; without what is not known of them. */
function stampedFields<Kind extends TracedKind>(kind: Kind, record: TracedRecords[Kind], trace: Trace) {
  const shown = Object.entries(tracedFields(kind, record));
  return Object.fromEntries(
    shown.flatMap(([field, value]) => {
      const at: Stamp = trace.fields[field] ?? trace.since;
      const written = Object.hasOwn(trace.raw, field) ? trace.raw[field] : value;
      return field === 'note' && written === null ? [] : [[field, { value: written, at }] as const];
    }),
  );
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

function withoutPrivateNotes(work: Work): Work {
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
    Object.values(highlights).flatMap(({ tags }) => Object.keys(tags).filter((id) => tags[id]?.on === true)),
  );
  // A set that grows while it is walked: those above come up in their turn.
  for (const id of wanted) {
    const parent = work.tags[id]?.fields.parent?.value ?? null;
    if (parent !== null) wanted.add(parent);
  }
  return Object.fromEntries(Object.entries(work.tags).filter(([id]) => wanted.has(id)));
}

function select(work: Work, chosen: ReadonlySet<string>): Work {
  const highlights = Object.fromEntries(Object.entries(work.highlights).filter(([id]) => chosen.has(id)));
  return { ...work, highlights, tags: tagsOn(work, highlights), dossiers: {}, searches: {} };
}

function sourcesOf(highlights: Work['highlights'], statements: readonly StatementSummary[]): Work['sources'] {
  const known = new Map(statements.map((summary) => [summary.id, summary]));
  const sources = new Map<string, WorkSource>();
  for (const { fields } of Object.values(highlights)) {
    if (!fields.place) continue;
    const { statement: id, selector } = fields.place.value;
    const summary = known.get(id);
    if (!sources.has(id)) sources.set(id, { id, sha256: selector.source, title: summary ? titleOf(summary) : id });
  }
  return Object.fromEntries(sources);
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
  const unfolded: Record<string, Record<string, unknown>> = {};
  for (const kind of tracedKinds) {
    const entries = new Map<string, unknown>();
    for (const record of Object.values<TracedRecords[TracedKind]>(workspace[maps[kind]])) {
      const trace = workspace.traces[traceId(kind, record.id)] ?? defaultTrace(kind, record as never, writer);
      entries.set(record.id, recordOf(kind, record as never, trace)); // The kind and its records go together.
    }
    unfolded[maps[kind]] = Object.fromEntries(entries);
  }
  for (const trace of Object.values(workspace.traces)) {
    const [kind, id] = splitId(trace.id);
    const records = kind && unfolded[maps[kind]];
    if (kind && records && !Object.hasOwn(records, id)) records[id] = goneRecord(kind, trace);
  }
  const named = workspace.people[writer]?.named ?? '';
  const self = { id: writer, name: settings.name, named, seen: workspace.people[writer]?.seen ?? '' };
  const all = Work.parse({ ...noWork(writer), ...unfolded, people: { ...workspace.people, [writer]: self } });
  const picked = chosen === null ? all : select(all, chosen);
  const open = hasPrivateNotes ? picked : withoutPrivateNotes(picked);
  return { ...open, sources: sourcesOf(open.highlights, statements) };
}

function splitId(id: string): readonly [TracedKind | null, string] {
  const at = id.indexOf('/');
  return [tracedKinds.find((kind) => kind === id.slice(0, at)) ?? null, id.slice(at + 1)];
}
