import { fail, type Result, succeed } from '../../core/result.ts';
import { type Tag, tagNameKey } from '../../core/tags/tag.ts';
import { checkTagPath, findByPath, inTreeOrder } from '../../core/tags/tag-tree.ts';
import { hintNames } from './nearest-names.ts';

/**
 * The tag that `name` means: by its path, or by its own name where only one tag is called so. `null` where there is
 * none. Fails where the name could not be a tag's, or more than one is called so.
 */
export function lookUpTag(tags: readonly Tag[], name: string): Result<Tag | null> {
  const checked = checkTagPath(name);
  if (!checked.ok) return checked;
  const exact = findByPath(tags, name);
  if (exact) return succeed(exact);
  const called = inTreeOrder(tags).filter(({ tag }) => tagNameKey(tag.name) === tagNameKey(name));
  if (called.length <= 1) return succeed(called[0]?.tag ?? null);
  const paths = called.map(({ path }) => path).join(', ');
  return fail('invalid', `More than one tag is called “${name}”: write which, of ${paths}.`);
}

/** The tag that `name` means, as `lookUpTag` finds it; fails with a hint where there is none. */
export function findTag(tags: readonly Tag[], name: string): Result<Tag> {
  const found = lookUpTag(tags, name);
  if (!found.ok) return found;
  if (found.value) return succeed(found.value);
  const paths = inTreeOrder(tags).map(({ path }) => path);
  return fail('not-found', `There is no tag “${name}”. ${hintNames(name, paths, 'tags')}`);
}
