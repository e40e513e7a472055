import { useLingui } from '@lingui/react/macro';
import type { Column } from './catalogue-place.ts';

/** What the columns of the catalogue are called. */
export function useColumnWords(): Readonly<Record<Column, string>> {
  const { t } = useLingui();
  return {
    title: t`Title`,
    date: t`Date`,
    publisher: t`Publisher`,
    kind: t`Kind`,
    language: t`Language`,
    added: t`Added`,
    highlights: t`Highlights`,
  };
}
