import { type Result, succeed } from '../result.ts';
import { inTreeOrder, withDescendants } from '../tags/tag-tree.ts';
import { applyChange, type Change } from './change.ts';
import { createTag, describeTag, moveTag, recolourTag, renameTag, setTagShortcut } from './codebook-edits.ts';
import { deleteTag } from './delete-tag.ts';
import type { EditContext } from './edit-context.ts';
import { mergeTags } from './merge-tags.ts';
import type { TagChangePreview, TagOperation } from './tag-operation.ts';
import type { Workspace } from './workspace.ts';

/** The change that `operation` makes of the codebook, or why it cannot be made. */
export function changeTag(workspace: Workspace, operation: TagOperation, context: EditContext): Result<Change> {
  switch (operation.do) {
    case 'create':
      return createTag(workspace, operation.path, context);
    case 'rename':
      return renameTag(workspace, operation.id, operation.name);
    case 'recolour':
      return recolourTag(workspace, operation.id, operation.colour);
    case 'describe':
      return describeTag(workspace, operation.id, operation.description);
    case 'shortcut':
      return setTagShortcut(workspace, operation.id, operation.shortcut);
    case 'move':
      return moveTag(workspace, operation.id, operation.parent);
    case 'merge':
      return mergeTags(workspace, operation.from, operation.into, context);
    case 'delete':
      return deleteTag(workspace, operation.id, context);
  }
}

/** The ids of the tags whose highlights see something of `operation`: other tags, another path or another colour. */
function seenOn(operation: TagOperation, workspace: Workspace): ReadonlySet<string> {
  const family = (id: string) => withDescendants(Object.values(workspace.tags), [id]);
  switch (operation.do) {
    case 'create':
    case 'describe':
    case 'shortcut':
      return new Set();
    case 'recolour':
      return new Set([operation.id]);
    case 'merge':
      return family(operation.from);
    case 'rename':
    case 'move':
    case 'delete':
      return family(operation.id);
  }
}

/** What `operation` would touch, or why it cannot be made. Nothing where nothing would be different. */
export function previewTagChange(
  workspace: Workspace,
  operation: TagOperation,
  context: EditContext,
): Result<TagChangePreview> {
  const made = changeTag(workspace, operation, context);
  if (!made.ok) return made;
  const { patches } = made.value;
  if (patches.length === 0) return succeed({ highlights: 0, untagged: 0, tags: [], statements: [] });
  const after = applyChange(workspace, made.value);
  const seen = seenOn(operation, workspace);
  const highlights = Object.values(workspace.highlights).filter(({ tags }) => tags.some((id) => seen.has(id)));
  const touched = new Set([...seen, ...patches.flatMap(({ of, id }) => (of === 'tag' ? [id] : []))]);
  const shown = inTreeOrder(Object.values((operation.do === 'create' ? after : workspace).tags));
  return succeed({
    highlights: highlights.length,
    untagged: highlights.filter(({ id }) => after.highlights[id]?.tags.length === 0).length,
    tags: shown.filter(({ tag }) => touched.has(tag.id)).map(({ path }) => path),
    statements: [...new Set(highlights.map(({ statement }) => statement))],
  });
}
