import type { Tag } from '../tags/tag.ts';
import { findByPath, findChild, lineOf } from '../tags/tag-tree.ts';
import type { Codebook } from './highlight-version.ts';

function followLine({ tags }: Codebook, line: readonly Tag[]): string | null {
  const present = Object.values(tags);
  let found: string | null = null;
  for (const [depth, { id, name }] of line.entries()) {
    const isParentThere: boolean = depth === 0 || found !== null;
    const path = line.slice(0, depth + 1).map((tag) => tag.name);
    const own = Object.hasOwn(tags, id) ? id : null;
    const twin: Tag | null | undefined =
      findByPath(present, path.join('/')) ?? (isParentThere ? findChild(present, found, name) : null);
    found = own ?? twin?.id ?? null;
  }
  return found;
}

/**
 * A function that gives, for the id of a tag of `backup`, the id of the tag that stands for it `now`: itself where it is
 * still there, else the tag at the same path, or under the same tag with the same name; `null` where there is none.
 */
export function matchTags(now: Codebook, backup: Codebook): (id: string) => string | null {
  const past = Object.values(backup.tags);
  const found = new Map<string, string | null>();
  return (id) => {
    if (Object.hasOwn(now.tags, id)) return id;
    if (!found.has(id)) found.set(id, followLine(now, lineOf(past, id)));
    return found.get(id) ?? null;
  };
}
