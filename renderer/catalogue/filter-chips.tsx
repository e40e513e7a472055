import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { type ChosenFacets, facetNames } from '../../core/catalogue/facets.ts';
import { useLibraryPlace } from '../library/use-library-place.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { useFacetNames, useFacetWords } from './use-facet-items.ts';

interface Chip {
  readonly key: string;
  /** What it is a choice of. */
  readonly label: string;
  readonly words: string;
  readonly putAway: () => void;
}

interface FilterChipsProps {
  readonly words: string;
  readonly chosen: ChosenFacets;
  readonly onChange: (words: string, chosen: ChosenFacets) => void;
}

/** What the table is narrowed by. A press puts one of it away; nothing stands here where nothing is chosen. */
export function FilterChips({ words, chosen, onChange }: FilterChipsProps): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const names = useFacetNames();
  const word = useFacetWords();
  const { set, chooseSet } = useLibraryPlace();
  const chips: Chip[] = [
    ...session.sets
      .filter(({ id }) => id === set)
      .map(({ id, name }) => ({ key: id, label: t`Set`, words: name, putAway: () => chooseSet(null) })),
    ...(words.trim() === ''
      ? []
      : [{ key: 'words', label: t`Words`, words: words.trim(), putAway: () => onChange('', chosen) }]),
    ...facetNames.flatMap((name) =>
      (chosen[name] ?? []).map((value) => ({
        key: `${name} ${value}`,
        label: names[name],
        words: word(name, value),
        putAway: () => onChange(words, { ...chosen, [name]: chosen[name]?.filter((other) => other !== value) ?? [] }),
      })),
    ),
  ];
  if (chips.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label={t`Which statements`}>
      {chips.map(({ key, label, words: said, putAway }) => (
        <li key={key}>
          <button
            type="button"
            className="filter-chip"
            title={`${label}: ${said}`}
            aria-label={t`Do not filter by ${label}: ${said}`}
            onClick={putAway}
          >
            <span className="filter-chip-words">
              <span className="faint">{label}</span> <bdi>{said}</bdi>
            </span>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <button
            type="button"
            className="link-button"
            onClick={() => {
              chooseSet(null);
              onChange('', {});
            }}
          >
            <Trans>Clear</Trans>
          </button>
        </li>
      ) : null}
    </ul>
  );
}
