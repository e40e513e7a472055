import type { ReportLine } from '../exchange/incoming.ts';
import { CatalogueFields } from '../statements/catalogue.ts';
import type { StatementSummary } from '../statements/statement.ts';
import { isSameData } from '../workspace/is-same-data.ts';

/** The fields that the catalogue has of every statement, in their order. */
export const fieldNames = CatalogueFields.keyof().options;
export type FieldName = (typeof fieldNames)[number];

/** What the catalogue says of a statement, and what it is found by. */
export type CatalogueEntry = CatalogueFields & Pick<StatementSummary, 'id' | 'file' | 'sha256' | 'own'>;

/** The fields of one statement that become others. */
export interface CatalogueChange {
  readonly id: string;
  readonly fields: Partial<CatalogueFields>;
}

/** What a file says of the catalogue: what it changes, and item by item what of it is not taken. */
export interface CatalogueReading {
  readonly changes: readonly CatalogueChange[];
  /** How many statements the file names of which it says what the catalogue says already. */
  readonly unchanged: number;
  readonly lines: readonly ReportLine[];
}

/** A field before it is known to be one. */
export interface RawField {
  readonly value: unknown;
  readonly basis: unknown;
  readonly from: string;
}

/** SHA-256 of the file that a statement was read from, as any other program computes it. */
export function fileHashOf({ own, sha256 }: Pick<CatalogueEntry, 'own' | 'sha256'>): string {
  return own?.original ?? sha256;
}

/** What `fields` change of `entry`; `null` where nothing. Throws where one of them is no field of a catalogue. */
export function changeOf(
  entry: CatalogueEntry,
  fields: Readonly<Partial<Record<FieldName, RawField>>>,
): CatalogueChange | null {
  const after = CatalogueFields.parse({ ...entry, ...fields });
  const changed: Partial<CatalogueFields> = {};
  const take = <Name extends FieldName>(name: Name): void => {
    if (!isSameData(after[name], entry[name])) changed[name] = after[name];
  };
  for (const name of fieldNames) take(name);
  return Object.keys(changed).length === 0 ? null : { id: entry.id, fields: changed };
}
