import type { Selector } from '../anchoring/selector.ts';
import type { Highlight } from '../highlights/highlight.ts';
import { fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';
import type { Tag } from '../tags/tag.ts';
import { findByPath, pathOf } from '../tags/tag-tree.ts';
import type { Change, ChangeSummary, Patch } from './change.ts';
import { creationOf, resolveTags } from './create-tags.ts';
import { dropExcerpts } from './dossier-references.ts';
import type { EditContext } from './edit-context.ts';
import { findTwin } from './passage-index.ts';
import type { Workspace } from './workspace.ts';

/** The longest note, in UTF-16 units. */
export const noteLimit = 100_000;

/** What to highlight and with what. `tags` are paths: what does not exist yet is created in the same change. */
export interface NewHighlight {
  readonly statement: string;
  readonly selector: Selector;
  readonly tags: readonly string[];
  readonly note: string;
  readonly isNotePrivate?: boolean | undefined;
}

/** What to change on a highlight; what is left out stays. `tags` are paths, replacing the present ones. */
export interface HighlightEdit {
  readonly tags?: readonly string[] | undefined;
  readonly note?: string | undefined;
  readonly isNotePrivate?: boolean | undefined;
}

/** The note as it can be kept, or a sentence about its length. */
export function checkNote(note: string): Result<string> {
  if (note.length <= noteLimit) return succeed(note);
  return fail(
    'invalid',
    say(/*i18n*/ 'A note has at most {limit} characters, and this one has {length}: shorten it.', {
      limit: noteLimit,
      length: note.length,
    }),
  );
}

/** Two notes as one, each once: what runs twice must do no harm. */
export function joinNotes(note: string, more: string): string {
  if (more === '' || note === more || note.endsWith(`\n${more}`) || note.startsWith(`${more}\n`)) return note;
  return note === '' ? more : `${note}\n${more}`;
}

/** What to say where there is no highlight `id`. */
export function missing(id: string): ReturnType<typeof fail> {
  return fail('not-found', say(/*i18n*/ 'There is no highlight {id}: it may have been deleted.', { id }));
}

function pathsOf(workspace: Workspace, created: readonly Tag[], ids: readonly string[]): string[] {
  const tags = [...Object.values(workspace.tags), ...created];
  return ids.map((id) => pathOf(tags, id) ?? id);
}

/**
 * Highlights a passage. Where exactly this passage is highlighted already, that highlight gets the tags and the note
 * instead, so that one passage never counts twice. The change's highlight patch is always its last.
 */
export function addHighlight(workspace: Workspace, input: NewHighlight, context: EditContext): Result<Change> {
  const { statement, selector } = input;
  const twin = findTwin(workspace, context, statement, selector);
  if (twin) {
    const paths = twin.tags.flatMap((id) => pathOf(Object.values(workspace.tags), id) ?? []);
    const note = joinNotes(twin.note, input.note);
    // A note that is added to another makes it private; one that is not does not make it public.
    const isNotePrivate = twin.isNotePrivate || (input.isNotePrivate === true && input.note !== '');
    return editHighlight(workspace, twin.id, { tags: [...paths, ...input.tags], note, isNotePrivate }, context);
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
    isNotePrivate: input.isNotePrivate ?? false,
    orphan: false,
    created: context.now,
    modified: context.now,
  };
  return succeed({
    summary: { kind: 'highlight', highlights: 1, tags: pathsOf(workspace, created, highlight.tags) },
    patches: [...created.map(creationOf), { of: 'highlight', id: highlight.id, before: null, after: highlight }],
  });
}

function summaryOf(before: Highlight, after: Highlight, workspace: Workspace, created: readonly Tag[]): ChangeSummary {
  const added = after.tags.filter((id) => !before.tags.includes(id));
  const removed = before.tags.filter((id) => !after.tags.includes(id));
  const paths = (ids: readonly string[]): string[] => pathsOf(workspace, created, ids);
  if (added.length > 0) return { kind: 'tag-highlight', highlights: 1, tags: paths(added) };
  if (removed.length > 0) return { kind: 'untag-highlight', highlights: 1, tags: paths(removed) };
  return { kind: 'note', highlights: 1, tags: [] };
}

/** Changes the tags or the note of a highlight, or who may see the note. The change has no patches where nothing would be different. */
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
  const isNotePrivate = edit.isNotePrivate ?? before.isNotePrivate;
  const after: Highlight = { ...before, tags, note: note.value, isNotePrivate, modified: context.now };
  const isSame =
    note.value === before.note && isNotePrivate === before.isNotePrivate && tags.join() === before.tags.join();
  return succeed({
    summary: summaryOf(before, after, workspace, created),
    patches: isSame ? [] : [...created.map(creationOf), { of: 'highlight', id, before, after }],
  });
}

/** Puts the tag at `path` on a highlight, creating it where it does not exist, or takes it off where it is on. */
export function toggleTag(workspace: Workspace, id: string, path: string, context: EditContext): Result<Change> {
  const before = workspace.highlights[id];
  if (!before) return missing(id);
  const all = Object.values(workspace.tags);
  const known = findByPath(all, path);
  const paths = before.tags.filter((tag) => tag !== known?.id).flatMap((tag) => pathOf(all, tag) ?? []);
  const isOn = known !== null && before.tags.includes(known.id);
  return editHighlight(workspace, id, { tags: isOn ? paths : [...paths, path] }, context);
}

/**
 * Deletes highlights, with their excerpts in dossiers: all of them or, where one does not exist, none.
 */
export function deleteHighlights(workspace: Workspace, ids: readonly string[], context: EditContext): Result<Change> {
  const gone = new Set(ids);
  const patches: Patch[] = [];
  for (const id of gone) {
    const before = workspace.highlights[id];
    if (!before) return missing(id);
    patches.push({ of: 'highlight', id, before, after: null });
  }
  return succeed({
    summary: { kind: 'delete-highlight', highlights: patches.length, tags: [] },
    patches: [...dropExcerpts(workspace, gone, context), ...patches],
  });
}
