import { Tabs } from '@base-ui/react/tabs';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { AddingPanel } from '../adding/adding-panel.tsx';
import { EmptyState } from '../controls/empty-state.tsx';
import { useLibraryPlace } from '../library/use-library-place.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { CatalogueHead } from './catalogue-head.tsx';
import { type CataloguePlace, firstPlace, type Side, sides } from './catalogue-place.ts';
import { FilesPanel } from './files-panel.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { RecordPanel } from './record-panel.tsx';
import { StatementTable } from './statement-table.tsx';
import { useCatalogueRows } from './use-catalogue-rows.ts';
import { useRowChoice } from './use-row-choice.ts';

interface CatalogueViewProps {
  readonly onOpen: (statement: string) => void;
}

/** All statements as a table: narrowed, sorted, selected; their records, changed one by one or together; sets; and their files. */
export function CatalogueView({ onOpen }: CatalogueViewProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const { catalogue: kept, chooseSet } = useLibraryPlace();
  const [place, setPlace] = useState<CataloguePlace>(kept.current ?? firstPlace);
  const change = useCallback((part: Partial<CataloguePlace>) => setPlace((last) => ({ ...last, ...part })), []);
  useEffect(() => {
    kept.current = place;
  }, [kept, place]);
  const shown = useCatalogueRows(place);
  const onChosen = useCallback((selected: ReadonlySet<string>) => change({ selected }), [change]);
  const choice = useRowChoice({
    keys: shown.keys,
    known: session.statements,
    chosen: place.selected,
    onChosen,
  });
  const selected = useMemo(
    () => (choice.selected.size === 0 ? [] : session.statements.filter(({ id }) => choice.selected.has(id))),
    [session.statements, choice.selected],
  );
  const ids = useMemo(() => selected.map(({ id }) => id), [selected]);
  const side = useRef<HTMLElement>(null);
  const onEdit = (): void => {
    // The record must be there before it can take the focus; what is typed next goes into it.
    flushSync(() => change({ side: 'record' }));
    side.current?.querySelector<HTMLElement>('.record-editor .field')?.focus();
  };
  const names: Readonly<Record<Side, string>> = { filter: t`Filter`, record: t`Record`, files: t`Files` };
  const isReadable = useCallback(
    (id: string) => session.statements.some((one) => one.id === id && ['verified', 'changed'].includes(one.fixity)),
    [session.statements],
  );
  const open = useRef(onOpen);
  open.current = (id) => {
    if (isReadable(id)) onOpen(id);
  };
  const openOne = useCallback((id: string) => open.current(id), []);
  return (
    <>
      <main className="excerpts-main">
        <AddingPanel />
        <CatalogueHead
          shown={shown}
          words={place.words}
          facets={place.facets}
          onFilter={(words, facets) => change({ words, facets })}
          choice={choice}
          selected={selected}
          onEdit={onEdit}
        />
        {shown.rows.length > 0 ? (
          <StatementTable
            shown={shown}
            order={place.order}
            onOrder={(order) => change({ order })}
            choice={choice}
            at={place.at}
            onAt={(at) => change({ at })}
            onOpen={openOne}
          />
        ) : (
          <EmptyState
            actions={
              <button
                type="button"
                className="button"
                onClick={() => {
                  chooseSet(null);
                  change({ words: '', facets: {} });
                }}
              >
                <Trans>Show all statements</Trans>
              </button>
            }
          >
            <Trans>No statement fits what is chosen.</Trans>
          </EmptyState>
        )}
      </main>
      <aside className="export-panel catalogue-side" aria-label={t`Catalogue`} ref={side}>
        <Tabs.Root value={place.side} onValueChange={(next: Side) => change({ side: next })} className="catalogue-tabs">
          <Tabs.List className="segments" aria-label={t`Beside the table`}>
            {sides.map((one) => (
              <Tabs.Tab key={one} value={one} className="segment">
                {names[one]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel className="catalogue-panel" value={place.side} tabIndex={-1}>
            {place.side === 'filter' ? (
              <FilterPanel facets={shown.facets} chosen={place.facets} onChosen={(facets) => change({ facets })} />
            ) : null}
            {place.side === 'record' ? (
              <RecordPanel selected={selected} held={place.held} onHeld={(held) => change({ held })} onOpen={openOne} />
            ) : null}
            {place.side === 'files' ? <FilesPanel selected={ids} listed={shown.keys} /> : null}
          </Tabs.Panel>
        </Tabs.Root>
      </aside>
    </>
  );
}
