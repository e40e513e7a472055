import type { Selector } from '../anchoring/selector.ts';
import type { Highlight } from '../highlights/highlight.ts';
import { type Result, succeed } from '../result.ts';
import type { Change, ChangeSummary } from './change.ts';
import { redirectExcerpts } from './dossier-references.ts';
import type { EditContext } from './edit-context.ts';
import { checkNote, joinNotes, missing } from './edits.ts';
import { findTwin } from './passage-index.ts';
import type { Workspace } from './workspace.ts';

const isSameSelector = (a: Selector, b: Selector): boolean =>
  a.quote === b.quote &&
  a.prefix === b.prefix &&
  a.suffix === b.suffix &&
  a.start === b.start &&
  a.end === b.end &&
  a.source === b.source;

function mergeInto(twin: Highlight, before: Highlight, context: EditContext): Result<Highlight> {
  const note = checkNote(joinNotes(twin.note, before.note));
  if (!note.ok) return note;
  const tags = [...new Set([...twin.tags, ...before.tags])];
  // Whoever hid a note has it hidden still; an empty one hides nothing.
  const isNotePrivate = [twin, before].some(
    (highlight) => highlight.isNotePrivate && (highlight.note !== '' || note.value === ''),
  );
  return succeed({ ...twin, tags, note: note.value, isNotePrivate, modified: context.now });
}

/**
 * Puts a highlight at `selector`, with the words that stand there; an orphan is one no more. Where another highlight
 * marks exactly this passage already, that one gets the tags and the note, stands in the dossiers
 * where this one stood, and this one goes, so that one passage never counts twice. What dossiers leave out of it stays on
 * its words. The change has no patches where nothing would be different; its last patch is the highlight that stays.
 */
export function reanchorHighlight(
  workspace: Workspace,
  id: string,
  selector: Selector,
  context: EditContext,
): Result<Change> {
  const before = workspace.highlights[id];
  if (!before) return missing(id);
  const summary: ChangeSummary = { kind: 'reanchor-highlight', highlights: 1, tags: [] };
  const twin = findTwin(workspace, context, before.statement, selector, id);
  if (twin) {
    const merged = mergeInto(twin, before, context);
    if (!merged.ok) return merged;
    return succeed({
      summary,
      patches: [
        ...redirectExcerpts(workspace, before, twin, context),
        { of: 'highlight', id, before, after: null },
        { of: 'highlight', id: twin.id, before: twin, after: merged.value },
      ],
    });
  }
  const isSame = !before.orphan && isSameSelector(before.selector, selector);
  const after: Highlight = { ...before, selector, orphan: false, modified: context.now };
  return succeed({
    summary,
    patches: isSame
      ? []
      : [...redirectExcerpts(workspace, before, after, context), { of: 'highlight', id, before, after }],
  });
}

/** Keeps a highlight as an orphan: its quotation stays, and no place is looked for. No patches where it is one already. */
export function keepAsOrphan(workspace: Workspace, id: string, context: EditContext): Result<Change> {
  const before = workspace.highlights[id];
  if (!before) return missing(id);
  const after: Highlight = { ...before, orphan: true, modified: context.now };
  return succeed({
    summary: { kind: 'keep-orphan', highlights: 1, tags: [] },
    patches: before.orphan ? [] : [{ of: 'highlight', id, before, after }],
  });
}
