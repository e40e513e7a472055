import { firstWords } from '../exchange/first-words.ts';
import { fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';
import { Person, StatementKind } from '../statements/catalogue.ts';
import { catalogueColumns, readPeople, writeRow, writeValue } from './catalogue-cells.ts';
import {
  type CatalogueChange,
  type CatalogueEntry,
  changeOf,
  type FieldName,
  fieldNames,
  type RawField,
} from './catalogue-change.ts';
import { isCatalogueDate } from './is-catalogue-date.ts';
import { readLanguage } from './read-language.ts';

/** The longest cell that is taken, in UTF-16 units. */
const longestCell = 20_000;

/** From what a field is that the table changes without saying it. */
const fromTable = 'CSV of the catalogue.';

const bases = ['stated', 'inferred'];

/** A row of the table: where it stands in it, and what is in its cells, `undefined` where there is no such column. */
export interface CatalogueRow {
  readonly number: number;
  readonly cell: (column: string) => string | undefined;
}

/** A value of which only some are allowed, whatever its letters' case. */
function oneOf(allowed: readonly string[], { number }: CatalogueRow, column: string, cell: string): Result<string> {
  const value = cell.trim().toLowerCase();
  if (allowed.includes(value)) return succeed(value);
  return fail(
    'invalid',
    say(
      /*i18n*/ 'Row {row} was left out: “{value}” in the column “{column}” is none of those that there are: {allowed}.',
      { row: number, column, value: firstWords(cell), allowed: allowed.join(', ') },
    ),
  );
}

function peopleIn(row: CatalogueRow, cell: string): Result<unknown> {
  const { success, data } = Person.array().safeParse(readPeople(cell));
  if (success) return succeed(data);
  return fail(
    'invalid',
    say(
      /*i18n*/ 'Row {row} was left out: the column “{column}” has one person a line, such as “speaker | Name | role”; before the name stands one of: {allowed}.',
      { row: row.number, column: 'people', allowed: Person.shape.as.options.join(', ') },
    ),
  );
}

function dateIn({ number }: CatalogueRow, cell: string): Result<string> {
  const value = cell.trim();
  if (isCatalogueDate(value)) return succeed(value);
  return fail(
    'invalid',
    say(
      /*i18n*/ 'Row {row} was left out: “{value}” in the column “{column}” is no date as EDTF writes them, such as {examples}.',
      { row: number, column: 'date', value: firstWords(cell), examples: '2020-11-05, 2020-11, 2020, 2020?' },
    ),
  );
}

function languageIn({ number }: CatalogueRow, cell: string): Result<string> {
  const value = readLanguage(cell);
  if (value !== null) return succeed(value);
  return fail(
    'invalid',
    say(/*i18n*/ 'Row {row} was left out: “{value}” in the column “{column}” is no language tag, such as {examples}.', {
      row: number,
      column: 'language',
      value: firstWords(cell),
      examples: 'be, en, ru, uk, pt-BR',
    }),
  );
}

/** A value as the table has it, which is another than that of the catalogue. */
function readValue(row: CatalogueRow, name: FieldName, cell: string): Result<unknown> {
  if (cell.trim() === '') return succeed(null);
  if (name === 'kind') return oneOf(StatementKind.options, row, name, cell);
  if (name === 'people') return peopleIn(row, cell);
  if (name === 'date') return dateIn(row, cell);
  if (name === 'language') return languageIn(row, cell);
  return succeed(cell);
}

/** One field as a row has it. What the row does not say of a value that stays, stays; what it does not say of another, is the table’s. */
function readField(row: CatalogueRow, entry: CatalogueEntry, name: FieldName): Result<RawField> {
  const own = entry[name];
  const [cell, basisCell = '', from = ''] = [row.cell(name), row.cell(`${name} basis`), row.cell(`${name} from`)];
  const isSame = cell === undefined || cell === writeValue(entry, name);
  const value = isSame ? succeed(own.value) : readValue(row, name, cell);
  if (!value.ok) return value;
  const basis = basisCell.trim() === '' ? null : oneOf(bases, row, `${name} basis`, basisCell);
  if (basis?.ok === false) return basis;
  return succeed({
    value: value.value,
    basis: basis?.value ?? (isSame ? own.basis : 'stated'),
    from: from.trim() === '' && from !== own.from ? (isSame ? own.from : fromTable) : from,
  });
}

/** What a row changes of its statement, `null` where nothing; or what is wrong in which of its cells. */
export function readCatalogueRow(row: CatalogueRow, entry: CatalogueEntry): Result<CatalogueChange | null> {
  const written = writeRow(entry);
  const tooLong = catalogueColumns.find(
    (column, at) => (row.cell(column)?.length ?? 0) > longestCell && row.cell(column) !== written[at],
  );
  if (tooLong !== undefined) {
    return fail(
      'invalid',
      say(/*i18n*/ 'Row {row} was left out: its column “{column}” has more than {limit} characters.', {
        row: row.number,
        column: tooLong,
        limit: longestCell,
      }),
    );
  }
  const fields: Partial<Record<FieldName, RawField>> = {};
  for (const name of fieldNames) {
    const field = readField(row, entry, name);
    if (!field.ok) return field;
    fields[name] = field.value;
  }
  return succeed(changeOf(entry, fields));
}
