import { fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';
import { checkTagName, type Tag, tagNameKey } from './tag.ts';

/** How many levels of tags there can be, one under the other. */
export const tagDepthLimit = 12;

/** A tag where it stands in the tree: `depth` is 0 at the top, `path` is its name after those above it. */
export interface TagInTree {
  readonly tag: Tag;
  readonly depth: number;
  readonly path: string;
}

/** Compares two names as a language sorts them; as `Array.sort` takes it. */
export type NameOrder = (a: string, b: string) => number;

const hostOrder: NameOrder = (a, b) => a.localeCompare(b);

/** The order of tags on one level: those with a digit first, in its order, then by name. */
export function compareTags(a: Tag, b: Tag, compareNames: NameOrder = hostOrder): number {
  return (a.shortcut ?? 10) - (b.shortcut ?? 10) || compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

function groupByParent(tags: readonly Tag[]): Map<string | null, Tag[]> {
  const groups = new Map<string | null, Tag[]>();
  for (const tag of tags) {
    const group = groups.get(tag.parent);
    if (group) group.push(tag);
    else groups.set(tag.parent, [tag]);
  }
  return groups;
}

/** The tags right under `parent`, in order; `null` for the top. */
export function childrenOf(tags: readonly Tag[], parent: string | null): Tag[] {
  return tags.filter((tag) => tag.parent === parent).sort((a, b) => compareTags(a, b));
}

/** The tag and those above it, from the top down; empty where there is none with this id. Ends on a broken tree too. */
export function lineOf(tags: readonly Tag[], id: string): Tag[] {
  const line: Tag[] = [];
  let at = tags.find((tag) => tag.id === id);
  while (at && !line.includes(at)) {
    line.unshift(at);
    const { parent } = at;
    at = tags.find((tag) => tag.id === parent);
  }
  return line;
}

/** The path of a tag, as `detention/conditions`; `null` where there is no tag with this id. */
export function pathOf(tags: readonly Tag[], id: string): string | null {
  const line = lineOf(tags, id);
  return line.length === 0 ? null : line.map(({ name }) => name).join('/');
}

/** These ids with those of all tags under them. */
export function withDescendants(tags: readonly Tag[], ids: readonly string[]): Set<string> {
  const children = groupByParent(tags);
  const found = new Set(ids);
  // A set that grows while it is walked: what is added comes up in its turn, and once only.
  for (const id of found) for (const { id: child } of children.get(id) ?? []) found.add(child);
  return found;
}

/** Whether the tag would lie under itself with `parent` above it. */
export function wouldMakeCycle(tags: readonly Tag[], id: string, parent: string | null): boolean {
  return parent !== null && withDescendants(tags, [id]).has(parent);
}

/** How many levels the tag has with those under it: 1 for a tag without sub-tags. */
export function heightOf(tags: readonly Tag[], id: string): number {
  const depth = lineOf(tags, id).length;
  return Math.max(...[...withDescendants(tags, [id])].map((other) => lineOf(tags, other).length - depth + 1));
}

/** All tags, each before its sub-tags, the levels in order; names by `compareNames`, or as the host's language sorts them. */
export function inTreeOrder(tags: readonly Tag[], compareNames?: NameOrder): TagInTree[] {
  const children = groupByParent([...tags].sort((a, b) => compareTags(a, b, compareNames)));
  const under = (parent: string | null, depth: number, above: string): TagInTree[] =>
    (children.get(parent) ?? []).flatMap((tag) => {
      const path = `${above}${tag.name}`;
      return [{ tag, depth, path }, ...under(tag.id, depth + 1, `${path}/`)];
    });
  return under(null, 0, '');
}

/** The tag right under `parent` whose name is the same, whatever its case or Unicode form. */
export function findChild(tags: readonly Tag[], parent: string | null, name: string): Tag | undefined {
  const key = tagNameKey(name);
  return tags.find((tag) => tag.parent === parent && tagNameKey(tag.name) === key);
}

/** The names that `path` is made of, from the top down, each as it will be kept; or what is wrong with it. */
export function checkTagPath(path: string): Result<string[]> {
  const parts = path.split('/');
  if (parts.length > tagDepthLimit) {
    return fail(
      'invalid',
      say(/*i18n*/ 'Tags have at most {limit} levels, and this one would have {length}: use fewer.', {
        limit: tagDepthLimit,
        length: parts.length,
      }),
    );
  }
  const names: string[] = [];
  for (const part of parts) {
    const name = checkTagName(part);
    if (!name.ok && parts.length > 1 && part.trim() === '') {
      return fail(
        'invalid',
        say(/*i18n*/ 'A tag needs a name before and after each “/”, as in “detention/conditions”: add it.'),
      );
    }
    if (!name.ok) return name;
    names.push(name.value);
  }
  return succeed(names);
}

/** The tag at `path`, whatever its case or Unicode form; `null` where there is none. */
export function findByPath(tags: readonly Tag[], path: string): Tag | null {
  let found: Tag | undefined;
  for (const name of path.split('/')) {
    found = findChild(tags, found?.id ?? null, name);
    if (!found) return null;
  }
  return found ?? null;
}
