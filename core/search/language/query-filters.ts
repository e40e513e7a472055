import { type Sentence, say } from '../../sentence.ts';
import type { QueryFilters, QueryPlace } from './query.ts';
import { isAfter, isBegunDate, readQueryDate } from './query-date.ts';
import { quoteQuery } from './quote-query.ts';
import { type QueryField, queryFields } from './scan-query.ts';

/** One value of a field, checked. */
export interface QueryFilter {
  readonly field: QueryField;
  readonly isNegated: boolean;
  readonly value: string;
}

/** What a field in a query came to. */
export interface ReadField {
  readonly filters: readonly QueryFilter[];
  readonly remarks: readonly Sentence[];
}

const fieldExamples: Readonly<Record<QueryField, string>> = {
  tag: 'tag:torture',
  in: 'in:notes',
  from: 'from:2020',
  to: 'to:2023-05',
  speaker: 'speaker:carpenter',
  publisher: 'publisher:osce',
  lang: 'lang:en',
};

const places: ReadonlyMap<string, QueryPlace> = new Map([
  ['statement', 'statements'],
  ['statements', 'statements'],
  ['note', 'notes'],
  ['notes', 'notes'],
  ['tag', 'tags'],
  ['tags', 'tags'],
]);

const languages: ReadonlyMap<string, string> = new Map([
  ['english', 'en'],
  ['belarusian', 'be'],
  ['russian', 'ru'],
  ['ukrainian', 'uk'],
]);
const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/u;

/** What is wrong with a value, or the value as it is kept. */
type Checked = { readonly value: string } | { readonly remark: Sentence };

function checkValue(field: QueryField, text: string): Checked {
  const shown = quoteQuery(`${field}:${text}`);
  if (field === 'in') {
    const place = places.get(text.toLowerCase());
    return place
      ? { value: place }
      : { remark: say(/*i18n*/ '{shown} was left out: write in:statements, in:notes or in:tags.', { shown }) };
  }
  if (field === 'from' || field === 'to') {
    const date = readQueryDate(text);
    return date === null
      ? {
          remark: say(
            /*i18n*/ '{shown} was left out: write a year, a month or a day, as {field}:2023, {field}:2023-05.',
            { shown, field },
          ),
        }
      : { value: date };
  }
  if (field === 'lang') {
    const tag = languages.get(text.toLowerCase()) ?? text.toLowerCase();
    return languageTag.test(tag)
      ? { value: tag }
      : {
          remark: say(/*i18n*/ '{shown} was left out: write a language as lang:en, lang:be, lang:ru or lang:uk.', {
            shown,
          }),
        };
  }
  return { value: text };
}

/** Whether the value may be the beginning of a right one. */
function isHalfTyped(field: QueryField, text: string): boolean {
  if (field === 'in') return [...places.keys()].some((name) => name.startsWith(text.toLowerCase()));
  if (field === 'from' || field === 'to') return isBegunDate(text);
  return field === 'lang';
}

/** The field of that name, in any case; `null` where there is none. */
export function findField(name: string): QueryField | null {
  const plain = name.normalize('NFKC').toLowerCase();
  return queryFields.find((field) => field === plain) ?? null;
}

/**
 * Reads the value of a field. `in` and `lang` take several with commas or bars between, the other fields one. What
 * cannot be used is left out with a remark; with `isTyped`, where the value is still being typed, without one.
 */
export function readField(field: QueryField, text: string, isNegated: boolean, isTyped: boolean): ReadField {
  const value = text.trim();
  const isList = field === 'in' || field === 'lang';
  const values = isList ? value.split(/[,;|]/u).filter((part) => part !== '') : [value].filter((part) => part !== '');
  if (values.length === 0) {
    const remark = say(/*i18n*/ '“{field}:” was left out: put its value right after the colon, as in {example}.', {
      field,
      example: fieldExamples[field],
    });
    return { filters: [], remarks: isTyped ? [] : [remark] };
  }
  if (isNegated && field !== 'tag') {
    const shown = quoteQuery(`-${field}:${value}`);
    return { filters: [], remarks: [say(/*i18n*/ '{shown} was left out: only -tag: can exclude.', { shown })] };
  }
  const filters: QueryFilter[] = [];
  const remarks: Sentence[] = [];
  for (const part of values) {
    const checked = checkValue(field, part);
    const isAtEnd = isTyped && part === values.at(-1);
    if ('value' in checked && !(isAtEnd && (field === 'from' || field === 'to') && isBegunDate(part))) {
      filters.push({ field, isNegated, value: checked.value });
    } else if ('remark' in checked && !(isAtEnd && isHalfTyped(field, part))) remarks.push(checked.remark);
  }
  return { filters, remarks };
}

/** Gathers the values of a query's fields, each once, whatever its case; of several dates the last one counts. */
export function gatherFilters(filters: readonly QueryFilter[]): {
  readonly filters: QueryFilters;
  readonly remarks: readonly Sentence[];
} {
  const valuesOf = (field: QueryField, isNegated = false): string[] => {
    const byKey = new Map<string, string>();
    for (const filter of filters) {
      if (filter.field !== field || filter.isNegated !== isNegated) continue;
      const key = filter.value.normalize('NFKC').toLowerCase();
      if (!byKey.has(key)) byKey.set(key, filter.value);
    }
    return [...byKey.values()];
  };
  const remarks: Sentence[] = [];
  const dateOf = (field: 'from' | 'to'): string | null => {
    const last = filters.findLast((filter) => filter.field === field)?.value ?? null;
    if (last !== null && valuesOf(field).length > 1) {
      remarks.push(say(/*i18n*/ '“{field}:” is there more than once: the last one, {last}, counts.', { field, last }));
    }
    return last;
  };
  const from = dateOf('from');
  const to = dateOf('to');
  if (from !== null && to !== null && isAfter(from, to)) {
    remarks.push(say(/*i18n*/ '“from:{from}” is later than “to:{to}”: no date lies between them.', { from, to }));
  }
  return {
    filters: {
      tags: valuesOf('tag'),
      notTags: valuesOf('tag', true),
      in: valuesOf('in').flatMap((name) => places.get(name) ?? []),
      from,
      to,
      speakers: valuesOf('speaker'),
      publishers: valuesOf('publisher'),
      languages: valuesOf('lang'),
    },
    remarks,
  };
}
