import type { Dossier } from '../dossiers/dossier.ts';
import type { Highlight } from '../highlights/highlight.ts';
import type { OwnStatement, StatementSet, StatementVersion } from '../statements/own-statement.ts';
import type { Tag } from '../tags/tag.ts';
import type { SavedSearch } from './saved-search.ts';
import { type Stamp, type TagTrace, type Trace, type TracedKind, traceId } from './trace.ts';

/** The records of each traced kind. */
export interface TracedRecords {
  readonly highlight: Highlight;
  readonly tag: Tag;
  readonly dossier: Dossier;
  readonly search: SavedSearch;
  readonly statement: OwnStatement;
  readonly set: StatementSet;
}

/** What the names of the fields begin with that hold the versions of a statement. */
const versionPrefix = 'version/';

/** Whether a field of a statement holds one of its versions. */
export const isVersionField = (field: string): boolean => field.startsWith(versionPrefix);

/** The field that holds a version: one original in two encodings is two, each with its text. */
export function versionField({
  original,
  text,
}: {
  readonly original: { readonly sha256: string };
  readonly text: { readonly sha256: string };
}): string {
  return `${versionPrefix}${original.sha256}/${text.sha256}`;
}

/** What of a version its field holds: not when it came here and under which name, which is different with everybody. */
export type HeldVersion = Omit<StatementVersion, 'added' | 'original'> & {
  readonly original: Omit<StatementVersion['original'], 'name'>;
  /** That it was taken back, or left out by choice. What it was stays known. */
  readonly isOut?: true | undefined;
};

/** When a version first came, and under which name. */
export interface Arrival {
  readonly added: string;
  readonly name: string;
}

/** When each version of a statement came, by its field. */
export function arrivalsOf({ versions }: Pick<OwnStatement, 'versions'>): Readonly<Record<string, Arrival>> {
  return Object.fromEntries(
    versions.map((version) => [versionField(version), { added: version.added, name: version.original.name }]),
  );
}

/** Under what a trace keeps, among what cannot be shown, when versions came that are not shown. */
export const arrivalsUnshown = 'arrived';

function heldVersion({
  original: { sha256, bytes },
  format,
  encoding,
  text,
  corrections,
}: StatementVersion): HeldVersion {
  return { original: { sha256, bytes }, format, encoding, text, corrections };
}

type FieldsOf = { readonly [Kind in TracedKind]: (record: TracedRecords[Kind]) => Readonly<Record<string, unknown>> };

const fieldsByKind: FieldsOf = {
  highlight: ({ statement, selector, orphan, note, isNotePrivate }) => ({
    place: { statement, selector, orphan },
    note: { text: note, isPrivate: isNotePrivate },
  }),
  tag: ({ name, parent, colour, shortcut, description }) => ({ name, parent, colour, shortcut, description }),
  dossier: ({ name, items }) => ({ name, items }),
  search: ({ name, query, spellings }) => ({ name, query: { query, spellings } }),
  statement: ({ id: _, versions, added: _added, modified: _modified, ...catalogue }) => ({
    ...catalogue,
    ...Object.fromEntries(versions.map((version) => [versionField(version), heldVersion(version)])),
  }),
  set: ({ name, statements }) => ({ name, statements }),
};

/**
 * A record as the fields that are written, and merged, each on its own. What a highlight is tagged with is no field: its tags are
 * traced one by one.
 */
export function tracedFields<Kind extends TracedKind>(
  kind: Kind,
  record: TracedRecords[Kind],
): Readonly<Record<string, unknown>> {
  return fieldsByKind[kind](record);
}

/** The trace of a record that has none: written whole by `writer` when it was last modified, or before all where it does not say. */
export function defaultTrace<Kind extends TracedKind>(kind: Kind, record: TracedRecords[Kind], writer: string): Trace {
  const modified = 'modified' in record ? record.modified : null;
  const since: Stamp = modified === null ? '' : `${new Date(modified).toISOString()} ${writer}`;
  return { id: traceId(kind, record.id), lives: 1, since, fields: {}, tags: {}, raw: {} };
}

/** Every tag that a highlight has or had, with its trace: those that `trace` does not name came with the highlight. */
export function tagTraces(tags: readonly string[], trace: Trace): ReadonlyMap<string, TagTrace> {
  const all = new Map(Object.entries(trace.tags));
  for (const [n, tag] of tags.entries()) if (!all.has(tag)) all.set(tag, { on: true, at: trace.since, n });
  return all;
}

/** Tags in the order they were put on. */
export function inTaggingOrder(tags: Iterable<readonly [string, TagTrace]>): string[] {
  return [...tags]
    .sort(([a, one], [b, other]) => {
      if (one.at !== other.at) return one.at < other.at ? -1 : 1;
      return one.n - other.n || (a < b ? -1 : 1);
    })
    .map(([id]) => id);
}
