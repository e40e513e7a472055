import { isSameData } from '../workspace/is-same-data.ts';
import { laterOf, type Person, type Stamp, type TagTrace } from '../workspace/trace.ts';
import type { Arrival } from '../workspace/traced-fields.ts';
import type {
  DossierRecord,
  HighlightRecord,
  SearchRecord,
  SetRecord,
  StatementRecord,
  TagRecord,
  Work,
} from './work.ts';
import { isAlive } from './work.ts';

interface Stamped {
  readonly value: unknown;
  readonly at: Stamp;
}

interface Life {
  readonly lives: number;
  readonly since: Stamp;
  readonly fields: object;
}

/** JSON with keys in order: what decides between two values of one stamp, which only a copied workspace can write. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * The later written of two, `a` where the two are the same; of two with one stamp the greater, so that the order they come in makes no
 * difference.
 */
export function laterWritten<Item extends { readonly at: Stamp }>(a: Item, b: Item): Item {
  if (a.at !== b.at) return a.at < b.at ? b : a;
  if (isSameData(a, b)) return a;
  return canonical(a) < canonical(b) ? b : a;
}

function joinRecords<Item>(
  a: Readonly<Record<string, Item>>,
  b: Readonly<Record<string, Item>>,
  join: (a: Item, b: Item) => Item,
): Record<string, Item> {
  const joined = new Map(Object.entries(a));
  for (const [id, item] of Object.entries(b)) {
    const other = joined.get(id);
    joined.set(id, other === undefined ? item : join(other, item));
  }
  return Object.fromEntries(joined);
}

/** Which of two lives of one record goes on: the later life takes all, and of one life each field is the later written. */
function joinLives<Item extends Life>(a: Item, b: Item, joinMore: (a: Item, b: Item) => Partial<Item>): Item {
  if (a.lives !== b.lives) return a.lives < b.lives ? b : a;
  const since = laterOf(a.since, b.since);
  if (!isAlive(a)) return { ...a, ...joinMore(a, b), since, fields: {} };
  const fields = joinRecords(
    a.fields as Readonly<Record<string, Stamped>>, // Every field of every record is one.
    b.fields as Readonly<Record<string, Stamped>>,
    laterWritten,
  );
  return { ...a, ...joinMore(a, b), since, fields };
}

const earlierText = (a: string, b: string): string => (a < b ? a : b);
const laterText = (a: string, b: string): string => (a < b ? b : a);

function joinTimes<Item extends { readonly created: string; readonly modified: string }>(a: Item, b: Item) {
  return { created: earlierText(a.created, b.created), modified: laterText(a.modified, b.modified) };
}

function joinHighlights(a: HighlightRecord, b: HighlightRecord): HighlightRecord {
  const tags = isAlive(a) ? joinRecords<TagTrace>(a.tags, b.tags, laterWritten) : {};
  return joinLives(a, b, () => ({ ...joinTimes(a, b), tags }));
}

const joinTags = (a: TagRecord, b: TagRecord): TagRecord => joinLives(a, b, () => ({}));
const joinDossiers = (a: DossierRecord, b: DossierRecord): DossierRecord => joinLives(a, b, joinTimes);
const joinSearches = (a: SearchRecord, b: SearchRecord): SearchRecord => joinLives(a, b, () => ({}));

const joinSets = (a: SetRecord, b: SetRecord): SetRecord => joinLives(a, b, () => ({}));

/** The earlier of two: who had the file first says how it is called. */
function earlierArrival(a: Arrival, b: Arrival): Arrival {
  if (a.added !== b.added) return a.added < b.added ? a : b;
  return a.name < b.name ? a : b;
}

function joinStatements(a: StatementRecord, b: StatementRecord): StatementRecord {
  const arrived = isAlive(a) ? joinRecords(a.arrived, b.arrived, earlierArrival) : {};
  return joinLives(a, b, () => ({ ...joinTimes(a, b), arrived }));
}

function joinPeople(a: Person, b: Person): Person {
  const named = laterOf(a.named, b.named);
  const name = a.named === b.named ? laterText(a.name, b.name) : a.named < b.named ? b.name : a.name;
  return { id: a.id, name, named, seen: laterOf(a.seen, b.seen) };
}

/**
 * What two people's work is together: each record with the later of its lives, and of one life the later written of each
 * field and each tag. Commutative, associative and idempotent, but for `writer`, which is that of `a`.
 */
export function joinWork(a: Work, b: Work): Work {
  return {
    writer: a.writer,
    people: joinRecords(a.people, b.people, joinPeople),
    sources: joinRecords(a.sources, b.sources, (one, other) => (canonical(one) < canonical(other) ? other : one)),
    highlights: joinRecords(a.highlights, b.highlights, joinHighlights),
    tags: joinRecords(a.tags, b.tags, joinTags),
    dossiers: joinRecords(a.dossiers, b.dossiers, joinDossiers),
    searches: joinRecords(a.searches, b.searches, joinSearches),
    statements: joinRecords(a.statements, b.statements, joinStatements),
    sets: joinRecords(a.sets, b.sets, joinSets),
  };
}
