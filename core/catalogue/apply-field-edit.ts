import type { CatalogueFields } from '../statements/catalogue.ts';
import { type CatalogueChange, type CatalogueEntry, changeOf, type FieldName } from './catalogue-change.ts';

/** One field as it shall be on every statement that is chosen. */
export type FieldEdit = {
  [Name in FieldName]: { readonly name: Name; readonly field: CatalogueFields[Name] };
}[FieldName];

/**
 * What setting one field on many statements changes: its value, its basis and what it is from become those of `edit`. Those that say
 * just this already are left out.
 */
export function applyFieldEdit(entries: readonly CatalogueEntry[], { name, field }: FieldEdit): CatalogueChange[] {
  return entries.flatMap((entry) => changeOf(entry, { [name]: field }) ?? []);
}
