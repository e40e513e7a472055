import { joinNotes, noteLimit } from '../workspace/edits.ts';
import { type Stamp, stampAfter, writerOf } from '../workspace/trace.ts';
import { isVersionField } from '../workspace/traced-fields.ts';
import {
  type AnyRecord,
  compareWork,
  differingTags,
  isDisagreed,
  itemKey,
  type MergeItem,
  recordKinds,
  stampsOf,
  taggingOf,
} from './compare-work.ts';
import { joinWork } from './join-work.ts';
import { ownRecord } from './own-record.ts';
import { type HighlightRecord, isAlive, type Work } from './work.ts';

/**
 * What becomes of an item. `later`: each field as it was written last, and what was deleted stays deleted. `both`: as `later`, but two
 * notes become one with both, a highlight has the tags of both where it was made anew on one side, and what somebody has changed is kept though the other deleted it. `mine`, `theirs`: as it is
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

/** One record as it is on both sides, and as the two are joined. */
interface Meeting {
  readonly mine: AnyRecord;
  readonly theirs: AnyRecord;
  readonly joined: AnyRecord;
  /** The stamp of what is written now, after `before`. */
  readonly write: (before: Stamp) => Stamp;
}

const latestOf = (stamps: readonly Stamp[]): Stamp => stamps.reduce((a, b) => (a < b ? b : a), '');

/** The latest stamp of each writer in `work`. */
function latestStamps(work: Work): ReadonlyMap<string, Stamp> {
  const latest = new Map<string, Stamp>();
  for (const kind of recordKinds) {
    for (const record of Object.values<AnyRecord>(work[kind])) {
      for (const at of stampsOf(record)) {
        const by = writerOf(at);
        if (by !== '' && at > (latest.get(by) ?? '')) latest.set(by, at);
      }
    }
  }
  return latest;
}

/** `work` with all that is in `merged` as seen by its writer. */
function withSeen(work: Work, merged: Work): Work {
  const people = new Map(Object.entries(work.people));
  for (const [id, at] of latestStamps(merged)) {
    const person = people.get(id) ?? { id, name: '', named: '', seen: '' };
    if (at > person.seen) people.set(id, { ...person, seen: at });
  }
  return { ...work, people: Object.fromEntries(people) };
}

/** The work of a selection, without what its writer has seen of others: whoever merges it has not. */
function withoutSeen(work: Work): Work {
  const people = Object.entries(work.people).map(([id, person]) => [id, { ...person, seen: '' }] as const);
  return { ...work, people: Object.fromEntries(people) };
}

function versionLeftOut(name: string, { fields }: AnyRecord): { readonly value: object } | null {
  const version = isVersionField(name) ? fields[name]?.value : undefined;
  return typeof version === 'object' && version !== null ? { value: { ...version, isOut: true } } : null;
}

/** The joined record with these fields as they are in `wanted`, written anew after what both say; left out where they are not known there. */
function asIn(wanted: AnyRecord, names: readonly string[], { mine, theirs, joined, write }: Meeting): AnyRecord {
  const fields = { ...joined.fields };
  for (const name of names) {
    // A version that is not there is left out, and that is said; a note that is not there is not known.
    const own = wanted.fields[name] ?? versionLeftOut(name, joined);
    if (!own) delete fields[name];
    else
      fields[name] = {
        value: own.value,
        at: write(latestOf([mine, theirs].map((side) => side.fields[name]?.at ?? ''))),
      };
  }
  if (!joined.tags || !names.includes('tags')) return { ...joined, fields };
  const tags = new Map(Object.entries(joined.tags));
  for (const id of differingTags(mine, theirs)) {
    const at = write(latestOf([mine, theirs].map((side) => taggingOf(side, id)?.at ?? '')));
    const { on, n } = taggingOf(wanted, id) ?? { on: false, n: 0 };
    tags.set(id, { on, n, at });
  }
  return { ...joined, fields, tags: Object.fromEntries(tags) };
}

/** A record that was deleted on one side, brought back as it is on the other. */
function revive(living: AnyRecord, gone: AnyRecord, write: (before: Stamp) => Stamp): AnyRecord {
  const since = write(latestOf([...stampsOf(living), gone.since]));
  const fields = Object.fromEntries(
    Object.entries(living.fields).map(([field, own]) => [field, own && { value: own.value, at: since }]),
  );
  const tags = Object.fromEntries(Object.entries(living.tags ?? {}).map(([id, tag]) => [id, { ...tag, at: since }]));
  const lives = Math.max(living.lives, gone.lives + 1);
  return { ...living, lives, since, fields, ...(living.tags ? { tags } : {}) };
}

type Note = NonNullable<HighlightRecord['fields']['note']>;

/** Two notes as one, the earlier first; private where one of them is. One's own where the two are too long for one. */
function bothNotes(mine: Note, theirs: Note, write: (before: Stamp) => Stamp): Note {
  const [earlier, later] = mine.at < theirs.at ? [mine, theirs] : [theirs, mine];
  const joined = joinNotes(earlier.value.text, later.value.text);
  const text = joined.length > noteLimit ? mine.value.text : joined;
  return { value: { text, isPrivate: mine.value.isPrivate || theirs.value.isPrivate }, at: write(later.at) };
}

/** Every tag that is on a highlight on either side. */
function tagsOfBoth(mine: AnyRecord, theirs: AnyRecord): NonNullable<AnyRecord['tags']> {
  return Object.fromEntries(
    differingTags(mine, theirs).flatMap((id) => {
      const tagging = [mine, theirs].map((side) => taggingOf(side, id)).find((one) => one?.on);
      return tagging ? [[id, tagging]] : [];
    }),
  );
}

/** What an item that is there on both sides comes to by a rule. */
function settle({ fields }: MergeItem, rule: MergeRule, note: Note | null, meeting: Meeting): AnyRecord {
  const { mine, theirs, joined, write } = meeting;
  if (rule === 'later') return joined;
  const [isMine, isTheirs] = [isAlive(mine), isAlive(theirs)];
  if (isMine && isTheirs) {
    if (rule !== 'both') return asIn(rule === 'mine' ? mine : theirs, fields, meeting);
    // Of two lives the later takes all: then the tags of both are put on anew.
    const isTagged = fields.includes('tags') && mine.lives !== theirs.lives;
    const tagged = isTagged ? asIn({ ...mine, tags: tagsOfBoth(mine, theirs) }, ['tags'], meeting) : joined;
    return note === null ? tagged : { ...tagged, fields: { ...tagged.fields, note } };
  }
  const isKept = rule === 'both' || (rule === 'mine' ? isMine : isTheirs);
  if (!isKept) return joined;
  return isMine ? revive(mine, theirs, write) : revive(theirs, mine, write);
}

/** The work of `theirs` without the new records that are to be left out. */
function without(theirs: Work, left: readonly MergeItem[]): Work {
  const taken = {
    ...theirs,
    highlights: { ...theirs.highlights },
    tags: { ...theirs.tags },
    dossiers: { ...theirs.dossiers },
    searches: { ...theirs.searches },
    statements: { ...theirs.statements },
    sets: { ...theirs.sets },
  };
  for (const { kind, id } of left) delete taken[kind][id];
  return taken;
}

/**
 * What `mine` and `theirs` come to, by `choice`. With the rule `later` and no choices it is `joinWork`, in any order; every choice is
 * something that one has written now, and goes the way of everything else one writes.
 */
export function mergeWork(mine: Work, theirs: Work, { rule, choices, now }: MergeChoice): Work {
  const items = compareWork(mine, theirs);
  const write = (before: Stamp): Stamp => stampAfter(now, mine.writer, before);
  const ruleFor = (item: MergeItem): MergeRule =>
    ownRecord(choices, itemKey(item)) ?? (isDisagreed(item) ? rule : 'later');
  const left = items.filter((item) => item.difference === 'new' && ruleFor(item) === 'mine');
  const taken = left.length === 0 ? theirs : without(theirs, left);
  const joined = joinWork(mine, theirs.isPart ? withoutSeen(taken) : taken);
  for (const item of items) {
    const { kind, id, difference, fields } = item;
    const chosen = ruleFor(item);
    if (difference === 'new' || chosen === 'later') continue;
    const records: Record<string, AnyRecord> = joined[kind];
    const [one, other, both] = [
      ownRecord<AnyRecord>(mine[kind], id),
      ownRecord<AnyRecord>(theirs[kind], id),
      records[id],
    ];
    if (!one || !other || !both) throw new Error(`${itemKey(item)} is said to be on both sides, and is not.`);
    const isNote = kind === 'highlights' && difference === 'both-changed' && fields.includes('note');
    const notes = isNote ? [mine, theirs].map((side) => side.highlights[id]?.fields.note) : [];
    const [ownNote, otherNote] = notes;
    const note = ownNote && otherNote ? bothNotes(ownNote, otherNote, write) : null;
    records[id] = settle(item, chosen, note, { mine: one, theirs: other, joined: both, write });
  }
  return theirs.isPart ? joined : withSeen(joined, taken);
}
