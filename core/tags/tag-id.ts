import { stableId } from '../text/stable-id.ts';
import { initialTags, tagNameKey } from './tag.ts';

/**
 * The id that a new tag called `name` under the tag `parent` gets: what follows from the two, so that two people who make the same tag
 * have the same. The tags everybody starts with have theirs.
 */
export function tagIdOf(parent: string | null, name: string): string {
  const key = tagNameKey(name);
  const initial = parent === null ? initialTags.find((tag) => tagNameKey(tag.name) === key) : undefined;
  return initial?.id ?? stableId(`attest:tag:${parent ?? ''}`, key);
}
