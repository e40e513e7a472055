import { stableId } from '../../text/stable-id.ts';
import type { Person, Stamp } from '../../workspace/trace.ts';
import { isSoundTime } from '../sound-history.ts';
import { idOf, isObject, type JsonObject, listOf, own, textOf } from './json-view.ts';
import { uuidOf } from './vocabulary.ts';

/** Who wrote an annotation and when, as far as its file says. */
export interface Origin {
  readonly person: Person | null;
  /** ISO 8601 in UTC. Where the file has no times, the earliest there are. */
  readonly created: string;
  readonly modified: string;
  /** Empty where the file has no times. */
  readonly since: Stamp;
  readonly written: Stamp;
}

/** The time of what has none. */
const never = '1970-01-01T00:00:00.000Z';

const isoTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/u;

/** A time in UTC; one without a zone is taken to be in UTC, so that it is the same on every computer. */
function timeIn(value: unknown): string | null {
  const text = textOf(value);
  const found = text === null ? null : isoTime.exec(text);
  if (!text || !found) return null;
  const time = text.includes('T') && found[1] === undefined ? `${text}Z` : text;
  return isSoundTime(time) ? new Date(time).toISOString() : null;
}

/** The longest name of a person. */
const nameLimit = 200;

function personIn(annotation: JsonObject): Person | null {
  const creator = listOf(own(annotation, 'creator', 'dcterms:creator'))[0] ?? own(annotation, 'user');
  const iri = idOf(creator);
  const info = own(annotation, 'user_info');
  const called = isObject(creator) ? textOf(own(creator, 'name', 'nickname', 'foaf:name')) : null;
  const display = isObject(info) ? textOf(own(info, 'display_name')) : null;
  const key = iri ?? called;
  if (key === null || key === '') return null;
  const name = (called ?? display ?? (uuidOf(key) === null ? key : '')).replace(/\s+/gu, ' ').trim();
  const id = uuidOf(key) ?? stableId('attest:person', key);
  return { id, name: name.slice(0, nameLimit).replace(/\p{Cs}/gu, ''), named: '', seen: '' };
}

/** Reads the origin of a foreign annotation. */
export function readOrigin(annotation: JsonObject): Origin {
  const person = personIn(annotation);
  const made = timeIn(own(annotation, 'created', 'dcterms:created'));
  const changed = timeIn(own(annotation, 'modified', 'updated', 'dcterms:modified'));
  const modified = changed ?? made;
  const created = made ?? changed;
  const by = person?.id ?? stableId('attest:person', '');
  return {
    person,
    created: created ?? never,
    modified: modified ?? never,
    since: created === null ? '' : `${created} ${by}`,
    written: modified === null ? '' : `${modified} ${by}`,
  };
}
