import type { StatementKind } from '../statements/catalogue.ts';
import { readDate } from '../statements/edtf-date.ts';
import type { StatementSummary } from '../statements/statement.ts';
import type { CslDate, CslItem, CslName } from './csl-item.ts';

/** The fields of a catalogue record that a citation is made from. */
export type CitedRecord = Pick<
  StatementSummary,
  'id' | 'file' | 'title' | 'kind' | 'publisher' | 'people' | 'place' | 'date' | 'language'
>;

const types: Readonly<Record<StatementKind, CslItem['type']>> = {
  'press statement': 'report',
  'joint statement': 'report',
  'news report': 'article-newspaper',
  'press briefing transcript': 'speech',
  speech: 'speech',
  report: 'report',
  resolution: 'report',
  law: 'document',
  letter: 'document',
  testimony: 'document',
  declaration: 'report',
  'web page': 'document',
  other: 'document',
};

/** Words that only the name of a body has. */
const bodyWord =
  /\b(?:agency|alliance|amnesty|assembly|association|bureau|center|centre|coalition|commission|committee|council|court|department|embassy|federation|foundation|front|fund|group|initiative|institute|international|media|ministry|mission|movement|network|news|office|organisation|organization|parliament|party|platform|press|project|radio|service|society|team|union|university|watch)\b/iu;

/** “Given Family”, “Given M. Family” or “G. Family”: what can be taken apart without knowing the language of the name. */
const personName = /^(?<given>\p{L}[\p{L}\p{M}.’'-]*(?: \p{Lu}\.?)?) (?<family>\p{Lu}[\p{L}\p{M}’'-]+)$/u;

function nameOf(name: string, isBody: boolean): CslName {
  const parts = isBody || bodyWord.test(name) ? undefined : personName.exec(name)?.groups;
  const { given, family } = parts ?? {};
  return given === undefined || family === undefined ? { literal: name } : { family, given };
}

function authorsOf({ people, publisher }: CitedRecord): CslName[] {
  return (people.value ?? [])
    .filter((person) => person.as === 'author' || person.as === 'issuer')
    .map((person) => nameOf(person.name, person.as === 'issuer' || person.name === publisher.value));
}

function dateOf(edtf: string): CslDate {
  const date = readDate(edtf);
  if (date === null) return { literal: edtf };
  const parts = [date.year, date.month, date.day].filter((part) => part !== null);
  return { 'date-parts': [parts], ...(date.isUncertain && { circa: true }) };
}

/** What a reference manager cannot tell from the other fields. */
function noteOf({ title, date }: CitedRecord): string {
  const isSupplied = title.value === null || /^\[.*\]$/su.test(title.value);
  const isInferred = date.value !== null && date.basis === 'inferred';
  return [isSupplied && 'Title supplied.', isInferred && 'Date inferred.'].filter(Boolean).join(' ');
}

/**
 * A catalogue record in CSL-JSON. Its authors are those whom the catalogue calls author or issuer: whoever speaks in a
 * transcript is not the author of it. A place that was inferred is left out. Without a title, the file's name stands in brackets
 * for one.
 */
export function cslItemOf(record: CitedRecord): CslItem {
  const kind = record.kind.value;
  const type = kind === null ? 'document' : types[kind];
  const authors = authorsOf(record);
  const publisher = record.publisher.value;
  const note = noteOf(record);
  return {
    id: record.id,
    type,
    title: record.title.value ?? `[${record.file}]`,
    ...(authors.length > 0 && { author: authors }),
    ...(publisher !== null && (type === 'article-newspaper' ? { 'container-title': publisher } : { publisher })),
    ...(record.place.value !== null && record.place.basis === 'stated' && { 'publisher-place': record.place.value }),
    ...(kind !== null && kind !== 'other' && type !== 'article-newspaper' && { genre: kind }),
    ...(record.language.value !== null && { language: record.language.value }),
    ...(record.date.value !== null && record.date.value !== '' && { issued: dateOf(record.date.value) }),
    ...(note !== '' && { note }),
  };
}
