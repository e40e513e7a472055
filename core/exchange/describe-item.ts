import type { Dossier } from '../dossiers/dossier.ts';
import type { CatalogueFields } from '../statements/catalogue.ts';
import { pathOf } from '../tags/tag-tree.ts';
import { type Stamp, timeOf, writerOf } from '../workspace/trace.ts';
import { inTaggingOrder, isVersionField } from '../workspace/traced-fields.ts';
import { type AnyRecord, itemKey, type MergeItem, stampsOf } from './compare-work.ts';
import type { ImportItem, ItemSide } from './exchange-shapes.ts';
import { foldTags } from './fold-tags.ts';
import { ownRecord } from './own-record.ts';
import { isAlive, type StatementRecord, type Work } from './work.ts';

/** How much of a passage is shown, in UTF-16 units. */
const shownLength = 300;

/** How many characters of an id stand for somebody without a name. */
const shownId = 8;

interface Named {
  readonly fields: { readonly name?: { readonly value: string } | undefined };
}

const latestOf = (stamps: readonly Stamp[]): Stamp => stamps.reduce((a, b) => (a < b ? b : a), '');

interface Side {
  readonly work: Work;
  readonly paths: (ids: Iterable<string>) => string[];
}

/** Work with its tags as paths; with those of `other` for tags that it does not have itself. */
function sideOf(work: Work, other: Work): Side {
  const named = Object.entries(work.tags).filter(([, { fields }]) => fields.name);
  const tags = [...foldTags({ ...other.tags, ...Object.fromEntries(named) }).values()];
  const known = new Map(tags.map(({ id }) => [id, pathOf(tags, id) ?? id]));
  return { work, paths: (ids) => [...ids].map((id) => known.get(id) ?? id) };
}

/** How a writer is called: by name, or by the beginning of their workspace's id. */
function nameOfWriter(work: Work, id: string): string {
  return ownRecord(work.people, id)?.name || id.slice(0, shownId);
}

function wordsOfDossier(items: Dossier['items']): string {
  return items.flatMap((item) => (item.kind === 'excerpt' ? [] : [item.text])).join(' · ');
}

/** What the catalogue says in these fields, in words. */
function wordsOfFields({ fields }: StatementRecord, names: readonly string[]): string {
  const said = names.flatMap((name): string[] => {
    if (isVersionField(name)) return [];
    // All other fields are of the catalogue.
    const { value } = (fields[name]?.value ?? { value: null }) as CatalogueFields[keyof CatalogueFields];
    if (value === null) return ['–'];
    return [typeof value === 'string' ? value : value.map((person) => person.name).join(', ')];
  });
  return said.join(' · ');
}

/** Fields as they are told apart: one’s catalogue and one’s versions, whichever of them. */
function fieldsShown({ kind, fields }: MergeItem): string[] {
  if (kind !== 'statements') return [...fields];
  return [...new Set(fields.map((name) => (isVersionField(name) ? 'versions' : 'catalogue')))];
}

function namedIn(work: Work, kind: Exclude<MergeItem['kind'], 'highlights'>, id: string): string | undefined {
  if (kind !== 'statements') return ownRecord<Named>(work[kind], id)?.fields.name?.value;
  const record = ownRecord(work.statements, id);
  const [arrival] = Object.values(record?.arrived ?? {});
  return record?.fields.title?.value.value ?? arrival?.name;
}

function describeSide({ work, paths }: Side, item: MergeItem, own: string): ItemSide | null {
  const { kind, id } = item;
  const record: AnyRecord | undefined = ownRecord<AnyRecord>(work[kind], id);
  if (!record) return null;
  const highlight = kind === 'highlights' ? ownRecord(work.highlights, id) : undefined;
  const last = latestOf(stampsOf(record));
  const by = writerOf(last);
  // Of oneself it is clear who it is, and an id says nothing.
  const isNameless = by === '' || (by === own && !ownRecord(work.people, by)?.name);
  const named = kind === 'highlights' ? undefined : namedIn(work, kind, id);
  const quote = highlight?.fields.place?.value.selector.quote ?? '';
  const dossier = kind === 'dossiers' ? ownRecord(work.dossiers, id) : undefined;
  const tag = kind === 'tags' ? ownRecord(work.tags, id) : undefined;
  const search = kind === 'searches' ? ownRecord(work.searches, id) : undefined;
  const statement = kind === 'statements' ? ownRecord(work.statements, id) : undefined;
  const more =
    wordsOfDossier(dossier?.fields.items?.value ?? []) ||
    (tag?.fields.description?.value ?? search?.fields.query?.value.query) ||
    (statement ? wordsOfFields(statement, item.fields) : '');
  return {
    words: (tag ? (paths([id])[0] ?? '') : (named ?? quote)).slice(0, shownLength),
    note: (highlight?.fields.note?.value.text ?? more).slice(0, shownLength),
    tags: paths(inTaggingOrder(Object.entries(highlight?.tags ?? {}).filter(([, { on }]) => on))),
    isDeleted: !isAlive(record),
    by: isNameless ? '' : nameOfWriter(work, by),
    at: timeOf(last),
  };
}

/** Words items for whoever has to choose: what each side says, who wrote it and when. */
export function createItemDescriber(mine: Work, theirs: Work): (item: MergeItem) => ImportItem {
  const [own, other] = [sideOf(mine, theirs), sideOf(theirs, mine)];
  return (item) => {
    const { kind, id, difference } = item;
    const sides = kind === 'highlights' ? [theirs, mine].map((work) => ownRecord(work.highlights, id)) : [];
    const at = sides.find((record) => record?.fields.place)?.fields.place?.value;
    return {
      key: itemKey(item),
      kind,
      difference,
      fields: fieldsShown(item),
      statement: at?.statement ?? null,
      passage: at ? { start: at.selector.start, end: at.selector.end } : null,
      mine: describeSide(own, item, mine.writer),
      theirs: describeSide(other, item, mine.writer),
    };
  };
}
