import { useLingui } from '@lingui/react/macro';
import type { FieldName } from '../../core/catalogue/catalogue-change.ts';

/** What the fields of a record are called. */
export function useFieldNames(): Readonly<Record<FieldName, string>> {
  const { t } = useLingui();
  return {
    title: t`Title`,
    kind: t`Kind`,
    publisher: t`Publisher`,
    people: t`People`,
    place: t`Place`,
    date: t`Date`,
    language: t`Language`,
    rights: t`Rights`,
  };
}
