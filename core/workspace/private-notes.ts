import type { HighlightVersion, HistoryEntry } from './history.ts';
import type { Workspace } from './workspace.ts';

/** The highlights whose notes are private: as they are now, or, where they are gone, as `entries`, newest first, last knew them. */
function privateNow(entries: readonly HistoryEntry[], { highlights }: Pick<Workspace, 'highlights'>): Set<string> {
  const last = new Map<string, boolean>();
  for (const { id, before, after } of entries.flatMap((entry) => entry.highlights)) {
    const version = after ?? before;
    if (version && !last.has(id)) last.set(id, version.isNotePrivate);
  }
  for (const { id, isNotePrivate } of Object.values(highlights)) last.set(id, isNotePrivate);
  return new Set([...last].flatMap(([id, isPrivate]) => (isPrivate ? [id] : [])));
}

/** The words that were ever private, of each highlight. */
function everPrivate(entries: readonly HistoryEntry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>();
  for (const { id, before, after } of entries.flatMap((entry) => entry.highlights)) {
    for (const version of [before, after]) {
      if (version?.isNotePrivate) words.set(id, (words.get(id) ?? new Set()).add(version.note));
    }
  }
  return words;
}

/**
 * The history, newest first, as it may leave the program: without the words of a note in every version in which it was
 * private or had the words of one that was, and in all versions of those that are private now. These versions say that
 * the note is private.
 */
export function withholdPrivateNotes(
  entries: readonly HistoryEntry[],
  workspace: Pick<Workspace, 'highlights'>,
): HistoryEntry[] {
  const hidden = privateNow(entries, workspace);
  const words = everPrivate(entries);
  const isHidden = (id: string, { note, isNotePrivate }: HighlightVersion): boolean =>
    isNotePrivate || hidden.has(id) || (note !== '' && words.get(id)?.has(note) === true);
  const withhold = (id: string, version: HighlightVersion | null): HighlightVersion | null =>
    version && isHidden(id, version) ? { ...version, note: '', isNotePrivate: true } : version;
  return entries.map((entry) => ({
    ...entry,
    highlights: entry.highlights.map(({ id, before, after }) => ({
      id,
      before: withhold(id, before),
      after: withhold(id, after),
    })),
  }));
}
