import { compareDossiers } from '../../core/dossiers/dossier-name.ts';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { AttestEvent, Session } from '../../core/session.ts';
import type { Tag } from '../../core/tags/tag.ts';
import { compareTags } from '../../core/tags/tag-tree.ts';
import { compareSets } from '../../core/workspace/set-edits.ts';
import { updateHighlights } from './order-highlights.ts';

function replace<Item extends { readonly id: string }>(
  items: readonly Item[],
  put: readonly Item[],
  removed: readonly string[],
): Item[] {
  if (put.length === 0 && removed.length === 0) return [...items];
  const gone = new Set([...removed, ...put.map(({ id }) => id)]);
  return [...items.filter(({ id }) => !gone.has(id)), ...put];
}

/** As `replace`, but what was there stays in its place, and what is new comes last. */
function replaceInPlace<Item extends { readonly id: string }>(
  items: Item[],
  put: readonly Item[],
  removed: readonly string[],
): Item[] {
  if (put.length === 0 && removed.length === 0) return items;
  const gone = new Set(removed);
  const all = new Map(items.map((item) => [item.id, item]));
  for (const item of put) all.set(item.id, item);
  return [...all.values()].filter(({ id }) => !gone.has(id));
}

/** What a file was found to be: what stands where it stood is in its place, and nothing comes that is not there. */
function applyLibraryEvent(session: Session, event: Extract<AttestEvent, { readonly type: 'library' }>): Session {
  const found = new Map(event.statements.map((summary) => [summary.id, summary]));
  const statements = found.size === 0 ? session.statements : session.statements.map((one) => found.get(one.id) ?? one);
  if (session.unread !== undefined) {
    // Those that are not there yet are on their way, and stand as they are told here.
    const ids = statements.map(({ id }) => id);
    return { ...session, statements, highlights: updateHighlights(session.highlights, event.highlights, [], ids) };
  }
  const placed = new Map(event.highlights.map((highlight) => [highlight.id, highlight]));
  const highlights =
    placed.size === 0 ? session.highlights : session.highlights.map((one) => placed.get(one.id) ?? one);
  return { ...session, statements, highlights };
}

/** The session after `event`. News that the session already holds changes nothing. */
export function applyEvent(session: Session, event: AttestEvent): Session {
  if (event.type === 'save') return { ...session, save: event.save };
  if (event.type === 'adding') return { ...session, adding: event.adding };
  if (event.type === 'fixity') return { ...session, fixity: event.fixity };
  if (event.type === 'library') return applyLibraryEvent(session, event);
  if (event.type !== 'changed') return session;
  if (event.revision <= session.revision) return session;
  const statements = replaceInPlace(session.statements, event.statements.put, event.statements.removed);
  const statementIds = statements.map(({ id }) => id);
  return {
    ...session,
    revision: event.revision,
    undo: event.undo,
    settings: event.settings,
    searches: event.searches,
    highlights: updateHighlights(session.highlights, event.highlights.put, event.highlights.removed, statementIds),
    statements,
    sets: replace(session.sets, event.sets.put, event.sets.removed).sort(compareSets),
    dossiers: replace(session.dossiers, event.dossiers.put, event.dossiers.removed).sort(compareDossiers),
    tags: replace(session.tags, event.tags.put, event.tags.removed).sort(compareTags),
  };
}

/** The tags of a highlight as records, in the order they were put on. */
export function tagsOf(highlight: PlacedHighlight, tags: readonly Tag[]): Tag[] {
  return highlight.tags.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
}
