import type { z } from 'zod';
import { firstWords } from '../exchange/first-words.ts';
import type { ReportLine } from '../exchange/incoming.ts';
import { isObject, type JsonObject, own } from '../exchange/web-annotation/json-view.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type Sentence, say } from '../sentence.ts';
import { StatementKind } from '../statements/catalogue.ts';
import type { RawPerson } from './catalogue-cells.ts';
import {
  type CatalogueChange,
  type CatalogueEntry,
  type CatalogueReading,
  changeOf,
  type FieldName,
  type RawField,
} from './catalogue-change.ts';
import { dateFrom, IncomingDate, IncomingNames, IncomingText, nameFrom } from './csl-values.ts';
import { prepareFinding } from './find-entry.ts';
import { isCatalogueDate } from './is-catalogue-date.ts';
import { readLanguage } from './read-language.ts';

const mostItems = 100_000;

/** What a value of an item is for the catalogue: `undefined` where it says nothing, `null` where the catalogue cannot hold it. */
type Value = string | readonly RawPerson[] | null | undefined;

/** What `schema` makes of a value that an item has, and `take` of that. */
function readValue<Schema extends z.ZodType>(
  item: JsonObject,
  key: string,
  schema: Schema,
  take: (value: z.infer<Schema>) => Value,
): Value {
  const raw = own(item, key);
  if (raw === undefined || raw === null || raw === '') return undefined;
  const { success, data } = schema.safeParse(raw);
  return success ? take(data) : null;
}

const textOf = (item: JsonObject, key: string, read: (value: string) => string | null = (value) => value): Value =>
  readValue(item, key, IncomingText, (value) => (value === '' ? undefined : read(value)));

function kindFrom(genre: string): string | null {
  const { success, data } = StatementKind.safeParse(genre.toLowerCase());
  return success ? data : null;
}

/**
 * The people of a statement with these for its authors. Whom CSL-JSON calls author is author or issuer in the catalogue: those that
 * it knows stay what they are, and whoever speaks or leads stays too.
 */
function peopleFrom({ people }: CatalogueEntry, names: readonly string[]): Value {
  if (names.includes('')) return null;
  const known = people.value ?? [];
  const isAuthor = ({ as }: RawPerson): boolean => as === 'author' || as === 'issuer';
  const authors = known.filter(isAuthor);
  if (
    names.length === 0 ||
    (names.length === authors.length && authors.every(({ name }, at) => name.trim() === names[at]))
  ) {
    return undefined;
  }
  const taken = names.map(
    (name) => authors.find((author) => author.name.trim() === name) ?? { name, role: 'author', as: 'author' },
  );
  return [...known.filter((person) => !isAuthor(person)), ...taken];
}

/** Who made a work public: a periodical or a website by its own name, everything else by its publisher’s. */
function publisherOf(item: JsonObject): Value {
  const type = own(item, 'type');
  const [publisher, container] = [textOf(item, 'publisher'), textOf(item, 'container-title')];
  const isPeriodical = typeof type === 'string' && /^(?:article|webpage|post)/u.test(type);
  return isPeriodical ? (container ?? publisher) : (publisher ?? container);
}

function dateOf(date: z.infer<typeof IncomingDate>): string | null {
  const edtf = dateFrom(date);
  return edtf !== null && isCatalogueDate(edtf) ? edtf : null;
}

/** What an item says of a statement, by the name that it has there. */
function valuesOf(item: JsonObject, entry: CatalogueEntry): readonly (readonly [string, FieldName, Value])[] {
  const authors = (names: z.infer<typeof IncomingNames>): Value => peopleFrom(entry, names.map(nameFrom));
  return [
    ['title', 'title', textOf(item, 'title')],
    ['genre', 'kind', textOf(item, 'genre', kindFrom)],
    ['publisher', 'publisher', publisherOf(item)],
    ['author', 'people', readValue(item, 'author', IncomingNames, authors)],
    ['publisher-place', 'place', textOf(item, 'publisher-place')],
    ['issued', 'date', readValue(item, 'issued', IncomingDate, dateOf)],
    ['language', 'language', textOf(item, 'language', readLanguage)],
  ];
}

/** Whether the catalogue says this already; a file’s name in brackets is what stands for a title where there is none. */
function isSaid(entry: CatalogueEntry, name: FieldName, value: Value): boolean {
  const own = entry[name].value ?? (name === 'title' ? `[${entry.file}]` : null);
  return typeof own === 'string' && own.trim() === value;
}

const idOf = (item: JsonObject): string => {
  const id = own(item, 'id');
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
};

const titleOf = (item: JsonObject): string => {
  const title = own(item, 'title');
  return typeof title === 'string' ? title.trim() : '';
};

/** What a line of the report calls an item. */
const nameOf = (item: JsonObject): string => firstWords(titleOf(item) || idOf(item));

/** What an item changes of its statement, `null` where nothing; `leaveOut` hears of what the catalogue cannot hold. */
function readItem(item: JsonObject, entry: CatalogueEntry, leaveOut: (key: string) => void): CatalogueChange | null {
  const fields: Partial<Record<FieldName, RawField>> = {};
  for (const [key, name, value] of valuesOf(item, entry)) {
    if (value === null) leaveOut(key);
    else if (value !== undefined && !isSaid(entry, name, value)) {
      fields[name] = { value, basis: 'stated', from: 'CSL-JSON of the catalogue.' };
    }
  }
  return changeOf(entry, fields);
}

/**
 * What a list of CSL-JSON items, as reference managers export it, changes of `entries`. An item finds its statement by the id, else by its
 * title exactly. What it does not say stays; what it says as the catalogue does, keeps its basis; everything else is taken as
 * stated. A value that the catalogue cannot hold stays out alone, and a line says which.
 */
export function readCatalogueCsl(list: unknown, entries: readonly CatalogueEntry[]): Result<CatalogueReading> {
  if (!Array.isArray(list)) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The file is no list of works in CSL-JSON: export it as CSL JSON from the reference manager again.'),
    );
  }
  if (list.length > mostItems) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The file has more than {limit} works, so nothing was taken from it: divide it.', {
        limit: mostItems,
      }),
    );
  }
  const find = prepareFinding(entries, 'title');
  const numberOf = new Map<string, number>();
  const changes: CatalogueChange[] = [];
  const lines: ReportLine[] = [];
  let unchanged = 0;
  for (const [at, raw] of list.entries()) {
    const number = at + 1;
    const item: JsonObject = isObject(raw) ? raw : {};
    const refuse = (sentence: Sentence): unknown => lines.push({ outcome: 'refused', item: nameOf(item), sentence });
    const entry = find(idOf(item), titleOf(item));
    if (entry === null) {
      refuse(say(/*i18n*/ 'Work {number} was left out: there is no statement with its id or its title.', { number }));
      continue;
    }
    if (entry === 'ambiguous') {
      refuse(
        say(/*i18n*/ 'Work {number} was left out: several statements have its title. Give it the id of one of them.', {
          number,
        }),
      );
      continue;
    }
    const other = numberOf.get(entry.id);
    if (other !== undefined) {
      refuse(say(/*i18n*/ 'Work {number} was left out: work {other} is the same statement.', { number, other }));
      continue;
    }
    numberOf.set(entry.id, number);
    const change = readItem(item, entry, (key) => {
      const sentence = say(
        /*i18n*/ 'The “{key}” of work {number} was not taken, because the catalogue cannot hold what it says.',
        { key, number },
      );
      lines.push({ outcome: 'changed', item: nameOf(item), sentence });
    });
    if (change) changes.push(change);
    else unchanged += 1;
  }
  return succeed({ changes, unchanged, lines });
}
