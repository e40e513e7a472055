import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { ImportItem, ImportRule } from '../../core/exchange/exchange-shapes.ts';
import { formatList } from '../language/format-list.ts';
import type { ChoosableItem } from './item-choice.ts';

type Kind = ImportItem['kind'];

/** Words for what an import would change. */
export interface ItemWords {
  readonly kind: (kind: Kind) => string;
  readonly difference: (item: Pick<ImportItem, 'difference' | 'fields'>) => string;
  /** What can become of an item. */
  readonly choice: (item: ChoosableItem, rule: ImportRule) => string;
  /** A rule for all that is disagreed on. */
  readonly rule: (rule: ImportRule) => string;
}

/** Words for the items of an import, in the interface's language. */
export function useItemWords(): ItemWords {
  const { t, i18n } = useLingui();
  const { locale } = i18n;
  return useMemo(() => {
    const kinds: Readonly<Record<Kind, string>> = {
      highlights: t`Highlight`,
      tags: t`Tag`,
      dossiers: t`Dossier`,
      searches: t`Saved search`,
      statements: t`Statement`,
      sets: t`Set of statements`,
    };
    const fields: Readonly<Record<string, string>> = {
      place: t`passage`,
      note: t`note`,
      tags: t`tags`,
      name: t`name`,
      parent: t`place among the tags`,
      colour: t`colour`,
      shortcut: t`digit`,
      description: t`description`,
      items: t`content`,
      query: t`query`,
      catalogue: t`catalogue`,
      versions: t`versions`,
      statements: t`statements`,
    };
    const nameFields = (names: readonly string[]): string =>
      formatList(
        names.map((name) => (Object.hasOwn(fields, name) ? (fields[name] ?? name) : name)),
        locale,
        'conjunction',
      );
    const rules: Readonly<Record<ImportRule, string>> = {
      both: t`Keep both notes, and whatever one of you has changed`,
      theirs: t`As it is there`,
      mine: t`As it is here`,
      later: t`As it was written last`,
    };
    const wordDifference = ({ difference, fields: names }: Pick<ImportItem, 'difference' | 'fields'>): string => {
      const what = nameFields(names);
      switch (difference) {
        case 'new':
          return t`new`;
        case 'changed':
          return t`changed there: ${what}`;
        case 'deleted':
          return t`deleted there`;
        case 'both-changed':
          return t`changed here and there: ${what}`;
        case 'deleted-there':
          return t`deleted there, changed here`;
        case 'deleted-here':
          return t`deleted here, changed there`;
      }
    };
    const wordChoice = ({ kind, difference }: ChoosableItem, rule: ImportRule): string => {
      switch (difference) {
        case 'new':
          return rule === 'mine' ? t`Leave it out` : t`Take it`;
        case 'changed':
          return rule === 'mine' ? t`Keep mine` : t`Take the change`;
        case 'deleted':
          return rule === 'mine' ? t`Keep it` : t`Delete it`;
        case 'deleted-there':
          return rule === 'mine' ? t`Keep it` : t`Delete it`;
        case 'deleted-here':
          return rule === 'mine' ? t`Leave it deleted` : t`Bring it back`;
        case 'both-changed':
          if (rule === 'both') return kind === 'highlights' ? t`Both notes` : t`Both`;
          if (rule === 'later') return t`The later`;
          return rule === 'mine' ? t`Mine` : t`Theirs`;
      }
    };
    return { kind: (kind) => kinds[kind], difference: wordDifference, choice: wordChoice, rule: (rule) => rules[rule] };
  }, [t, locale]);
}
