import type { ReactNode } from 'react';
import { type ChosenFacets, type FacetCounts, facetNames } from '../../core/catalogue/facets.ts';
import { Facet } from '../excerpts/facet.tsx';
import { SetList } from './set-list.tsx';
import { asId, fromId, useFacetItems, useFacetNames } from './use-facet-items.ts';

interface FilterPanelProps {
  readonly facets: FacetCounts;
  readonly chosen: ChosenFacets;
  readonly onChosen: (chosen: ChosenFacets) => void;
}

/** Which statements the table lists: those of a set, and by what the catalogue says of them. */
export function FilterPanel({ facets, chosen, onChosen }: FilterPanelProps): ReactNode {
  const names = useFacetNames();
  const items = useFacetItems(facets);
  return (
    <>
      <SetList />
      {facetNames.map((name) => (
        <Facet
          key={name}
          label={names[name]}
          items={items[name]}
          chosen={(chosen[name] ?? []).map(asId)}
          onChosen={(ids) => onChosen({ ...chosen, [name]: ids.map(fromId) })}
          isOpenAtFirst={name === 'publisher' || name === 'kind'}
        />
      ))}
    </>
  );
}
