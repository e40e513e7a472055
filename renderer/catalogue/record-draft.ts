import { type FieldName, fieldNames } from '../../core/catalogue/catalogue-change.ts';
import { isCatalogueDate } from '../../core/catalogue/is-catalogue-date.ts';
import { readLanguage } from '../../core/catalogue/read-language.ts';
import { CatalogueFields, StatementKind } from '../../core/statements/catalogue.ts';
import { isSameData } from '../../core/workspace/is-same-data.ts';

/** What a field is from that was filled in here. It is part of the record, whose language is not the interface’s. */
export const enteredByHand = 'Entered by hand.';

/** A person of a record. */
export type Person = NonNullable<CatalogueFields['people']['value']>[number];

/** A value as it stands in its controls: people, or a text that may be empty. */
export type DraftValue = string | readonly Person[];

/** A field as it is being filled in. */
export interface FieldDraft {
  readonly value: DraftValue;
  readonly basis: 'stated' | 'inferred';
  readonly from: string;
}

/** The fields that have been touched. */
export type RecordDraft = Readonly<Partial<Record<FieldName, FieldDraft>>>;

/** What is wrong with a field. */
export type FieldFault = 'no-date' | 'no-language' | 'nameless';

/** What some records say in one field; `null` where they differ. */
export interface SharedField {
  readonly value: DraftValue | null;
  readonly basis: FieldDraft['basis'] | null;
  readonly from: string | null;
  /** How many different values there are, none being one of them. */
  readonly values: number;
}

/** A value of a record as it stands in its controls. */
function asDraftValue(value: CatalogueFields[FieldName]['value'], name: FieldName): DraftValue {
  return value ?? (name === 'people' ? [] : '');
}

/** What `records`, of which there is at least one, say in the field `name`. */
export function sharedField(records: readonly CatalogueFields[], name: FieldName): SharedField {
  const [first] = records;
  if (!first) throw new Error('No records share a field');
  const values = new Set<string>();
  const own = first[name];
  let [isSameBasis, isSameFrom] = [true, true];
  for (const record of records) {
    const { value, basis, from } = record[name];
    values.add(typeof value === 'object' ? JSON.stringify(value) : value);
    isSameBasis &&= basis === own.basis;
    isSameFrom &&= from === own.from;
  }
  return {
    value: values.size === 1 ? asDraftValue(own.value, name) : null,
    basis: isSameBasis ? own.basis : null,
    from: isSameFrom ? own.from : null,
    values: values.size,
  };
}

const isBlank = ({ name, role }: Person): boolean => name.trim() === '' && role.trim() === '';

function readValue(name: FieldName, value: DraftValue): { readonly value: unknown } | FieldFault {
  if (typeof value !== 'string') {
    const people = value
      .filter((person) => !isBlank(person))
      .map((person) => ({ ...person, name: person.name.trim(), role: person.role.trim() }));
    if (people.some((person) => person.name === '')) return 'nameless';
    return { value: people.length === 0 ? null : people };
  }
  const text = value.trim();
  if (text === '') return { value: null };
  if (name === 'date') return isCatalogueDate(text) ? { value: text } : 'no-date';
  if (name !== 'language') return { value: text };
  const tag = readLanguage(text);
  return tag === null ? 'no-language' : { value: tag };
}

/** What a draft says, as the catalogue takes it, and what is wrong with which of its fields. */
export interface ReadDraft {
  readonly fields: Partial<CatalogueFields>;
  readonly faults: Readonly<Partial<Record<FieldName, FieldFault>>>;
}

/** Reads a draft: blanks at the ends of texts go, people without a word too, and an empty text is no value. */
export function readDraft(draft: RecordDraft): ReadDraft {
  const faults: Partial<Record<FieldName, FieldFault>> = {};
  const fields: Partial<Record<FieldName, unknown>> = {};
  for (const name of fieldNames) {
    const field = draft[name];
    if (!field) continue;
    const read = readValue(name, field.value);
    if (typeof read === 'string') faults[name] = read;
    else fields[name] = { ...read, basis: field.basis, from: field.from.trim() || enteredByHand };
  }
  return { fields: CatalogueFields.partial().parse(fields) as Partial<CatalogueFields>, faults };
}

/** What one field of a draft would do to records. */
export interface PlannedField {
  readonly name: FieldName;
  /** How many records say something else in it. */
  readonly records: number;
  /** How many different values would be gone, those that are none aside. */
  readonly replaced: number;
}

/** What `fields` would do to `records`, field by field. */
export function planDraft(
  records: readonly CatalogueFields[],
  fields: Partial<CatalogueFields>,
): { readonly records: number; readonly fields: readonly PlannedField[] } {
  const touched = new Set<CatalogueFields>();
  const planned = fieldNames.flatMap((name): PlannedField[] => {
    const field = fields[name];
    if (!field) return [];
    const others = records.filter((record) => !isSameData(record[name], field));
    for (const record of others) touched.add(record);
    const gone = others.flatMap((record) => {
      const { value } = record[name];
      return value === null || isSameData(value, field.value) ? [] : [JSON.stringify(value)];
    });
    return others.length === 0 ? [] : [{ name, records: others.length, replaced: new Set(gone).size }];
  });
  return { records: touched.size, fields: planned };
}

/** Whether a touched field says again what all the records say. */
export function isAsShared(field: FieldDraft, { value, basis, from }: SharedField): boolean {
  return isSameData(field.value, value) && field.basis === basis && field.from === from;
}

/** The kinds that there are, as the controls offer them. */
export const kinds: readonly StatementKind[] = StatementKind.options;
