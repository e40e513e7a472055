import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo, useRef } from 'react';
import type { ExcerptContext } from '../../core/excerpts/excerpt.ts';
import { type ExcerptFilter, type ExcerptGrouping, everyExcerpt } from '../../core/excerpts/excerpt-filter.ts';
import { ChoiceField } from '../export/choice-field.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { AddToDossier } from './add-to-dossier.tsx';
import { useFilterWords } from './use-filter-words.ts';
import type { Selection } from './use-selection.ts';
import type { ShownExcerpts } from './use-shown-excerpts.ts';

interface ExcerptsHeadProps {
  readonly shown: ShownExcerpts;
  readonly filter: ExcerptFilter;
  readonly onFilter: (filter: ExcerptFilter) => void;
  readonly groupBy: ExcerptGrouping;
  readonly onGroupBy: (groupBy: ExcerptGrouping) => void;
  readonly context: ExcerptContext;
  readonly onContext: (context: ExcerptContext) => void;
  readonly selection: Selection;
  readonly onExport: () => void;
}

/** The ids of what is selected: first those in the list, in its order, then those that the filter hides. */
function inListOrder(
  { rows }: ShownExcerpts,
  ids: ReadonlySet<string>,
): { readonly ids: string[]; readonly hidden: number } {
  const inList = new Set(rows.flatMap((row) => (row.kind === 'excerpt' ? row.highlight.id : [])));
  const chosen = [...inList].filter((id) => ids.has(id));
  const hidden = [...ids].filter((id) => !inList.has(id));
  return { ids: [...chosen, ...hidden], hidden: hidden.length };
}

/** What is shown, in words and numbers; what is selected, and what to do with it; how the list stands; and the export. */
export function ExcerptsHead(props: ExcerptsHeadProps): ReactNode {
  const { shown, filter, onFilter, groupBy, onGroupBy, context, onContext, selection, onExport } = props;
  const { session } = useAttest();
  const { t, i18n } = useLingui();
  const words = useFilterWords()(filter);
  const all = useRef<HTMLInputElement>(null);
  const count = shown.highlights.length;
  const total = session.highlights.length;
  const selected = useMemo(() => inListOrder(shown, selection.ids), [shown, selection.ids]);
  const inSight = selected.ids.length - selected.hidden;
  const isAll = count > 0 && inSight === count;
  const groupings: readonly { value: ExcerptGrouping; name: string }[] = [
    { value: 'statement', name: t`statement` },
    { value: 'tag', name: t`tag` },
    { value: 'date', name: t`date` },
    { value: 'none', name: t`nothing` },
  ];
  const contexts: readonly { value: ExcerptContext; name: string }[] = [
    { value: 'none', name: t`none` },
    { value: 'sentence', name: t`sentence` },
    { value: 'paragraph', name: t`paragraph` },
  ];
  return (
    <header className="excerpts-head">
      <h1 className="visually-hidden">
        <Trans>Excerpts</Trans>
      </h1>
      <div className="excerpts-line">
        <p className="excerpts-words">
          <span className="excerpts-count" role="status">
            {words.length === 0 ? (
              <Plural value={total} _0="No excerpts yet" one="# excerpt" other="# excerpts" />
            ) : (
              <Trans>
                {i18n.number(count)} of <Plural value={total} one="# excerpt" other="# excerpts" />
              </Trans>
            )}
          </span>
          {words.length === 0 ? null : (
            <>
              {' '}
              {words.join('; ')}{' '}
              <button type="button" className="link-button" onClick={() => onFilter(everyExcerpt)}>
                <Trans>Clear</Trans>
              </button>
            </>
          )}
        </p>
        <button
          type="button"
          className="button primary"
          disabled={count === 0}
          data-tour-mark="export"
          onClick={onExport}
        >
          <Plural value={count} _0="Export…" one="Export # excerpt…" other="Export # excerpts…" />
        </button>
      </div>
      <div className="excerpts-line">
        <label className="check" htmlFor="excerpts-all">
          <input
            ref={(element) => {
              all.current = element;
              // No attribute says this of a checkbox.
              if (element) element.indeterminate = inSight > 0 && !isAll;
            }}
            id="excerpts-all"
            type="checkbox"
            className="tick"
            aria-label={t`Select all shown`}
            disabled={count === 0}
            checked={isAll}
            onChange={() =>
              selection.set(
                shown.highlights.map(({ id }) => id),
                !isAll,
              )
            }
          />
          <span role="status">
            {selected.ids.length === 0 ? (
              <Trans>Select all shown</Trans>
            ) : (
              <Plural value={selected.ids.length} one="# selected" other="# selected" />
            )}
            {selected.hidden > 0 ? (
              <span className="faint">
                {' '}
                <Plural value={selected.hidden} one="(# of them not shown)" other="(# of them not shown)" />
              </span>
            ) : null}
          </span>
        </label>
        {selected.ids.length > 0 ? (
          <fieldset className="excerpts-selected" aria-label={t`Selected excerpts`}>
            <AddToDossier highlights={selected.ids} />
            <button type="button" className="link-button" onClick={selection.clear}>
              <Trans>Unselect</Trans>
            </button>
          </fieldset>
        ) : null}
        <div className="excerpts-shape">
          <ChoiceField label={t`Group by`} value={groupBy} options={groupings} onChange={onGroupBy} />
          <ChoiceField label={t`Context`} value={context} options={contexts} onChange={onContext} />
        </div>
      </div>
    </header>
  );
}
