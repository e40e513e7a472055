import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { FacetCounts, FacetName, FacetValue } from '../../core/catalogue/facets.ts';
import { StatementKind } from '../../core/statements/catalogue.ts';
import type { FacetItem } from '../excerpts/facet.tsx';
import { nameLanguage } from '../language/name-language.ts';
import { useNameOrder } from '../language/use-name-order.ts';
import { useKindWords } from '../library/use-kind-words.ts';

/** What the facets are called. */
export function useFacetNames(): Readonly<Record<FacetName, string>> {
  const { t } = useLingui();
  return {
    publisher: t`Publisher`,
    kind: t`Kind of statement`,
    year: t`Year`,
    language: t`Language`,
    speaker: t`Speaker or author`,
  };
}

/** Words for a value of a facet. */
export function useFacetWords(): (name: FacetName, value: FacetValue) => string {
  const { t, i18n } = useLingui();
  const wordKind = useKindWords();
  const { locale } = i18n;
  return useMemo(() => {
    const languages = new Map<string, string>();
    return (name, value) => {
      if (value === null) return t`none given`;
      if (name === 'kind') {
        const kind = StatementKind.safeParse(value);
        return kind.success ? wordKind(kind.data) : value;
      }
      if (name !== 'language') return value;
      const known = languages.get(value) ?? nameLanguage(value, locale);
      languages.set(value, known);
      return known;
    };
  }, [t, wordKind, locale]);
}

/** A value as the id of something to choose; no value is the empty one, which no catalogue has. */
export const asId = (value: FacetValue): string => value ?? '';

/** The value of an id. */
export const fromId = (id: string): FacetValue => (id === '' ? null : id);

/** What each facet has to choose from: by name, years from the last back, and what has no value at the end. */
export function useFacetItems(counts: FacetCounts): Readonly<Record<FacetName, readonly FacetItem[]>> {
  const compareNames = useNameOrder();
  const word = useFacetWords();
  return useMemo(() => {
    const itemsOf = (name: FacetName): FacetItem[] =>
      [...counts[name]]
        .map(([value, count]) => ({ id: asId(value), name: word(name, value), count }))
        .sort((a, b) => {
          if (a.id === '' || b.id === '') return Number(a.id === '') - Number(b.id === '');
          return name === 'year' ? compareNames(b.name, a.name) : compareNames(a.name, b.name);
        });
    return {
      publisher: itemsOf('publisher'),
      kind: itemsOf('kind'),
      year: itemsOf('year'),
      language: itemsOf('language'),
      speaker: itemsOf('speaker'),
    };
  }, [counts, compareNames, word]);
}
