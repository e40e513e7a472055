import { joinNotes } from '../workspace/edits.ts';
import { isSameData } from '../workspace/is-same-data.ts';
import { type Stamp, stampAfter, timeOf, writerOf } from '../workspace/trace.ts';
import { joinWork } from './join-work.ts';
import { type HighlightRecord, isAlive, type TagRecord, type Work } from './work.ts';

/** What kinds of records there are in work. */
export type RecordKind = 'highlights' | 'tags' | 'dossiers' | 'searches';
const kinds: readonly RecordKind[] = ['highlights', 'tags', 'dossiers', 'searches'];

/**
 * What the other's work has that one's own has not. `new`: a record. `changed`: a record that only they have changed.
 * `deleted`: one that they have deleted, and nobody has changed since. The rest are what the two disagree on: `both-changed` the same
 * field, `deleted-there` what was changed here, `deleted-here` what was changed there. `fields` are the fields that differ.
 */
export interface MergeItem {
  readonly kind: RecordKind;
  readonly id: string;
  readonly difference: 'new' | 'changed' | 'deleted' | 'both-changed' | 'deleted-there' | 'deleted-here';
  readonly fields: readonly string[];
}

/**
 * What becomes of an item. `later`: each field as it was written last, and what was deleted stays deleted. `both`: as `later`, but two
 * notes become one with both, and what somebody has changed is kept though the other deleted it. `mine`, `theirs`: as it is
 * there; of a new one, `mine` leaves it out.
 */
export type MergeRule = 'later' | 'both' | 'mine' | 'theirs';

/** Who chooses what: `rule` for all that is disagreed on, `choices` for single items, by `itemKey`. */
export interface MergeChoice {
  readonly rule: MergeRule;
  readonly choices: Readonly<Record<string, MergeRule>>;
  /** When this is done, ISO 8601 in UTC. */
  readonly now: string;
}

/** How an item is called among `choices`. */
export const itemKey = ({ kind, id }: Pick<MergeItem, 'kind' | 'id'>): string => `${kind}/${id}`;

/** Whether the two disagree on an item, so that somebody has to choose, or a rule. */
export function isDisagreed({ difference }: MergeItem): boolean {
  return difference === 'both-changed' || difference === 'deleted-there' || difference === 'deleted-here';
}

interface AnyRecord {
  readonly lives: number;
  readonly since: Stamp;
  readonly fields: Readonly<Record<string, { readonly value: unknown; readonly at: Stamp } | undefined>>;
  readonly tags?: HighlightRecord['tags'];
}

interface Sides {
  readonly mine: Work;
  readonly theirs: Work;
}

/** Whether a stamp is of something that the writer of `reader` has not merged, nor written. */
function isUnseen(at: Stamp, reader: Work): boolean {
  const by = writerOf(at);
  if (by === reader.writer || by === '') return false;
  return at > (reader.people[by]?.seen ?? '');
}

function stampsOf({ since, fields, tags = {} }: AnyRecord): Stamp[] {
  return [
    since,
    ...Object.values(fields).flatMap((field) => (field ? [field.at] : [])),
    ...Object.values(tags).map(({ at }) => at),
  ];
}

function differingFields(mine: AnyRecord, theirs: AnyRecord): string[] {
  return Object.keys(theirs.fields).filter(
    (field) => mine.fields[field] && !isSameData(mine.fields[field]?.value, theirs.fields[field]?.value),
  );
}

function differingTags(mine: AnyRecord, theirs: AnyRecord): string[] {
  const ids = new Set([...Object.keys(mine.tags ?? {}), ...Object.keys(theirs.tags ?? {})]);
  return [...ids].filter((id) => (mine.tags?.[id]?.on ?? false) !== (theirs.tags?.[id]?.on ?? false));
}

/** What there is to say of a record that both have, and that is alive on both sides. */
function compareLiving(mine: AnyRecord, theirs: AnyRecord, sides: Sides): Omit<MergeItem, 'kind' | 'id'> | null {
  const [disagreed, changed]: [string[], string[]] = [[], []];
  for (const field of differingFields(mine, theirs)) {
    const [own, other] = [mine.fields[field]?.at ?? '', theirs.fields[field]?.at ?? ''];
    const [isOwnNew, isOtherNew] = [isUnseen(own, sides.theirs), isUnseen(other, sides.mine)];
    if (isOwnNew && isOtherNew) disagreed.push(field);
    else if (other > own) changed.push(field);
  }
  const tagged = differingTags(mine, theirs).filter(
    (id) => (theirs.tags?.[id]?.at ?? '') > (mine.tags?.[id]?.at ?? ''),
  );
  if (tagged.length > 0) changed.push('tags');
  if (disagreed.length > 0) return { difference: 'both-changed', fields: [...disagreed, ...changed] };
  return changed.length === 0 ? null : { difference: 'changed', fields: changed };
}

function compareRecord(
  mine: AnyRecord | undefined,
  theirs: AnyRecord,
  sides: Sides,
): Omit<MergeItem, 'kind' | 'id'> | null {
  if (!mine) return isAlive(theirs) ? { difference: 'new', fields: [] } : null;
  const [isMine, isTheirs] = [isAlive(mine), isAlive(theirs)];
  if (isMine && isTheirs) return compareLiving(mine, theirs, sides);
  if (!isMine && !isTheirs) return null;
  if (isMine) {
    if (theirs.lives < mine.lives) return null;
    const isChangedHere = stampsOf(mine).some((at) => isUnseen(at, sides.theirs));
    return { difference: isChangedHere ? 'deleted-there' : 'deleted', fields: [] };
  }
  if (theirs.lives > mine.lives) return { difference: 'new', fields: [] };
  const isChangedThere = stampsOf(theirs).some((at) => isUnseen(at, sides.mine));
  return isChangedThere ? { difference: 'deleted-here', fields: [] } : null;
}

/** What `theirs` has that `mine` has not, and what the two disagree on. Sources are matched before: ids of statements mean the same. */
export function compareWork(mine: Work, theirs: Work): MergeItem[] {
  const sides = { mine, theirs };
  return kinds.flatMap((kind) => {
    const own: Readonly<Record<string, AnyRecord>> = mine[kind];
    const others: Readonly<Record<string, AnyRecord>> = theirs[kind];
    return Object.keys(others).flatMap((id): MergeItem[] => {
      const other = others[id];
      const found = other && compareRecord(Object.hasOwn(own, id) ? own[id] : undefined, other, sides);
      return found ? [{ kind, id, ...found }] : [];
    });
  });
}

/** The latest stamp of each writer in `work`. */
function latestStamps(work: Work): ReadonlyMap<string, Stamp> {
  const latest = new Map<string, Stamp>();
  for (const kind of kinds) {
    for (const record of Object.values<AnyRecord>(work[kind])) {
      for (const at of stampsOf(record)) {
        const by = writerOf(at);
        if (by !== '' && at > (latest.get(by) ?? '')) latest.set(by, at);
      }
    }
  }
  return latest;
}

/** `work` with all that is in it, and in `merged`, as seen by its writer. */
function withSeen(work: Work, merged: Work): Work {
  const people = { ...work.people };
  const latest = latestStamps(merged);
  for (const [id, at] of latest) {
    const person = people[id] ?? { id, name: '', named: '', seen: '' };
    if (at > person.seen) people[id] = { ...person, seen: at };
  }
  return { ...work, people };
}

/** A record as it is in `wanted`, written anew after everything that is in both. */
function rewrite<Record extends AnyRecord>(
  wanted: Record,
  other: AnyRecord,
  fields: readonly string[],
  write: (before: Stamp) => Stamp,
): Record {
  const written = { ...wanted.fields };
  for (const field of fields) {
    const own = wanted.fields[field];
    const later = [own?.at ?? '', other.fields[field]?.at ?? ''].sort().at(-1) ?? '';
    if (own) written[field] = { value: own.value, at: write(later) };
  }
  return { ...wanted, fields: written };
}

/** A record that was deleted on one side, brought back as it is on the other. */
function revive<Record extends AnyRecord>(living: Record, gone: AnyRecord, write: (before: Stamp) => Stamp): Record {
  const latest = [...stampsOf(living), gone.since].sort().at(-1) ?? '';
  const since = write(latest);
  const fields = Object.fromEntries(
    Object.entries(living.fields).map(([field, own]) => [field, own && { value: own.value, at: since }]),
  );
  const tags = Object.fromEntries(Object.entries(living.tags ?? {}).map(([id, tag]) => [id, { ...tag, at: since }]));
  const lives = Math.max(living.lives, gone.lives + 1);
  return { ...living, lives, since, fields, ...(living.tags ? { tags } : {}) };
}

function joinedNote(mine: HighlightRecord, theirs: HighlightRecord, write: (before: Stamp) => Stamp) {
  const [own, other] = [mine.fields.note, theirs.fields.note];
  if (!own || !other) return null;
  const [earlier, later] = own.at < other.at ? [own, other] : [other, own];
  const text = joinNotes(earlier.value.text, later.value.text);
  const isPrivate = own.value.isPrivate || other.value.isPrivate;
  return { value: { text, isPrivate }, at: write(later.at) };
}

/** What one item comes to by a rule: the record to put in place of the joined one; `undefined` to leave that as it is. */
function settle(
  item: MergeItem,
  mine: AnyRecord | undefined,
  theirs: AnyRecord,
  rule: MergeRule,
  write: (before: Stamp) => Stamp,
) {
  const { difference, fields, kind } = item;
  if (rule === 'later' || !mine) return undefined;
  const [isMine, isTheirs] = [isAlive(mine), isAlive(theirs)];
  if (isMine && isTheirs) {
    if (rule === 'both') {
      if (kind !== 'highlights' || difference !== 'both-changed' || !fields.includes('note')) return undefined;
      // Both are highlights: their kind says so.
      const note = joinedNote(mine as HighlightRecord, theirs as HighlightRecord, write);
      return note ? { note } : undefined;
    }
    const [wanted, other] = rule === 'mine' ? [mine, theirs] : [theirs, mine];
    const rewritten = rewrite(wanted, other, fields, write);
    const changed = Object.fromEntries(
      fields.flatMap((field) => (rewritten.fields[field] ? [[field, rewritten.fields[field]]] : [])),
    );
    const tags = fields.includes('tags')
      ? Object.fromEntries(
          differingTags(mine, theirs).map((id) => {
            const at = write([mine.tags?.[id]?.at ?? '', theirs.tags?.[id]?.at ?? ''].sort().at(-1) ?? '');
            return [id, { on: wanted.tags?.[id]?.on ?? false, n: wanted.tags?.[id]?.n ?? 0, at }];
          }),
        )
      : {};
    return { ...changed, tags };
  }
  const keepsMine = rule === 'mine' ? isMine : rule === 'theirs' ? isTheirs : true;
  if (!keepsMine) return isMine ? 'delete' : undefined;
  return 'revive';
}

/**
 * What `mine` and `theirs` come to, by `choice`. With the rule `later` and no choices it is `joinWork`, in any order; every choice is
 * something that one has written now, and goes the way of everything else one writes.
 */
export function mergeWork(mine: Work, theirs: Work, { rule, choices, now }: MergeChoice): Work {
  const items = compareWork(mine, theirs);
  const write = (before: Stamp): Stamp => stampAfter(now, mine.writer, before);
  const taken: Work = {
    ...theirs,
    highlights: { ...theirs.highlights },
    tags: { ...theirs.tags },
    dossiers: { ...theirs.dossiers },
    searches: { ...theirs.searches },
  };
  const left = items.filter((item) => item.difference === 'new' && choices[itemKey(item)] === 'mine');
  for (const { kind, id } of left) delete taken[kind][id];
  const joined = joinWork(mine, taken);
  for (const item of items) {
    const { kind, id, difference } = item;
    const chosen = choices[itemKey(item)] ?? (isDisagreed(item) ? rule : 'later');
    if (difference === 'new') continue;
    const own: Readonly<Record<string, AnyRecord>> = mine[kind];
    const others: Readonly<Record<string, AnyRecord>> = theirs[kind];
    const records = joined[kind] as Record<string, AnyRecord>; // All kinds of records have what is touched here.
    const [one, other, both] = [own[id], others[id], records[id]];
    if (!other || !both) continue;
    const settled = settle(item, one, other, chosen, write);
    if (settled === undefined || !one) continue;
    if (settled === 'revive') {
      records[id] = isAlive(one) ? revive(one, other, write) : revive(other, one, write);
    } else if (settled === 'delete') {
      const lives = Math.max(one.lives, other.lives);
      records[id] = { ...other, lives: lives % 2 === 0 ? lives : lives + 1 };
    } else {
      const { tags, ...fields } = settled as { tags?: HighlightRecord['tags'] } & AnyRecord['fields'];
      records[id] = {
        ...both,
        fields: { ...both.fields, ...fields },
        ...(both.tags ? { tags: { ...both.tags, ...tags } } : {}),
      };
    }
  }
  return withSeen(joined, taken);
}

/** The time and the writer of the last thing that was written of a record. */
export function lastWritten(record: HighlightRecord | TagRecord): { readonly at: string; readonly by: string } {
  const latest = stampsOf(record).sort().at(-1) ?? '';
  return { at: timeOf(latest), by: writerOf(latest) };
}
