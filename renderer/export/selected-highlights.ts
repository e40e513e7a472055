import { filterHighlights } from '../../core/excerpts/filter-highlights.ts';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { ReportSelection } from '../../core/report/report-request.ts';
import type { Session } from '../../core/session.ts';

/** The highlights that a report of `selection` is made from, each once. */
export function selectedHighlights(
  session: Pick<Session, 'highlights' | 'statements' | 'tags' | 'dossiers'>,
  selection: ReportSelection,
): readonly PlacedHighlight[] {
  const { highlights, statements, tags, dossiers } = session;
  if (selection.of === 'excerpts') {
    return filterHighlights(highlights, selection.filter, { summaries: statements, tags });
  }
  const items = dossiers.find(({ id }) => id === selection.dossier)?.items ?? [];
  const ids = new Set(items.flatMap((item) => (item.kind === 'excerpt' ? item.highlight : [])));
  return highlights.filter(({ id }) => ids.has(id));
}
