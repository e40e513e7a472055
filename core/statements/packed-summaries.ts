import { z } from 'zod';
import { CatalogueFields } from './catalogue.ts';
import { SourceFormat } from './own-statement.ts';
import { Fixity, type OwnFacts, type StatementSummary } from './statement.ts';

const fieldNames = CatalogueFields.keyof().options;

type Field = CatalogueFields[keyof CatalogueFields];

/** An entry of a version: when it was added, the SHA-256 of its text, and the file’s name. */
type PackedVersion = readonly [added: string, sha256: string, name: string];

/** What is known of an imported statement; `versions` are left out where the record itself says all of the only one. */
type PackedOwn = readonly [
  format: OwnFacts['format'],
  encoding: string | null,
  original: string,
  added: string,
  modified: string,
  versions: readonly PackedVersion[] | null,
];

/** A column whose entries are all found to be what they should by `isOne`: a schema of each would take a hundred times as long. */
function column<Value>(isOne: (value: unknown) => value is Value) {
  return z.custom<readonly Value[]>((value) => Array.isArray(value) && value.every(isOne));
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isFixity = (value: unknown): value is Fixity => Fixity.options.some((known) => known === value);
const isField = (value: unknown): value is Field =>
  typeof value === 'object' && value !== null && 'value' in value && 'basis' in value && 'from' in value;
const isColumn = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every(isCount);

function isVersion(value: unknown): value is PackedVersion {
  return Array.isArray(value) && value.length === 3 && value.every(isText);
}

function isOwn(value: unknown): value is PackedOwn | null {
  if (value === null) return true;
  if (!Array.isArray(value) || value.length !== 6) return false;
  const [format, encoding, original, added, modified, versions] = value;
  return (
    SourceFormat.options.some((known) => known === format) &&
    (encoding === null || isText(encoding)) &&
    [original, added, modified].every(isText) &&
    (versions === null || (Array.isArray(versions) && versions.every(isVersion)))
  );
}

/**
 * Many summaries, a column for each thing that is said of a statement, so that ten thousand are sent and checked in a moment. What
 * several have in common in the fields of their records is there once, in `fields`, and in the records by its place there.
 */
export const PackedSummaries = z.object({
  fields: column(isField),
  records: column(isColumn),
  id: column(isText),
  file: column(isText),
  bytes: column(isCount),
  sha256: column(isText),
  fixity: column(isFixity),
  words: column(isCount),
  own: column(isOwn),
});
export type PackedSummaries = z.infer<typeof PackedSummaries>;

function packOwn(own: OwnFacts, { file, sha256 }: StatementSummary): PackedOwn {
  const { format, encoding, original, added, modified, versions } = own;
  const [only, another] = versions;
  const isPlain = !another && only?.added === added && only.sha256 === sha256 && only.name === file;
  const packed = versions.map((one): PackedVersion => [one.added, one.sha256, one.name]);
  return [format, encoding, original, added, modified, isPlain ? null : packed];
}

/** `summaries` to be sent; `unpackSummaries` gives them back. */
export function packSummaries(summaries: readonly StatementSummary[]): PackedSummaries {
  const fields: Field[] = [];
  const places = new Map<string, number>();
  const placeOf = (field: Field): number => {
    const { value, basis, from } = field;
    // No two that differ have the same: where `from` ends is said, and only a text begins with a quotation mark.
    const key = `${from.length} ${basis} ${from}${typeof value === 'string' ? `"${value}` : JSON.stringify(value)}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, fields.length);
    return fields.push(field) - 1;
  };
  return {
    records: fieldNames.map((name) => summaries.map((summary) => placeOf(summary[name]))),
    fields,
    id: summaries.map(({ id }) => id),
    file: summaries.map(({ file }) => file),
    bytes: summaries.map(({ bytes }) => bytes),
    sha256: summaries.map(({ sha256 }) => sha256),
    fixity: summaries.map(({ fixity }) => fixity),
    words: summaries.map(({ words }) => words),
    own: summaries.map((summary) => (summary.own ? packOwn(summary.own, summary) : null)),
  };
}

/** An entry of a column, which is as long as all the others. */
function at<Value>(column: readonly Value[] | undefined, index: number): Value {
  const value = column?.[index];
  if (value === undefined) throw new Error('The columns of packed summaries differ in length.');
  return value;
}

function unpackOwn(packed: PackedOwn, file: string, sha256: string): OwnFacts {
  const [format, encoding, original, added, modified, several] = packed;
  const versions = several?.map(([when, text, name]) => ({ added: when, sha256: text, name }));
  return { format, encoding, original, added, modified, versions: versions ?? [{ added, sha256, name: file }] };
}

/** What `packSummaries` was given. Records that say the same of something share it. */
export function unpackSummaries(packed: PackedSummaries): StatementSummary[] {
  return packed.id.map((id, index) => {
    const [file, sha256] = [at(packed.file, index), at(packed.sha256, index)];
    const record = Object.fromEntries(
      fieldNames.map((name, column) => [name, at(packed.fields, at(packed.records[column], index))]),
      // They come from `packSummaries`, which took them from records in this very order.
    ) as CatalogueFields;
    const own = at(packed.own, index);
    return {
      id,
      file,
      bytes: at(packed.bytes, index),
      sha256,
      ...record,
      fixity: at(packed.fixity, index),
      words: at(packed.words, index),
      ...(own ? { own: unpackOwn(own, file, sha256) } : {}),
    };
  });
}
