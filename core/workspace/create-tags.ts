import { type Result, succeed } from '../result.ts';
import { type Tag, TagColour } from '../tags/tag.ts';
import { tagIdOf } from '../tags/tag-id.ts';
import { checkTagPath, findChild } from '../tags/tag-tree.ts';
import type { Patch } from './change.ts';
import type { EditContext } from './edit-context.ts';
import type { Workspace } from './workspace.ts';

/** Tags that were asked for by their paths; `created` are those of them, and of those above them, that are new. */
export interface ResolvedTags {
  readonly tags: readonly Tag[];
  readonly created: readonly Tag[];
}

function nextColour(tags: readonly Tag[]): TagColour {
  const used = (colour: TagColour): number => tags.filter((tag) => tag.colour === colour).length;
  return TagColour.options.reduce((best, colour) => (used(colour) < used(best) ? colour : best));
}

function nextShortcut(tags: readonly Tag[]): number | null {
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  return digits.find((digit) => !tags.some((tag) => tag.shortcut === digit)) ?? null;
}

/** The id of a new tag; `null` where a tag that was renamed or moved has it already. */
function idFor(parent: string | null, name: string, tags: readonly Tag[]): string | null {
  const id = tagIdOf(parent, name);
  return tags.some((tag) => tag.id === id) ? null : id;
}

/**
 * The tags at `paths`, each once. What is missing is made: the tag itself with the first free digit, those above it with
 * none, each with the colour that is used least.
 */
export function resolveTags(
  workspace: Workspace,
  paths: readonly string[],
  { newId }: EditContext,
): Result<ResolvedTags> {
  const all = Object.values(workspace.tags);
  const tags: Tag[] = [];
  const created: Tag[] = [];
  for (const path of paths) {
    const names = checkTagPath(path);
    if (!names.ok) return names;
    const line: Tag[] = [];
    for (const name of names.value) {
      const parent = line.at(-1)?.id ?? null;
      const isLast = line.length === names.value.length - 1;
      let tag = findChild(all, parent, name);
      if (!tag) {
        const shortcut = isLast ? nextShortcut(all) : null;
        tag = {
          id: idFor(parent, name, all) ?? newId(),
          name,
          parent,
          colour: nextColour(all),
          shortcut,
          description: '',
        };
        all.push(tag);
        created.push(tag);
      }
      line.push(tag);
    }
    const found = line.at(-1);
    if (found && !tags.includes(found)) tags.push(found);
  }
  return succeed({ tags, created });
}

/** The patch that creates `tag`. */
export const creationOf = (tag: Tag): Patch => ({ of: 'tag', id: tag.id, before: null, after: tag });
