import { compareDossiers } from '../../core/dossiers/dossier-name.ts';
import { inReadingOrder, type PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { AttestEvent, Session } from '../../core/session.ts';
import type { Tag } from '../../core/tags/tag.ts';
import { compareTags } from '../../core/tags/tag-tree.ts';

function replace<Item extends { readonly id: string }>(
  items: readonly Item[],
  put: readonly Item[],
  removed: readonly string[],
): Item[] {
  const gone = new Set([...removed, ...put.map(({ id }) => id)]);
  return [...items.filter(({ id }) => !gone.has(id)), ...put];
}

/** The session after `event`. News that the session already holds changes nothing. */
export function applyEvent(session: Session, event: AttestEvent): Session {
  if (event.type === 'save') return { ...session, save: event.save };
  if (event.type !== 'changed') return session;
  if (event.revision <= session.revision) return session;
  const statementIds = session.statements.map(({ id }) => id);
  return {
    ...session,
    revision: event.revision,
    undo: event.undo,
    settings: event.settings,
    searches: event.searches,
    highlights: replace(session.highlights, event.highlights.put, event.highlights.removed).sort(
      inReadingOrder(statementIds),
    ),
    dossiers: replace(session.dossiers, event.dossiers.put, event.dossiers.removed).sort(compareDossiers),
    tags: replace(session.tags, event.tags.put, event.tags.removed).sort(compareTags),
  };
}

/** The tags of a highlight as records, in the order they were put on. */
export function tagsOf(highlight: PlacedHighlight, tags: readonly Tag[]): Tag[] {
  return highlight.tags.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
}
