import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo } from 'react';
import type { ChosenFacets } from '../../core/catalogue/facets.ts';
import type { StatementSummary } from '../../core/statements/statement.ts';
import { AddStatementsButton } from '../adding/add-statements-button.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { FilterChips } from './filter-chips.tsx';
import { RemoveStatements } from './remove-statements.tsx';
import { SetsMenu } from './sets-menu.tsx';
import type { CatalogueRows } from './use-catalogue-rows.ts';
import type { RowChoice } from './use-row-choice.ts';

interface CatalogueHeadProps {
  readonly shown: CatalogueRows;
  readonly words: string;
  readonly facets: ChosenFacets;
  readonly onFilter: (words: string, facets: ChosenFacets) => void;
  readonly choice: RowChoice;
  readonly selected: readonly StatementSummary[];
  /** Shows the record of what is selected. */
  readonly onEdit: () => void;
}

/** How many statements are shown and by what they are narrowed; what is selected, and what to do with it. */
export function CatalogueHead(props: CatalogueHeadProps): ReactNode {
  const { shown, words, facets, onFilter, choice, selected, onEdit } = props;
  const { session } = useAttest();
  const { t, i18n } = useLingui();
  const { keys, counts } = shown;
  const total = session.statements.length;
  const [shownWords, totalWords] = [i18n.number(keys.length), i18n.number(total)];
  const inSight = useMemo(
    () => (choice.selected.size === 0 ? 0 : keys.filter((id) => choice.selected.has(id)).length),
    [keys, choice.selected],
  );
  const hidden = choice.selected.size - inSight;
  const isAll = keys.length > 0 && inSight === keys.length;
  const ids = useMemo(() => selected.map(({ id }) => id), [selected]);
  return (
    <header className="excerpts-head">
      <h1 className="visually-hidden">
        <Trans>Catalogue</Trans>
      </h1>
      <div className="excerpts-line">
        <p className="excerpts-words" role="status" data-testid="catalogue-count">
          <span className="excerpts-count">
            {keys.length === total ? (
              <Plural value={total} one="# statement" other={`${totalWords} statements`} />
            ) : (
              <Plural
                value={total}
                one={`${shownWords} of # statement`}
                other={`${shownWords} of ${totalWords} statements`}
              />
            )}
          </span>
        </p>
        <AddStatementsButton />
      </div>
      <input
        type="search"
        className="field"
        value={words}
        aria-label={t`Words in title, publisher or people`}
        placeholder={t`Words in title, publisher or people`}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onFilter(event.target.value, facets)}
      />
      <FilterChips words={words} chosen={facets} onChange={onFilter} />
      <div className="excerpts-line">
        <label className="check" htmlFor="catalogue-all">
          <input
            ref={(element) => {
              // No attribute says this of a checkbox.
              if (element) element.indeterminate = inSight > 0 && !isAll;
            }}
            id="catalogue-all"
            type="checkbox"
            className="tick"
            aria-label={t`Select all shown`}
            disabled={keys.length === 0}
            checked={isAll}
            onChange={() => (isAll ? choice.clear() : choice.selectAll())}
          />
          <span role="status" data-testid="catalogue-selected">
            {choice.selected.size === 0 ? (
              <Trans>Select all shown</Trans>
            ) : (
              <Plural value={choice.selected.size} one="# selected" other="# selected" />
            )}
            {hidden > 0 ? (
              <span className="faint">
                {' '}
                <Plural value={hidden} one="(# of them not shown)" other="(# of them not shown)" />
              </span>
            ) : null}
          </span>
        </label>
        {selected.length > 0 ? (
          <fieldset className="excerpts-selected" aria-label={t`Selected statements`}>
            <button type="button" className="button" onClick={onEdit}>
              <Trans>Edit</Trans>
            </button>
            <SetsMenu selected={ids} />
            <RemoveStatements selected={selected} counts={counts.byStatement} />
            <button type="button" className="link-button" onClick={choice.clear}>
              <Trans>Unselect</Trans>
            </button>
          </fieldset>
        ) : null}
      </div>
    </header>
  );
}
