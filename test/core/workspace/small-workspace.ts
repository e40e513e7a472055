import { describePassage } from '../../../core/anchoring/selector.ts';
import type { Result } from '../../../core/result.ts';
import { inTreeOrder } from '../../../core/tags/tag-tree.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { applyChange, type Change } from '../../../core/workspace/change.ts';
import { createTag } from '../../../core/workspace/codebook-edits.ts';
import type { EditContext } from '../../../core/workspace/edit-context.ts';
import { addHighlight, type NewHighlight } from '../../../core/workspace/edits.ts';
import { newWorkspace, type Workspace } from '../../../core/workspace/workspace.ts';

const text = 'regular use of torture against detainees; inhuman and degrading prison conditions';
const source = 'c'.repeat(64);

/** A fixed time, and ids that begin with `prefix` and count. */
export function editing(prefix = 'id'): EditContext {
  const ids = (function* count() {
    for (let id = 1; ; id += 1) yield `${prefix}-${id}`;
  })();
  return { now: '2026-01-02T03:04:05.000Z', newId: () => ids.next().value };
}

/** What to highlight: a passage of a text of 81 characters. */
export function passageAt(start: number, end: number, tags: readonly string[] = [], note = ''): NewHighlight {
  const selector = describePassage(text, { start: utf16(start), end: utf16(end) }, source);
  return { statement: 's', selector, tags, note };
}

/** The value; a fault fails the test. */
export function take<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

/** The sentence of a refusal; anything else fails the test. */
export function refusal(result: Result<unknown>): string {
  if (result.ok) throw new Error('This was not refused.');
  return result.fault.message;
}

/** The workspace after a change that is expected to be possible. */
export function applied(workspace: Workspace, change: Result<Change>): Workspace {
  return applyChange(workspace, take(change));
}

/** A new workspace with these tags more, and a highlight for each list of paths in `highlights`. */
export function workspaceWith(tags: readonly string[], highlights: readonly (readonly string[])[] = []): Workspace {
  const context = editing('made');
  const tagged = tags.reduce(
    (workspace, path) => applied(workspace, createTag(workspace, path, context)),
    newWorkspace('w'),
  );
  return highlights.reduce(
    (workspace, paths, at) => applied(workspace, addHighlight(workspace, passageAt(at, at + 5, paths), context)),
    tagged,
  );
}

/** The paths of all tags in tree order. */
export const pathsIn = ({ tags }: Workspace): string[] => inTreeOrder(Object.values(tags)).map(({ path }) => path);

/** The id of the tag at `path`. */
export function idOf({ tags }: Workspace, path: string): string {
  const found = inTreeOrder(Object.values(tags)).find((entry) => entry.path === path);
  if (!found) throw new Error(`There is no tag ${path}.`);
  return found.tag.id;
}

/** The paths on each highlight, highlights in the order they were made. */
export function taggingIn(workspace: Workspace): string[][] {
  const paths = new Map(inTreeOrder(Object.values(workspace.tags)).map(({ tag, path }) => [tag.id, path]));
  return Object.values(workspace.highlights).map(({ tags }) => tags.map((id) => paths.get(id) ?? `unknown ${id}`));
}
