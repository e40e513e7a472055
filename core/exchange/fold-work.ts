import type { Dossier } from '../dossiers/dossier.ts';
import type { Highlight } from '../highlights/highlight.ts';
import type { OwnStatement } from '../statements/own-statement.ts';
import { isSameData } from '../workspace/is-same-data.ts';
import { repairDossiers } from '../workspace/repair-dossiers.ts';
import type { SavedSearch } from '../workspace/saved-search.ts';
import { type Stamp, type TagTrace, type Trace, type TracedKind, traceId } from '../workspace/trace.ts';
import {
  type Arrival,
  arrivalsOf,
  arrivalsUnshown,
  defaultTrace,
  inTaggingOrder,
  isVersionField,
  type TracedRecords,
  tagTraces,
  tracedFields,
} from '../workspace/traced-fields.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { foldSets, foldStatements } from './fold-library.ts';
import { foldTags } from './fold-tags.ts';
import { inOrderOfAge } from './in-order-of-age.ts';
import { type DossierRecord, isAlive, type SearchRecord, type Work } from './work.ts';

interface Written {
  readonly lives: number;
  readonly since: Stamp;
  readonly fields: Readonly<Record<string, { readonly value: unknown; readonly at: Stamp } | undefined>>;
  readonly tags?: Readonly<Record<string, TagTrace>>;
  readonly arrived?: Readonly<Record<string, Arrival>>;
}

function foldHighlights(records: Work['highlights'], tags: ReadonlyMap<string, unknown>): Highlight[] {
  return Object.entries(records).flatMap(([id, record]): Highlight[] => {
    const { place, note } = record.fields;
    if (!isAlive(record) || !place) return [];
    const on = Object.entries(record.tags).filter(([tag, trace]) => trace.on && tags.has(tag));
    const { statement, selector, orphan } = place.value;
    return [
      {
        id,
        statement,
        selector,
        tags: inTaggingOrder(on),
        note: note?.value.text ?? '',
        isNotePrivate: note?.value.isPrivate ?? false,
        orphan,
        created: record.created,
        modified: record.modified,
      },
    ];
  });
}

function foldDossiers(records: Work['dossiers'], highlights: ReadonlySet<string>): Workspace['dossiers'] {
  const dossiers = inOrderOfAge<DossierRecord>(records).flatMap(([id, record]): [string, Dossier][] => {
    const { name, items } = record.fields;
    if (!isAlive(record) || !name) return [];
    const kept = (items?.value ?? []).filter((item) => item.kind !== 'excerpt' || highlights.has(item.highlight));
    const { created, modified } = record;
    return [[id, { id, name: name.value, items: kept, created, modified }]];
  });
  return repairDossiers(Object.fromEntries(dossiers)).dossiers;
}

function foldSearches(records: Work['searches']): SavedSearch[] {
  const taken = new Set<string>();
  return inOrderOfAge<SearchRecord>(records).flatMap(([id, record]): SavedSearch[] => {
    const { name, query } = record.fields;
    if (!isAlive(record) || !name || !query) return [];
    let free = name.value;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${name.value} (${count})`;
    taken.add(free.toLowerCase());
    return [{ id, name: free, ...query.value }];
  });
}

/** Keeps what is written of versions that are not shown. */
function keepUnshown(
  record: OwnStatement,
  { fields: written, arrived = {}, since }: Written,
  fields: Record<string, Stamp>,
  raw: Record<string, unknown>,
): void {
  const shown = arrivalsOf(record);
  for (const [field, own] of Object.entries(written)) {
    if (!isVersionField(field) || Object.hasOwn(shown, field) || !own) continue;
    if (own.at !== since) fields[field] = own.at;
    raw[field] = own.value;
  }
  const unshown = Object.entries(arrived).filter(([field]) => !Object.hasOwn(shown, field));
  if (unshown.length > 0) raw[arrivalsUnshown] = Object.fromEntries(unshown);
}

/** The trace with which `record`, as it is shown, says all that was written; `null` where it does so without. */
function traceOf<Kind extends TracedKind>(
  kind: Kind,
  id: string,
  record: TracedRecords[Kind] | undefined,
  written: Written,
  writer: string,
): Trace | null {
  const { lives, since } = written;
  const bare: Trace = { id: traceId(kind, id), lives, since, fields: {}, tags: {}, raw: {} };
  if (!record) return isAlive(written) ? null : bare;
  const [fields, raw]: [Record<string, Stamp>, Record<string, unknown>] = [{}, {}];
  for (const [field, shown] of Object.entries(tracedFields(kind, record))) {
    const own = written.fields[field];
    if (own === undefined && field === 'note') raw[field] = null;
    if (own === undefined) continue;
    if (own.at !== since) fields[field] = own.at;
    if (!isSameData(own.value, shown)) raw[field] = own.value;
  }
  if ('versions' in record) keepUnshown(record, written, fields, raw);
  const shownTags = 'tags' in record ? record.tags : [];
  const implied = tagTraces(shownTags, bare);
  const tags = Object.entries(written.tags ?? {}).filter(([tag, trace]) => !isSameData(trace, implied.get(tag)));
  const trace = { ...bare, fields, raw, tags: Object.fromEntries(tags) };
  return isSameData(trace, defaultTrace(kind, record, writer)) ? null : trace;
}

function keyed<Item extends { readonly id: string }>(items: readonly Item[]): Record<string, Item> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

/**
 * The workspace that `work` makes, with the id and the settings of `own`. What cannot be shown as it was written (a name
 * that two tags have, a tag under one that is gone, an excerpt of a highlight that is gone) is shown otherwise, the same
 * wherever it is folded, and kept as it was written: so that merging more comes to the same in any order.
 */
export function foldWork(work: Work, own: Workspace): Workspace {
  const tags = Object.fromEntries(foldTags(work.tags));
  const highlights = keyed(foldHighlights(work.highlights, new Map(Object.entries(tags))));
  const dossiers = foldDossiers(work.dossiers, new Set(Object.keys(highlights)));
  const searches = keyed(foldSearches(work.searches));
  const statements = keyed(foldStatements(work.statements));
  const sets = keyed(foldSets(work.sets, work.statements));
  const traces: Trace[] = [];
  const trace = <Kind extends TracedKind>(
    kind: Kind,
    records: Readonly<Record<string, TracedRecords[Kind]>>,
    written: Readonly<Record<string, Written>>,
  ): void => {
    for (const [id, record] of Object.entries(written)) {
      const made = traceOf(kind, id, Object.hasOwn(records, id) ? records[id] : undefined, record, own.id);
      if (made) traces.push(made);
    }
  };
  trace('highlight', highlights, work.highlights);
  trace('tag', tags, work.tags);
  trace('dossier', dossiers, work.dossiers);
  trace('search', searches, work.searches);
  trace('statement', statements, work.statements);
  trace('set', sets, work.sets);
  const library = { statements, sets };
  return { ...own, ...library, tags, highlights, dossiers, searches, traces: keyed(traces), people: work.people };
}
