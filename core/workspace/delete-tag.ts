import { type Result, succeed } from '../result.ts';
import { inTreeOrder, withDescendants } from '../tags/tag-tree.ts';
import type { Change, Patch } from './change.ts';
import { missingTag } from './codebook-edits.ts';
import type { EditContext } from './edit-context.ts';
import type { Workspace } from './workspace.ts';

/** Deletes a tag with its sub-tags. Highlights stay and lose these tags, also those that are left without any. */
export function deleteTag(workspace: Workspace, id: string, context: EditContext): Result<Change> {
  if (!workspace.tags[id]) return missingTag(id);
  const tags = Object.values(workspace.tags);
  const gone = withDescendants(tags, [id]);
  const removed = inTreeOrder(tags).filter(({ tag }) => gone.has(tag.id));
  const highlights = Object.values(workspace.highlights).flatMap((before): Patch[] => {
    const left = before.tags.filter((tag) => !gone.has(tag));
    if (left.length === before.tags.length) return [];
    return [{ of: 'highlight', id: before.id, before, after: { ...before, tags: left, modified: context.now } }];
  });
  return succeed({
    summary: { kind: 'delete-tag', highlights: highlights.length, tags: removed.map(({ path }) => path) },
    patches: [
      ...highlights,
      ...removed.map(({ tag }): Patch => ({ of: 'tag', id: tag.id, before: tag, after: null })).reverse(),
    ],
  });
}
