import { fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';
import { type Tag, tagDescriptionLimit } from '../tags/tag.ts';
import { findChild, lineOf, pathOf, tagDepthLimit, withDescendants } from '../tags/tag-tree.ts';
import type { Change, Patch } from './change.ts';
import { countWithTags, missingTag, tooDeep } from './codebook-edits.ts';
import type { EditContext } from './edit-context.ts';
import type { Workspace } from './workspace.ts';

/** The codebook in the middle of a merge: the tags as they are so far, and which tag stands for one that is gone. */
interface Merging {
  readonly tags: Map<string, Tag>;
  readonly standIns: Map<string, string>;
}

/** What stays has its own name, place and colour; a digit and a description it gets where it has none. */
function combine(from: Tag, into: Tag): Tag {
  const both = [...new Set([into.description, from.description])].filter((text) => text !== '').join('\n');
  const description = both.length > tagDescriptionLimit ? into.description : both;
  return { ...into, shortcut: into.shortcut ?? from.shortcut, description };
}

/** Takes `from` out and puts what lies under it under `into`, merging again where a name is taken there. */
function absorb({ tags, standIns }: Merging, from: Tag, into: Tag): void {
  tags.delete(from.id);
  standIns.set(from.id, into.id);
  tags.set(into.id, combine(from, into));
  for (const child of [...tags.values()].filter(({ parent }) => parent === from.id)) {
    const twin = findChild([...tags.values()], into.id, child.name);
    if (twin) absorb({ tags, standIns }, child, twin);
    else tags.set(child.id, { ...child, parent: into.id });
  }
}

function tagPatches(workspace: Workspace, after: ReadonlyMap<string, Tag>): Patch[] {
  return Object.values(workspace.tags).flatMap((before): Patch[] => {
    const next = after.get(before.id) ?? null;
    const isSame =
      next?.parent === before.parent && next.shortcut === before.shortcut && next.description === before.description;
    return isSame ? [] : [{ of: 'tag', id: before.id, before, after: next }];
  });
}

function highlightPatches(workspace: Workspace, standIns: ReadonlyMap<string, string>, now: string): Patch[] {
  return Object.values(workspace.highlights).flatMap((before): Patch[] => {
    if (!before.tags.some((id) => standIns.has(id))) return [];
    const tags = [...new Set(before.tags.map((id) => standIns.get(id) ?? id))];
    return [{ of: 'highlight', id: before.id, before, after: { ...before, tags, modified: now } }];
  });
}

/**
 * Merges two tags: `into` goes on every highlight of `from`, in its place and never twice, and `from` goes. The sub-tags
 * of `from` move under `into`, and where one there has the same name, those two are merged likewise. `into` keeps its
 * name and colour, and gets the digit and the description of `from` where it has none (two descriptions are joined, if
 * they fit). Refused where `into` is `from`, or lies under it.
 */
export function mergeTags(workspace: Workspace, from: string, into: string, context: EditContext): Result<Change> {
  const source = workspace.tags[from];
  const target = workspace.tags[into];
  if (!source || !target) return missingTag(source ? into : from);
  const all = Object.values(workspace.tags);
  const [fromPath = source.name, intoPath = target.name] = [from, into].flatMap((id) => pathOf(all, id) ?? []);
  if (from === into)
    return fail(
      'invalid',
      say(/*i18n*/ '“{fromPath}” cannot be merged with itself: choose another tag.', { fromPath }),
    );
  const family = withDescendants(all, [from]);
  if (family.has(into)) {
    return fail(
      'invalid',
      say(/*i18n*/ '“{intoPath}” lies under “{fromPath}”: move it out first, or merge it into “{fromPath}”.', {
        intoPath,
        fromPath,
      }),
    );
  }
  const merging: Merging = { tags: new Map(all.map((tag) => [tag.id, tag])), standIns: new Map() };
  absorb(merging, source, target);
  const after = [...merging.tags.values()];
  const levels = Math.max(...[...withDescendants(after, [into])].map((id) => lineOf(after, id).length));
  if (levels > tagDepthLimit) return tooDeep(levels);
  return succeed({
    summary: { kind: 'merge-tags', highlights: countWithTags(workspace, family), tags: [fromPath, intoPath] },
    patches: [...highlightPatches(workspace, merging.standIns, context.now), ...tagPatches(workspace, merging.tags)],
  });
}
