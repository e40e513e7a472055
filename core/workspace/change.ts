import { z } from 'zod';
import { CitationStyle } from '../citations/citation-style.ts';
import { Dossier } from '../dossiers/dossier.ts';
import { Highlight } from '../highlights/highlight.ts';
import { OwnStatement, StatementSet } from '../statements/own-statement.ts';
import { Tag } from '../tags/tag.ts';
import { SavedSearch } from './saved-search.ts';
import { initialSettings, Settings } from './settings.ts';
import { Person, Trace } from './trace.ts';
import type { Workspace } from './workspace.ts';

/** Highlights and settings as journals hold them: those of version 3 say nothing of private notes and citation styles. */
const JournalHighlight = Highlight.extend({ isNotePrivate: z.boolean().default(false) });
const JournalSettings = Settings.extend({ citationStyle: CitationStyle.default(initialSettings.citationStyle) });

/** One record of the workspace before and after; `null` where it did not exist or is gone. Settings are always there. */
const Patch = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('highlight'),
    id: z.string(),
    before: JournalHighlight.nullable(),
    after: JournalHighlight.nullable(),
  }),
  z.object({ of: z.literal('tag'), id: z.string(), before: Tag.nullable(), after: Tag.nullable() }),
  z.object({
    of: z.literal('search'),
    id: z.string(),
    before: SavedSearch.nullable(),
    after: SavedSearch.nullable(),
  }),
  z.object({ of: z.literal('dossier'), id: z.string(), before: Dossier.nullable(), after: Dossier.nullable() }),
  z.object({ of: z.literal('trace'), id: z.string(), before: Trace.nullable(), after: Trace.nullable() }),
  z.object({ of: z.literal('person'), id: z.string(), before: Person.nullable(), after: Person.nullable() }),
  z.object({
    of: z.literal('statement'),
    id: z.string(),
    before: OwnStatement.nullable(),
    after: OwnStatement.nullable(),
  }),
  z.object({ of: z.literal('set'), id: z.string(), before: StatementSet.nullable(), after: StatementSet.nullable() }),
  z.object({ of: z.literal('settings'), id: z.literal('settings'), before: JournalSettings, after: JournalSettings }),
]);
export type Patch = z.infer<typeof Patch>;

/** What a change did, for the history and for the words on Undo: which kind, and what it touched. */
export const ChangeSummary = z.object({
  kind: z.enum([
    'highlight',
    'tag-highlight',
    'untag-highlight',
    'note',
    'delete-highlight',
    'reanchor-highlight',
    'keep-orphan',
    'create-tag',
    'rename-tag',
    'recolour-tag',
    'describe-tag',
    'tag-shortcut',
    'move-tag',
    'merge-tags',
    'delete-tag',
    'restore-workspace',
    'restore-highlights',
    'settings',
    'save-search',
    'forget-search',
    'tag-hits',
    'create-dossier',
    'rename-dossier',
    'add-to-dossier',
    'edit-dossier',
    'omit-in-dossier',
    'move-in-dossier',
    'remove-from-dossier',
    'delete-dossier',
    'merge-work',
    'add-statements',
    'update-statement',
    'reread-statement',
    'edit-catalogue',
    'correct-structure',
    'remove-statements',
    'create-set',
    'rename-set',
    'change-set',
    'delete-set',
  ]),
  /**
   * How many highlights it touched: for a change of a tag, those whose tags are others or are called otherwise now; for a
   * change of a dossier, how many of its excerpts it is about.
   */
  highlights: z.int().nonnegative(),
  /**
   * The paths of the tags it is about. A tag that was renamed or moved: before, after. Merged: the one that is gone, the
   * one that stays. A shortcut: its tag, then the tag that had it. Deleted: the tag, then its sub-tags.
   */
  tags: z.array(z.string()),
  /** The names of the dossier it is about, where it is about one. Renamed: before, after. */
  dossiers: z.array(z.string()).optional(),
  /** Whose work was merged, by name. */
  people: z.array(z.string()).optional(),
  /** How many statements it is about, and the title of the first. */
  statements: z.object({ count: z.int().positive(), first: z.string() }).optional(),
  /** The names of the sets of statements it is about. Renamed: before, after. */
  sets: z.array(z.string()).optional(),
});
export type ChangeSummary = z.infer<typeof ChangeSummary>;

/** A change of the workspace, complete in itself: applying its inverse takes it back exactly. */
export const Change = z.object({ summary: ChangeSummary, patches: z.array(Patch) });
export type Change = z.infer<typeof Change>;

function swap(patch: Patch): Patch {
  if (patch.of === 'tag') return { ...patch, before: patch.after, after: patch.before };
  if (patch.of === 'highlight') return { ...patch, before: patch.after, after: patch.before };
  if (patch.of === 'search') return { ...patch, before: patch.after, after: patch.before };
  if (patch.of === 'dossier') return { ...patch, before: patch.after, after: patch.before };
  if (patch.of === 'trace') return { ...patch, before: patch.after, after: patch.before };
  if (patch.of === 'person') return { ...patch, before: patch.after, after: patch.before };
  if (patch.of === 'statement') return { ...patch, before: patch.after, after: patch.before };
  if (patch.of === 'set') return { ...patch, before: patch.after, after: patch.before };
  return { ...patch, before: patch.after, after: patch.before };
}

/** The change that takes `change` back. */
export function invertChange({ summary, patches }: Change): Change {
  return { summary, patches: patches.map(swap).reverse() };
}

function put<Item>(records: Record<string, Item>, id: string, after: Item | null): void {
  if (after === null) delete records[id];
  // As an ordinary property, whatever the id: `__proto__` is a name like any other.
  else Object.defineProperty(records, id, { value: after, configurable: true, enumerable: true, writable: true });
}

/**
 * Puts `change` into `workspace` itself: for the one owner of a workspace, since copying a hundred thousand records for
 * every change takes longer than a frame. Everybody else takes `applyChange`. Records are replaced, never changed.
 */
export function applyInPlace(workspace: Workspace, change: Change): void {
  for (const patch of change.patches) {
    if (patch.of === 'tag') put(workspace.tags, patch.id, patch.after);
    else if (patch.of === 'highlight') put(workspace.highlights, patch.id, patch.after);
    else if (patch.of === 'search') put(workspace.searches, patch.id, patch.after);
    else if (patch.of === 'dossier') put(workspace.dossiers, patch.id, patch.after);
    else if (patch.of === 'trace') put(workspace.traces, patch.id, patch.after);
    else if (patch.of === 'person') put(workspace.people, patch.id, patch.after);
    else if (patch.of === 'statement') put(workspace.statements, patch.id, patch.after);
    else if (patch.of === 'set') put(workspace.sets, patch.id, patch.after);
    else workspace.settings = patch.after;
  }
}

/** The workspace after `change`. */
export function applyChange(workspace: Workspace, change: Change): Workspace {
  const next = {
    ...workspace,
    tags: { ...workspace.tags },
    highlights: { ...workspace.highlights },
    searches: { ...workspace.searches },
    dossiers: { ...workspace.dossiers },
    traces: { ...workspace.traces },
    people: { ...workspace.people },
    statements: { ...workspace.statements },
    sets: { ...workspace.sets },
  };
  applyInPlace(next, change);
  return next;
}
