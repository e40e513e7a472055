import { initialTags, tagNameKey } from '../tags/tag.ts';
import { stableId } from '../text/stable-id.ts';

/**
 * The id of the tag that is called `name` under the tag `parent`, as a new tag gets it: whoever has a tag of the same path has the same
 * tag. The tags everybody starts with have theirs.
 */
export function tagIdOf(parent: string | null, name: string): string {
  const key = tagNameKey(name);
  const initial = parent === null ? initialTags.find((tag) => tagNameKey(tag.name) === key) : undefined;
  return initial?.id ?? stableId(`attest:tag:${parent ?? ''}`, key);
}
