import { z } from 'zod';
import type { Tag } from '../tags/tag.ts';
import { withDescendants } from '../tags/tag-tree.ts';
import type { Highlight } from './highlight.ts';

/** How chosen tags choose highlights: those with any of them, with each of them, or with none of them. */
export const TagMatch = z.enum(['any', 'all', 'none']);
export type TagMatch = z.infer<typeof TagMatch>;

/**
 * A choice of highlights by tags. `tags` are ids, and each stands for its sub-tags too. No tags restrict nothing.
 * `untagged` adds the highlights without a tag to those with any or all of the tags, and without tags asks for them
 * alone; with `none` they are there in any case.
 */
export const TagFilter = z.object({ tags: z.array(z.string()), match: TagMatch, untagged: z.boolean() });
export type TagFilter = z.infer<typeof TagFilter>;

/** Whether a highlight passes `filter`, as a function to be asked for many. `tags` are all tags of the workspace. */
export function filterByTags(filter: TagFilter, tags: readonly Tag[]): (highlight: Pick<Highlight, 'tags'>) => boolean {
  const families = filter.tags.map((id) => withDescendants(tags, [id]));
  return (highlight) => {
    if (families.length === 0) return filter.match === 'none' || !filter.untagged || highlight.tags.length === 0;
    const has = (family: ReadonlySet<string>): boolean => highlight.tags.some((id) => family.has(id));
    if (filter.match === 'none') return !families.some(has);
    if (highlight.tags.length === 0) return filter.untagged;
    return filter.match === 'any' ? families.some(has) : families.every(has);
  };
}
