import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo } from 'react';
import type { ExcerptFilter } from '../../core/excerpts/excerpt-filter.ts';
import type { TagMatch } from '../../core/highlights/filter-by-tags.ts';
import { oneself } from '../../core/highlights/highlight.ts';
import { StatementKind } from '../../core/statements/catalogue.ts';
import { titleOf } from '../../core/statements/statement.ts';
import { inTreeOrder, lineOf } from '../../core/tags/tag-tree.ts';
import { TagDot } from '../controls/tag-chip.tsx';
import { ChoiceField } from '../export/choice-field.tsx';
import { useNameOrder } from '../language/use-name-order.ts';
import { useKindWords } from '../library/use-kind-words.ts';
import { keyOf, usePeople } from '../people/use-people.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { DateFilter } from './date-filter.tsx';
import { Facet, type FacetItem, FilterFold } from './facet.tsx';
import { TextFilter } from './text-filter.tsx';

interface Facets {
  readonly tags: readonly FacetItem[];
  readonly untagged: number;
  readonly statements: readonly FacetItem[];
  readonly kinds: readonly FacetItem[];
  /** None where all of it is one's own. */
  readonly people: readonly FacetItem[];
}

function countEach(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** What there is to choose from. Of the statements, those that something is highlighted in, and those chosen. */
function useFacets(chosenStatements: readonly string[], chosenPeople: readonly string[]): Facets {
  const { session } = useAttest();
  const compareNames = useNameOrder();
  const wordKind = useKindWords();
  const { tags, highlights, statements } = session;
  const tagFacet = useMemo(() => {
    const families = new Map(tags.map(({ id }) => [id, lineOf(tags, id).map((tag) => tag.id)]));
    const counts = countEach(
      highlights.flatMap((highlight) => [...new Set(highlight.tags.flatMap((id) => families.get(id) ?? []))]),
    );
    return inTreeOrder(tags, compareNames).map(({ tag, path, depth }) => {
      const count = counts.get(tag.id) ?? 0;
      return { id: tag.id, name: path, shortName: tag.name, depth, count, mark: <TagDot tag={tag} /> };
    });
  }, [tags, highlights, compareNames]);
  const perStatement = useMemo(() => countEach(highlights.map(({ statement }) => statement)), [highlights]);
  const kinds = useMemo(() => {
    const records = statements.map(({ id, kind }) => ({ kind: kind.value, count: perStatement.get(id) ?? 0 }));
    return StatementKind.options
      .filter((kind) => records.some((record) => record.kind === kind))
      .map((kind) => {
        const ofKind = records.filter((record) => record.kind === kind);
        return { id: kind, name: wordKind(kind), count: ofKind.reduce((sum, { count }) => sum + count, 0) };
      });
  }, [statements, perStatement, wordKind]);
  const { people, nameOf } = usePeople();
  const perPerson = useMemo(() => countEach(highlights.flatMap(({ people: by = [oneself] }) => by)), [highlights]);
  const ids = [...new Set([...people.map(keyOf), ...chosenPeople])];
  return {
    people: ids
      .filter((id) => perPerson.has(id) || chosenPeople.includes(id))
      .map((id) => ({ id, name: nameOf(id), count: perPerson.get(id) ?? 0 })),
    tags: tagFacet,
    untagged: useMemo(() => highlights.filter((highlight) => highlight.tags.length === 0).length, [highlights]),
    statements: useMemo(
      () =>
        statements
          .filter(({ id }) => perStatement.has(id) || chosenStatements.includes(id))
          .map((summary) => ({ id: summary.id, name: titleOf(summary), count: perStatement.get(summary.id) ?? 0 })),
      [statements, perStatement, chosenStatements],
    ),
    kinds,
  };
}

interface ExcerptFiltersProps {
  readonly filter: ExcerptFilter;
  readonly onFilter: (filter: ExcerptFilter) => void;
}

/** Which excerpts are shown: by words, tags, statements, kinds, dates, people and notes. Nothing chosen restricts nothing. */
export function ExcerptFilters({ filter, onFilter }: ExcerptFiltersProps): ReactNode {
  const { t, i18n } = useLingui();
  const facets = useFacets(filter.statements, filter.people);
  const matches: readonly { value: TagMatch; name: string }[] = [
    { value: 'any', name: t`with any of` },
    { value: 'all', name: t`with all of` },
    { value: 'none', name: t`with none of` },
  ];
  const notes: readonly { value: ExcerptFilter['note']; name: string }[] = [
    { value: 'any', name: t`any or none` },
    { value: 'with', name: t`with a note` },
    { value: 'without', name: t`without a note` },
  ];
  return (
    <aside className="export-panel excerpt-filters" aria-label={t`Which excerpts`}>
      <TextFilter text={filter.text} onText={(text) => onFilter({ ...filter, text })} />
      <Facet
        label={t`Tags`}
        items={facets.tags}
        chosen={filter.tags}
        onChosen={(tags) => onFilter({ ...filter, tags })}
        further={filter.untagged && filter.match !== 'none' ? 1 : 0}
        isOpenAtFirst
        before={
          <ChoiceField
            label={t`Excerpts`}
            value={filter.match}
            options={matches}
            onChange={(match) => onFilter({ ...filter, match })}
          />
        }
        after={
          filter.match === 'none' ? null : (
            <label className="facet-line" htmlFor="excerpts-untagged" data-empty={facets.untagged === 0}>
              <input
                id="excerpts-untagged"
                type="checkbox"
                className="tick"
                aria-label={t`Without a tag`}
                checked={filter.untagged}
                onChange={(event) => onFilter({ ...filter, untagged: event.target.checked })}
              />
              <span className="facet-name">
                <Trans>Without a tag</Trans>
              </span>
              <span className="faint facet-count" aria-hidden="true">
                {i18n.number(facets.untagged)}
              </span>
            </label>
          )
        }
      />
      <Facet
        label={t`Statements`}
        items={facets.statements}
        chosen={filter.statements}
        onChosen={(statements) => onFilter({ ...filter, statements })}
        isOpenAtFirst
      />
      <Facet
        label={t`Kind of statement`}
        items={facets.kinds}
        chosen={filter.kinds}
        onChosen={(kinds) =>
          onFilter({ ...filter, kinds: StatementKind.options.filter((kind) => kinds.includes(kind)) })
        }
      />
      <FilterFold
        label={t`Date of the statement`}
        count={[filter.from, filter.to].filter((date) => date !== null).length}
        isOpenAtFirst={false}
      >
        <DateFilter from={filter.from} to={filter.to} onDates={(dates) => onFilter({ ...filter, ...dates })} />
      </FilterFold>
      {facets.people.length > 0 ? (
        <Facet
          label={t`People`}
          items={facets.people}
          chosen={filter.people}
          onChosen={(people) => onFilter({ ...filter, people })}
        />
      ) : null}
      <div className="facet">
        <ChoiceField
          label={t`Note`}
          value={filter.note}
          options={notes}
          onChange={(note) => onFilter({ ...filter, note })}
        />
      </div>
    </aside>
  );
}
