import { useDeferredValue, useMemo } from 'react';
import type { ExcerptFilter, ExcerptGrouping } from '../../core/excerpts/excerpt-filter.ts';
import { createHighlightFilter } from '../../core/excerpts/filter-highlights.ts';
import { groupHighlights } from '../../core/excerpts/group-highlights.ts';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { useAttest } from '../state/use-attest.tsx';
import { type ExcerptRow, listExcerptRows } from './list-excerpt-rows.ts';

/** What the list shows. */
export interface ShownExcerpts {
  /** The filter that they pass: the one that is chosen, or for a moment the one before. */
  readonly filter: ExcerptFilter;
  /** The highlights that pass the filter, each once, in reading order. */
  readonly highlights: readonly PlacedHighlight[];
  /** The same in groups: headings and excerpts, in the order of the list. */
  readonly rows: readonly ExcerptRow[];
}

/** The excerpts that pass `filter`, in groups. Typing goes before them: with thousands they may be a moment late. */
export function useShownExcerpts(filter: ExcerptFilter, groupBy: ExcerptGrouping): ShownExcerpts {
  const { session } = useAttest();
  const { statements, tags, highlights } = session;
  const sources = useMemo(() => ({ summaries: statements, tags }), [statements, tags]);
  const pass = useMemo(() => createHighlightFilter(sources), [sources]);
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => pass(highlights, wanted), [highlights, wanted, pass]);
  const rows = useMemo(() => listExcerptRows(groupHighlights(shown, groupBy, sources)), [shown, groupBy, sources]);
  return useMemo(() => ({ filter: wanted, highlights: shown, rows }), [wanted, shown, rows]);
}
