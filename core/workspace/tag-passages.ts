import type { Selector } from '../anchoring/selector.ts';
import type { Highlight } from '../highlights/highlight.ts';
import { type Result, succeed } from '../result.ts';
import { pathOf } from '../tags/tag-tree.ts';
import type { Change, Patch } from './change.ts';
import { creationOf, resolveTags } from './create-tags.ts';
import type { EditContext } from './edit-context.ts';
import { findTwin } from './passage-index.ts';
import type { Workspace } from './workspace.ts';

/** A passage to be highlighted and tagged. */
export interface PassageToTag {
  readonly statement: string;
  readonly selector: Selector;
}

/**
 * Highlights passages and puts the tag at `path` on them, creating it where it does not exist. Where exactly a passage is
 * highlighted already, that highlight gets the tag. No patches for those that have it.
 */
export function tagPassages(
  workspace: Workspace,
  passages: readonly PassageToTag[],
  path: string,
  context: EditContext,
): Result<Change> {
  const resolved = resolveTags(workspace, [path], context);
  if (!resolved.ok) return resolved;
  const { tags, created } = resolved.value;
  const ids = tags.map(({ id }) => id);
  const patches = passages.flatMap(({ statement, selector }): Patch[] => {
    const twin = findTwin(workspace, context, statement, selector);
    if (twin && ids.every((id) => twin.tags.includes(id))) return [];
    const fresh: Highlight = {
      id: context.newId(),
      statement,
      selector,
      tags: [],
      note: '',
      isNotePrivate: false,
      orphan: false,
      created: context.now,
      modified: context.now,
    };
    const before = twin ?? fresh;
    const after = { ...before, tags: [...new Set([...before.tags, ...ids])], modified: context.now };
    return [{ of: 'highlight', id: after.id, before: twin, after }];
  });
  const all = [...Object.values(workspace.tags), ...created];
  return succeed({
    summary: { kind: 'tag-hits', highlights: patches.length, tags: ids.flatMap((id) => pathOf(all, id) ?? []) },
    patches: patches.length === 0 ? [] : [...created.map(creationOf), ...patches],
  });
}
