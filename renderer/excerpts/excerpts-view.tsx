import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type ExcerptFilter, type ExcerptGrouping, everyExcerpt } from '../../core/excerpts/excerpt-filter.ts';
import type { ReportSelection } from '../../core/report/report-request.ts';
import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { ExportDialog } from '../export/export-dialog.tsx';
import { useExporting } from '../export/export-provider.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { ExcerptFilters } from './excerpt-filters.tsx';
import { ExcerptList } from './excerpt-list.tsx';
import { ExcerptsHead } from './excerpts-head.tsx';
import { NoExcerpts } from './no-excerpts.tsx';
import { useSelection } from './use-selection.ts';
import { useShownExcerpts } from './use-shown-excerpts.ts';

/** How its user left the view. */
export interface ExcerptsPlace {
  readonly groupBy: ExcerptGrouping;
  /** Ids of highlights. */
  readonly selected: ReadonlySet<string>;
  /** The key of the row that had the focus last. */
  readonly at: string | null;
}

interface ExcerptsViewProps {
  readonly filter: ExcerptFilter;
  readonly onFilter: (filter: ExcerptFilter) => void;
  readonly onOpen: (highlight: string) => void;
  /** Where the view keeps how it was left, so that its user finds it so again after a look into the reader. */
  readonly kept: RefObject<ExcerptsPlace | null>;
}

/** All highlights of the collection as excerpts: those that fit the choices beside them, in groups, on their way out. */
export function ExcerptsView({ filter, onFilter, onOpen, kept }: ExcerptsViewProps): ReactNode {
  const { session } = useAttest();
  const [groupBy, setGroupBy] = useState<ExcerptGrouping>(kept.current?.groupBy ?? 'statement');
  // What stands around a quotation here stands around it in the export.
  const { choices, choose } = useExporting();
  const { context } = choices;
  const [exporting, setExporting] = useState<ReportSelection | null>(null);
  const shown = useShownExcerpts(filter, groupBy);
  const { rows } = shown;
  const count = useMemo(() => rows.filter(({ kind }) => kind === 'excerpt').length, [rows]);
  const selection = useSelection(rows, session.highlights, kept.current?.selected);
  const at = useRef(kept.current?.at ?? null);
  useEffect(() => {
    return () => {
      kept.current = { groupBy, selected: selection.ids, at: at.current };
    };
  }, [kept, groupBy, selection.ids]);
  const close = useCallback(() => setExporting(null), []);
  const startExport = (): void => setExporting({ of: 'excerpts', filter, groupBy });
  const known = useKnownCommands();
  useCommands([{ ...known['excerpts.export'], isAvailable: count > 0, run: startExport }]);
  return (
    <>
      <main className="excerpts-main">
        <ExcerptsHead
          shown={shown}
          filter={filter}
          onFilter={onFilter}
          groupBy={groupBy}
          onGroupBy={setGroupBy}
          context={context}
          onContext={(chosen) => choose({ context: chosen })}
          selection={selection}
          onExport={startExport}
        />
        {count > 0 ? (
          <ExcerptList
            shown={shown}
            groupBy={groupBy}
            count={count}
            context={context}
            selection={selection}
            at={at}
            onOpen={onOpen}
          />
        ) : (
          <NoExcerpts onClear={session.highlights.length === 0 ? null : () => onFilter(everyExcerpt)} />
        )}
      </main>
      <ExcerptFilters filter={filter} onFilter={onFilter} />
      <ExportDialog selection={exporting} onClose={close} />
    </>
  );
}
