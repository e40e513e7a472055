import { say } from '../sentence.ts';
import { tagNameKey } from '../tags/tag.ts';
import { pathOf } from '../tags/tag-tree.ts';
import { itemKey, type MergeItem } from './compare-work.ts';
import { firstWords } from './first-words.ts';
import { foldTags } from './fold-tags.ts';
import type { Incoming, ReportLine } from './incoming.ts';
import { ownRecord } from './own-record.ts';
import { isAlive, type TagRecord, type Work } from './work.ts';

/** How the tags of some work are shown, as paths. */
function pathsIn({ tags }: Work): (id: string) => string {
  const shown = [...foldTags(tags).values()];
  return (id) => pathOf(shown, id) ?? id;
}

/** Whether the file has another name for a tag, or another place in the tree; not where it says none. */
function isCalledOtherwise(own: TagRecord, other: TagRecord): boolean {
  const { name, parent } = other.fields;
  const isNamed = name !== undefined && tagNameKey(name.value) !== tagNameKey(own.fields.name?.value ?? '');
  return isNamed || (parent !== undefined && parent.value !== (own.fields.parent?.value ?? null));
}

/** How many highlights that come in have each tag, and have it newly. */
function newlyTagged(mine: Work, theirs: Work): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [id, record] of Object.entries(theirs.highlights)) {
    if (!isAlive(record)) continue;
    const known = ownRecord(mine.highlights, id)?.tags ?? {};
    for (const [tag, { on }] of Object.entries(record.tags)) {
      if (on && !ownRecord(known, tag)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  return counts;
}

function sayTags(mine: Work, { work, format }: Incoming, isTold: (id: string) => boolean): ReportLine[] {
  const [ownPath, otherPath] = [pathsIn(mine), pathsIn(work)];
  const counts = newlyTagged(mine, work);
  const isCodebook = format === 'qdc' || format === 'codebook-csv';
  return Object.entries(work.tags).flatMap(([id, other]): ReportLine[] => {
    const own = ownRecord(mine.tags, id);
    if (!own || !isAlive(other) || isTold(id)) return [];
    const count = counts.get(id) ?? 0;
    const item = firstWords(otherPath(id));
    if (isAlive(own)) {
      if (!isCalledOtherwise(own, other)) return [];
      const path = ownPath(id);
      const sentence = say(/*i18n*/ 'This tag is called “{path}” in your codebook now, and stays so.', { path });
      return [{ outcome: 'changed', item, sentence }];
    }
    if (own.lives < other.lives) return [];
    if (count > 0) {
      const sentence = say(
        /*i18n*/ 'You have deleted this tag, and it stays deleted: {count, plural, one {# highlight comes} other {# highlights come}} without it.',
        { count },
      );
      return [{ outcome: 'refused', item, sentence }];
    }
    const sentence = say(/*i18n*/ 'You have deleted this tag, and it stays deleted.');
    return isCodebook ? [{ outcome: 'refused', item, sentence }] : [];
  });
}

function sayHighlights(mine: Work, { work, format }: Incoming, isTold: (id: string) => boolean): ReportLine[] {
  // A colleague who has not heard yet of a deletion is no surprise; the same file read again may be.
  if (format === 'attest') return [];
  return Object.entries(work.highlights).flatMap(([id, other]): ReportLine[] => {
    const own = ownRecord(mine.highlights, id);
    if (!own || isAlive(own) || !isAlive(other) || own.lives < other.lives || isTold(id)) return [];
    const item = firstWords(other.fields.place?.value.selector.quote ?? '');
    return [
      { outcome: 'refused', item, sentence: say(/*i18n*/ 'You have deleted this highlight, and it stays deleted.') },
    ];
  });
}

/**
 * What of an import stays otherwise than in its file though nobody is asked, as `items` do not tell it: tags that are called otherwise
 * here, and what was deleted here.
 */
export function sayKept(mine: Work, incoming: Incoming, items: readonly MergeItem[]): ReportLine[] {
  const told = new Set(items.map(itemKey));
  return [
    ...sayTags(mine, incoming, (id) => told.has(itemKey({ kind: 'tags', id }))),
    ...sayHighlights(mine, incoming, (id) => told.has(itemKey({ kind: 'highlights', id }))),
  ];
}
