import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useMemo, useState } from 'react';
import type { Excerpt, ExcerptContext, ExcerptFilter } from '../../core/export/excerpt.ts';
import { titleOf } from '../../core/statements/statement.ts';
import { useAttest } from '../state/use-attest.tsx';
import { ExcerptFilters } from './excerpt-filters.tsx';
import { ExcerptItem } from './excerpt-item.tsx';
import { ExportPanel } from './export-panel.tsx';
import { useExcerpts } from './use-excerpts.ts';

interface ExcerptsViewProps {
  readonly filter: ExcerptFilter;
  readonly onFilter: (filter: ExcerptFilter) => void;
  readonly onOpen: (highlight: string) => void;
}

/** Every excerpt that fits the choices, by statement, as an export would hold it; and the export beside it. */
export function ExcerptsView({ filter, onFilter, onOpen }: ExcerptsViewProps): ReactNode {
  const { session } = useAttest();
  const [context, setContext] = useState<ExcerptContext>('sentence');
  const request = useMemo(() => ({ filter, context }), [filter, context]);
  const excerpts = useExcerpts(request);
  const groups = session.statements
    .map((summary) => ({ summary, members: (excerpts ?? []).filter(({ statement }) => statement === summary.id) }))
    .filter(({ members }) => members.length > 0);
  return (
    <>
      <main className="excerpts-scroll">
        <div className="excerpts">
          <ExcerptFilters filter={filter} onFilter={onFilter} />
          {excerpts?.length === 0 ? (
            <p className="empty">
              {session.highlights.length === 0 ? (
                <Trans>Nothing is highlighted yet. Open a statement, select a passage and press 1, 2 or 3.</Trans>
              ) : (
                <Trans>No highlight fits these choices. Choose more tags or statements.</Trans>
              )}
            </p>
          ) : null}
          {groups.map(({ summary, members }) => (
            <section key={summary.id} className="excerpt-group">
              <h2 className="excerpt-title">
                {titleOf(summary)}{' '}
                <span className="faint">
                  <Plural value={members.length} one="# excerpt" other="# excerpts" />
                </span>
              </h2>
              <ul className="excerpt-list">
                {members.map((excerpt: Excerpt) => (
                  <ExcerptItem key={excerpt.id} excerpt={excerpt} onOpen={() => onOpen(excerpt.id)} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </main>
      <ExportPanel count={excerpts?.length ?? 0} request={request} onContext={setContext} />
    </>
  );
}
