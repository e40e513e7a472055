import type { Dossier } from '../dossiers/dossier.ts';
import { pathOf } from '../tags/tag-tree.ts';
import { timeOf, writerOf } from '../workspace/trace.ts';
import { inTaggingOrder } from '../workspace/traced-fields.ts';
import type { ImportItem, ItemSide } from './exchange-shapes.ts';
import { foldTags } from './fold-tags.ts';
import { itemKey, type MergeItem } from './merge-work.ts';
import { isAlive, type Work } from './work.ts';

/** How much of a passage is shown, in UTF-16 units. */
const shownLength = 300;

/** How many characters of an id stand for somebody without a name. */
const shownId = 8;

interface Side {
  readonly work: Work;
  readonly paths: (ids: Iterable<string>) => string[];
}

/** Work with its tags as paths; with those of `other` for tags that it does not have itself. */
function sideOf(work: Work, other: Work): Side {
  const tags = [...foldTags({ ...other.tags, ...work.tags }).values()];
  const known = new Map(tags.map(({ id }) => [id, pathOf(tags, id) ?? id]));
  return { work, paths: (ids) => [...ids].map((id) => known.get(id) ?? id) };
}

/** How a writer is called: by name, or by the beginning of their workspace's id. */
export function nameOfWriter(work: Work, id: string): string {
  return work.people[id]?.name || id.slice(0, shownId);
}

function wordsOfDossier(items: Dossier['items']): string {
  return items.flatMap((item) => (item.kind === 'excerpt' ? [] : [item.text])).join(' · ');
}

function describeSide({ work, paths }: Side, kind: MergeItem['kind'], id: string): ItemSide | null {
  const records: Readonly<Record<string, { readonly since: string; readonly lives: number; readonly fields: object }>> =
    work[kind];
  const record = Object.hasOwn(records, id) ? records[id] : undefined;
  if (!record) return null;
  const stamps = Object.values<{ readonly at: string }>({ ...record.fields }).map(({ at }) => at);
  const highlight = kind === 'highlights' ? work.highlights[id] : undefined;
  const tags = Object.entries(highlight?.tags ?? {});
  const last = [record.since, ...stamps, ...tags.map(([, { at }]) => at)].sort().at(-1) ?? '';
  const named = kind === 'highlights' ? undefined : work[kind][id]?.fields.name?.value;
  const quote = highlight?.fields.place?.value.selector.quote ?? '';
  const more = kind === 'dossiers' ? wordsOfDossier(work.dossiers[id]?.fields.items?.value ?? []) : '';
  const description = kind === 'tags' ? (work.tags[id]?.fields.description?.value ?? '') : '';
  const search = kind === 'searches' ? (work.searches[id]?.fields.query?.value.query ?? '') : '';
  return {
    words: (kind === 'tags' ? (paths([id])[0] ?? '') : (named ?? quote)).slice(0, shownLength),
    note: (highlight?.fields.note?.value.text ?? (more || description || search)).slice(0, shownLength),
    tags: paths(inTaggingOrder(tags.filter(([, { on }]) => on))),
    isDeleted: !isAlive(record),
    by: writerOf(last) === '' ? '' : nameOfWriter(work, writerOf(last)),
    at: timeOf(last),
  };
}

/** Words items for whoever has to choose: what each side says, who wrote it and when. */
export function createItemDescriber(mine: Work, theirs: Work): (item: MergeItem) => ImportItem {
  const [own, other] = [sideOf(mine, theirs), sideOf(theirs, mine)];
  return (item) => {
    const { kind, id, difference, fields } = item;
    const place =
      kind === 'highlights' ? (theirs.highlights[id] ?? mine.highlights[id])?.fields.place?.value : undefined;
    const fallback = kind === 'highlights' ? mine.highlights[id]?.fields.place?.value : undefined;
    const at = place ?? fallback;
    return {
      key: itemKey(item),
      kind,
      difference,
      fields: [...fields],
      statement: at?.statement ?? null,
      passage: at ? { start: at.selector.start, end: at.selector.end } : null,
      mine: describeSide(own, kind, id),
      theirs: describeSide(other, kind, id),
    };
  };
}
