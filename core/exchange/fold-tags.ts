import type { Tag } from '../tags/tag.ts';
import { tagDepthLimit } from '../tags/tag-tree.ts';
import { repairTagNames } from '../workspace/repair-workspace.ts';
import { isAlive, type TagRecord, type Work } from './work.ts';

interface RawTag {
  readonly tag: Tag;
  readonly record: TagRecord;
}

/** The tags that are there, as they were written; older ones first, for these keep what only one can have. */
function rawTags(records: Work['tags']): RawTag[] {
  return Object.entries(records)
    .flatMap(([id, record]) => {
      const { name, parent, colour, shortcut, description } = record.fields;
      if (!isAlive(record) || !name) return [];
      const tag: Tag = {
        id,
        name: name.value,
        parent: parent?.value ?? null,
        colour: colour?.value ?? 'slate',
        shortcut: shortcut?.value ?? null,
        description: description?.value ?? '',
      };
      return [{ tag, record }];
    })
    .sort((a, b) => {
      if (a.record.since !== b.record.since) return a.record.since < b.record.since ? -1 : 1;
      return a.tag.id < b.tag.id ? -1 : 1;
    });
}

/** Opens every circle at the first of its tags. */
function openCircles(tags: readonly Tag[], parents: Map<string, string | null>): void {
  const order = new Map(tags.map(({ id }, at) => [id, at]));
  const placeOf = (id: string): number => order.get(id) ?? 0;
  const done = new Set<string>();
  for (const { id } of tags) {
    const way = new Set<string>();
    let at: string | null = id;
    for (; at !== null && !done.has(at) && !way.has(at); at = parents.get(at) ?? null) way.add(at);
    if (at !== null && way.has(at)) {
      let first = at;
      for (let on = parents.get(at) ?? at; on !== at; on = parents.get(on) ?? at) {
        if (placeOf(on) < placeOf(first)) first = on;
      }
      parents.set(first, null);
    }
    for (const passed of way) done.add(passed);
  }
}

/** The parents that the tags can have: those that are there, in no circle and not too deep. */
function placeInTree(tags: readonly Tag[]): Map<string, string | null> {
  const known = new Set(tags.map(({ id }) => id));
  const parents = new Map(tags.map(({ id, parent }) => [id, parent !== null && known.has(parent) ? parent : null]));
  openCircles(tags, parents);
  const children = new Map<string | null, string[]>();
  for (const { id } of tags) {
    const parent = parents.get(id) ?? null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(id);
    else children.set(parent, [id]);
  }
  let level = children.get(null) ?? [];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > tagDepthLimit) {
      for (const id of level) parents.set(id, null);
      depth = 1;
    }
    level = level.flatMap((id) => children.get(id) ?? []);
  }
  return parents;
}

/** Of tags with one digit, the one that was given it last keeps it. */
function holdersOfDigits(tags: readonly RawTag[]): ReadonlyMap<number, string> {
  const holders = new Map<number, RawTag>();
  for (const raw of tags) {
    const { shortcut } = raw.tag;
    if (shortcut === null) continue;
    const other = holders.get(shortcut);
    const isLater = (raw.record.fields.shortcut?.at ?? '') > (other?.record.fields.shortcut?.at ?? '');
    if (!other || isLater) holders.set(shortcut, raw);
  }
  return new Map([...holders].map(([digit, { tag }]) => [digit, tag.id]));
}

/**
 * The codebook that records of tags make: what two of them claim goes to one. A tag that lies under none, in a circle or too
 * deep is at the top; of two with one name on a level the younger gets a number; a digit belongs to the tag that was given
 * it last.
 */
export function foldTags(records: Work['tags']): ReadonlyMap<string, Tag> {
  const raw = rawTags(records);
  const parents = placeInTree(raw.map(({ tag }) => tag));
  const holders = holdersOfDigits(raw);
  const placed = raw.map(({ tag }) => ({
    ...tag,
    parent: parents.get(tag.id) ?? null,
    shortcut: tag.shortcut !== null && holders.get(tag.shortcut) === tag.id ? tag.shortcut : null,
  }));
  return new Map(repairTagNames(placed).map((tag) => [tag.id, tag]));
}
