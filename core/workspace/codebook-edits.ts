import { fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';
import { checkTagDescription, checkTagName, type Tag, type TagColour } from '../tags/tag.ts';
import {
  findChild,
  heightOf,
  lineOf,
  pathOf,
  tagDepthLimit,
  withDescendants,
  wouldMakeCycle,
} from '../tags/tag-tree.ts';
import type { Change, ChangeSummary, Patch } from './change.ts';
import { creationOf, resolveTags } from './create-tags.ts';
import type { EditContext } from './edit-context.ts';
import type { Workspace } from './workspace.ts';

/** What to say where there is no tag `id`. */
export function missingTag(id: string): ReturnType<typeof fail> {
  return fail('not-found', say(/*i18n*/ 'There is no tag {id}: it may have been deleted or merged.', { id }));
}

function taken(path: string | null): ReturnType<typeof fail> {
  return fail(
    'invalid',
    say(/*i18n*/ 'There is a tag “{path}” already: use it, or choose another name.', { path: path ?? '' }),
  );
}

/** How many highlights have at least one of the tags. */
export function countWithTags({ highlights }: Workspace, ids: ReadonlySet<string>): number {
  return Object.values(highlights).filter(({ tags }) => tags.some((id) => ids.has(id))).length;
}

/** The change of one tag's record, with no patches where nothing would be different. */
function replaceTag(before: Tag, after: Tag, summary: ChangeSummary): Change {
  const keys: readonly (keyof Tag)[] = ['name', 'parent', 'colour', 'shortcut', 'description'];
  const isSame = keys.every((key) => before[key] === after[key]);
  return { summary, patches: isSame ? [] : [{ of: 'tag', id: before.id, before, after }] };
}

/** The summary of a change that gives a tag, and with it those under it, another path. */
function pathChange(workspace: Workspace, kind: ChangeSummary['kind'], after: Tag): ChangeSummary {
  const tags = Object.values(workspace.tags);
  const next = tags.map((tag) => (tag.id === after.id ? after : tag));
  return {
    kind,
    highlights: countWithTags(workspace, withDescendants(tags, [after.id])),
    tags: [tags, next].map((all) => pathOf(all, after.id) ?? after.name),
  };
}

/**
 * Creates the tag at `path`, and those above it that are missing. A path that exists already, whatever its case or
 * Unicode form, is refused.
 */
export function createTag(workspace: Workspace, path: string, context: EditContext): Result<Change> {
  const resolved = resolveTags(workspace, [path], context);
  if (!resolved.ok) return resolved;
  const { tags, created } = resolved.value;
  const all = [...Object.values(workspace.tags), ...created];
  const paths = tags.flatMap(({ id }) => pathOf(all, id) ?? []);
  if (created.length === 0) return taken(paths[0] ?? null);
  return succeed({ summary: { kind: 'create-tag', highlights: 0, tags: paths }, patches: created.map(creationOf) });
}

/** Gives a tag another name, in its place. Refused where another tag on its level has this name. */
export function renameTag(workspace: Workspace, id: string, name: string): Result<Change> {
  const before = workspace.tags[id];
  if (!before) return missingTag(id);
  const checked = checkTagName(name);
  if (!checked.ok) return checked;
  const tags = Object.values(workspace.tags);
  const others = tags.filter((tag) => tag.id !== id);
  const twin = findChild(others, before.parent, checked.value);
  if (twin) return taken(pathOf(tags, twin.id));
  const after = { ...before, name: checked.value };
  return succeed(replaceTag(before, after, pathChange(workspace, 'rename-tag', after)));
}

/** Gives a tag another colour. */
export function recolourTag(workspace: Workspace, id: string, colour: TagColour): Result<Change> {
  const before = workspace.tags[id];
  if (!before) return missingTag(id);
  const path = pathOf(Object.values(workspace.tags), id) ?? before.name;
  const highlights = countWithTags(workspace, new Set([id]));
  return succeed(replaceTag(before, { ...before, colour }, { kind: 'recolour-tag', highlights, tags: [path] }));
}

/** Says what a tag is for; an empty description takes away what was said. */
export function describeTag(workspace: Workspace, id: string, description: string): Result<Change> {
  const before = workspace.tags[id];
  if (!before) return missingTag(id);
  const checked = checkTagDescription(description);
  if (!checked.ok) return checked;
  const path = pathOf(Object.values(workspace.tags), id) ?? before.name;
  const after = { ...before, description: checked.value };
  return succeed(replaceTag(before, after, { kind: 'describe-tag', highlights: 0, tags: [path] }));
}

/** Gives a tag a digit, which the tag that had it loses in the same change; `null` takes the tag's digit away. */
export function setTagShortcut(workspace: Workspace, id: string, shortcut: number | null): Result<Change> {
  const before = workspace.tags[id];
  if (!before) return missingTag(id);
  const tags = Object.values(workspace.tags);
  const holder = shortcut === null ? undefined : tags.find((tag) => tag.shortcut === shortcut && tag.id !== id);
  const paths = [before, ...(holder ? [holder] : [])].flatMap((tag) => pathOf(tags, tag.id) ?? []);
  const own = replaceTag(before, { ...before, shortcut }, { kind: 'tag-shortcut', highlights: 0, tags: paths });
  const loss: Patch[] = holder
    ? [{ of: 'tag', id: holder.id, before: holder, after: { ...holder, shortcut: null } }]
    : [];
  return succeed({ ...own, patches: [...loss, ...own.patches] });
}

/**
 * Puts a tag, with its sub-tags, under `parent`; `null` for the top. Refused into itself or a tag under it, where a tag
 * there has its name, and where there would be too many levels.
 */
export function moveTag(workspace: Workspace, id: string, parent: string | null): Result<Change> {
  const before = workspace.tags[id];
  if (!before) return missingTag(id);
  if (parent !== null && !workspace.tags[parent]) return missingTag(parent);
  const tags = Object.values(workspace.tags);
  const path = pathOf(tags, id) ?? before.name;
  if (wouldMakeCycle(tags, id, parent)) {
    return fail(
      'invalid',
      say(/*i18n*/ '“{path}” cannot lie under itself or one of its sub-tags: choose another tag, or the top.', {
        path,
      }),
    );
  }
  const others = tags.filter((tag) => tag.id !== id);
  const twin = findChild(others, parent, before.name);
  if (twin) {
    const there = pathOf(tags, twin.id);
    return fail(
      'invalid',
      say(/*i18n*/ 'There is a tag “{there}” already: rename “{path}” first, or merge the two.', {
        there: there ?? '',
        path,
      }),
    );
  }
  const levels = (parent === null ? 0 : lineOf(tags, parent).length) + heightOf(tags, id);
  if (levels > tagDepthLimit) return tooDeep(levels);
  const after = { ...before, parent };
  return succeed(replaceTag(before, after, pathChange(workspace, 'move-tag', after)));
}

/** What to say where tags would lie in more than `tagDepthLimit` levels. */
export function tooDeep(levels: number): ReturnType<typeof fail> {
  return fail(
    'invalid',
    say(/*i18n*/ 'Tags have at most {limit} levels, and there would be {levels}: choose a tag nearer to the top.', {
      limit: tagDepthLimit,
      levels,
    }),
  );
}
