import type { Selector } from '../anchoring/selector.ts';
import type { Highlight } from '../highlights/highlight.ts';
import { fail, type Result, succeed } from '../result.ts';
import { checkTagName, type Tag, TagColour, tagNameKey } from '../tags/tag.ts';
import type { Change, ChangeSummary, Patch } from './change.ts';
import type { Workspace } from './workspace.ts';

/** What an edit takes from outside: the time it happens (ISO 8601, UTC) and a source of unused ids. */
export interface EditContext {
  readonly now: string;
  readonly newId: () => string;
}

/** The longest note, in UTF-16 units. */
const noteLimit = 100_000;

/** What to highlight and with what. `tags` are names: those that do not exist yet are created in the same change. */
export interface NewHighlight {
  readonly statement: string;
  readonly selector: Selector;
  readonly tags: readonly string[];
  readonly note: string;
}

/** What to change on a highlight; what is left out stays. `tags` are names, replacing the present ones. */
export interface HighlightEdit {
  readonly tags?: readonly string[] | undefined;
  readonly note?: string | undefined;
}

interface ResolvedTags {
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

function resolveTags(workspace: Workspace, names: readonly string[], { newId }: EditContext): Result<ResolvedTags> {
  const known = Object.values(workspace.tags);
  const tags: Tag[] = [];
  const created: Tag[] = [];
  for (const name of names) {
    const checked = checkTagName(name);
    if (!checked.ok) return checked;
    const key = tagNameKey(checked.value);
    let tag = [...known, ...created].find((candidate) => tagNameKey(candidate.name) === key);
    if (!tag) {
      const all = [...known, ...created];
      tag = { id: newId(), name: checked.value, colour: nextColour(all), shortcut: nextShortcut(all) };
      created.push(tag);
    }
    if (!tags.includes(tag)) tags.push(tag);
  }
  return succeed({ tags, created });
}

const creationOf = (tag: Tag): Patch => ({ of: 'tag', id: tag.id, before: null, after: tag });

function checkNote(note: string): Result<string> {
  if (note.length <= noteLimit) return succeed(note);
  return fail('invalid', `A note has at most ${noteLimit} characters, and this one has ${note.length}: shorten it.`);
}

function missing(id: string): ReturnType<typeof fail> {
  return fail('not-found', `There is no highlight ${id}: it may have been deleted.`);
}

/** Whether `highlight` marks exactly the passage of `selector`, in the same bytes of the same statement. */
export function isSamePassage(highlight: Highlight, statement: string, selector: Selector): boolean {
  const { start, end, source } = highlight.selector;
  return (
    highlight.statement === statement && start === selector.start && end === selector.end && source === selector.source
  );
}

/** Creates a tag. A name that exists already, whatever its case or Unicode form, is refused. */
export function createTag(workspace: Workspace, name: string, context: EditContext): Result<Change> {
  const resolved = resolveTags(workspace, [name], context);
  if (!resolved.ok) return resolved;
  const [tag] = resolved.value.created;
  if (!tag)
    return fail('invalid', `There is a tag “${resolved.value.tags[0]?.name}” already: use it, or choose another name.`);
  return succeed({ summary: { kind: 'create-tag', highlights: 0, tags: [tag.name] }, patches: [creationOf(tag)] });
}

/**
 * Highlights a passage. Where exactly this passage is highlighted already, that highlight gets the tags and the note
 * instead, so that one passage never counts twice. The change's highlight patch is always its last.
 */
export function addHighlight(workspace: Workspace, input: NewHighlight, context: EditContext): Result<Change> {
  const { statement, selector } = input;
  const twin = Object.values(workspace.highlights).find((other) => isSamePassage(other, statement, selector));
  if (twin) {
    const names = twin.tags.flatMap((id) => workspace.tags[id]?.name ?? []);
    const note = [twin.note, input.note].filter((text) => text !== '').join('\n');
    return editHighlight(workspace, twin.id, { tags: [...names, ...input.tags], note }, context);
  }
  const resolved = resolveTags(workspace, input.tags, context);
  if (!resolved.ok) return resolved;
  const note = checkNote(input.note);
  if (!note.ok) return note;
  const { tags, created } = resolved.value;
  const highlight: Highlight = {
    id: context.newId(),
    statement,
    selector,
    tags: tags.map((tag) => tag.id),
    note: note.value,
    created: context.now,
    modified: context.now,
  };
  return succeed({
    summary: { kind: 'highlight', highlights: 1, tags: tags.map((tag) => tag.name) },
    patches: [...created.map(creationOf), { of: 'highlight', id: highlight.id, before: null, after: highlight }],
  });
}

function summaryOf(before: Highlight, after: Highlight, workspace: Workspace, created: readonly Tag[]): ChangeSummary {
  const nameOf = (id: string): string => (workspace.tags[id] ?? created.find((tag) => tag.id === id))?.name ?? id;
  const added = after.tags.filter((id) => !before.tags.includes(id)).map(nameOf);
  const removed = before.tags.filter((id) => !after.tags.includes(id)).map(nameOf);
  if (added.length > 0) return { kind: 'tag-highlight', highlights: 1, tags: added };
  if (removed.length > 0) return { kind: 'untag-highlight', highlights: 1, tags: removed };
  return { kind: 'note', highlights: 1, tags: [] };
}

/** Changes the tags or the note of a highlight. The change has no patches where nothing would be different. */
export function editHighlight(
  workspace: Workspace,
  id: string,
  edit: HighlightEdit,
  context: EditContext,
): Result<Change> {
  const before = workspace.highlights[id];
  if (!before) return missing(id);
  const resolved = resolveTags(workspace, edit.tags ?? [], context);
  if (!resolved.ok) return resolved;
  const note = checkNote(edit.note ?? before.note);
  if (!note.ok) return note;
  const tags = edit.tags === undefined ? before.tags : resolved.value.tags.map((tag) => tag.id);
  const { created } = resolved.value;
  const after: Highlight = { ...before, tags, note: note.value, modified: context.now };
  const isSame = note.value === before.note && tags.join() === before.tags.join();
  return succeed({
    summary: summaryOf(before, after, workspace, created),
    patches: isSame ? [] : [...created.map(creationOf), { of: 'highlight', id, before, after }],
  });
}

/** Deletes highlights, all of them or, where one does not exist, none. */
export function deleteHighlights(workspace: Workspace, ids: readonly string[]): Result<Change> {
  const patches: Patch[] = [];
  for (const id of new Set(ids)) {
    const before = workspace.highlights[id];
    if (!before) return missing(id);
    patches.push({ of: 'highlight', id, before, after: null });
  }
  return succeed({ summary: { kind: 'delete-highlight', highlights: patches.length, tags: [] }, patches });
}
