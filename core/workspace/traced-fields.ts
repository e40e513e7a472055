import type { Dossier } from '../dossiers/dossier.ts';
import type { Highlight } from '../highlights/highlight.ts';
import type { Tag } from '../tags/tag.ts';
import type { SavedSearch } from './saved-search.ts';
import { type Stamp, type TagTrace, type Trace, type TracedKind, traceId } from './trace.ts';

/** The records of each traced kind. */
export interface TracedRecords {
  readonly highlight: Highlight;
  readonly tag: Tag;
  readonly dossier: Dossier;
  readonly search: SavedSearch;
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
