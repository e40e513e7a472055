import { z } from 'zod';
import { isSameData } from '../workspace/is-same-data.ts';
import { type Stamp, writerOf } from '../workspace/trace.ts';
import { type HeldVersion, isVersionField } from '../workspace/traced-fields.ts';
import { laterWritten } from './join-work.ts';
import { ownRecord } from './own-record.ts';
import { isAlive, type Work } from './work.ts';

const Note = z.object({ text: z.string(), isPrivate: z.boolean() });

/** What kinds of records there are in work. */
export const recordKinds = ['highlights', 'tags', 'dossiers', 'searches', 'statements', 'sets'] as const;
export type RecordKind = (typeof recordKinds)[number];

/**
 * What the other's work has that one's own has not. `new`: a record. `changed`: a record that only they have changed.
 * `deleted`: one that they have deleted, and nobody has changed since. The rest are what the two disagree on: `both-changed` the same
 * field, `deleted-there` what was changed here, `deleted-here` what was changed there. `fields` are the fields that differ, `tags` among
 * them where a highlight is tagged otherwise.
 */
export interface MergeItem {
  readonly kind: RecordKind;
  readonly id: string;
  readonly difference: 'new' | 'changed' | 'deleted' | 'both-changed' | 'deleted-there' | 'deleted-here';
  readonly fields: readonly string[];
}

/** How an item is called among choices. */
export const itemKey = ({ kind, id }: Pick<MergeItem, 'kind' | 'id'>): string => `${kind}/${id}`;

/** Whether the two disagree on an item, so that somebody has to choose, or a rule. */
export function isDisagreed({ difference }: MergeItem): boolean {
  return difference === 'both-changed' || difference === 'deleted-there' || difference === 'deleted-here';
}

type Tagging = Work['highlights'][string]['tags'][string];

/** What records of all kinds have. */
export interface AnyRecord {
  readonly lives: number;
  readonly since: Stamp;
  readonly fields: Readonly<Record<string, { readonly value: unknown; readonly at: Stamp } | undefined>>;
  /** Of highlights only. */
  readonly tags?: Readonly<Record<string, Tagging>>;
}

interface Sides {
  readonly mine: Work;
  readonly theirs: Work;
}

/** Every stamp of a record. */
export function stampsOf({ since, fields, tags = {} }: AnyRecord): Stamp[] {
  return [
    since,
    ...Object.values(fields).flatMap((field) => (field ? [field.at] : [])),
    ...Object.values(tags).map(({ at }) => at),
  ];
}

/** The tag of a highlight, on or off; `undefined` where it never was on it. */
export function taggingOf({ tags = {} }: AnyRecord, id: string): Tagging | undefined {
  return ownRecord(tags, id);
}

/** The tags that are on a highlight on one side alone. */
export function differingTags(mine: AnyRecord, theirs: AnyRecord): string[] {
  const ids = new Set([...Object.keys(mine.tags ?? {}), ...Object.keys(theirs.tags ?? {})]);
  return [...ids].filter((id) => (taggingOf(mine, id)?.on ?? false) !== (taggingOf(theirs, id)?.on ?? false));
}

/** Whether a stamp is of something that the writer of `reader` has not merged, nor written. */
function isUnseen(at: Stamp, reader: Work): boolean {
  const by = writerOf(at);
  if (by === reader.writer || by === '') return false;
  return at > (ownRecord(reader.people, by)?.seen ?? '');
}

/** Whether a field is a note that its writer keeps to themselves: the other side cannot have seen it, whatever else of theirs it has. */
function isKeptPrivate(field: string, value: unknown): boolean {
  const note = field === 'note' ? Note.safeParse(value) : null;
  return note?.success === true && note.data.isPrivate && note.data.text !== '';
}

/** Whether a field is that of a version which is not there, or is out. */
function isNoVersion(field: string, written: { readonly value: unknown } | undefined): boolean {
  return isVersionField(field) && (!written || (written.value as HeldVersion).isOut === true);
}

/** Whether joining takes a tag of a highlight over from the other side. */
function isTagTaken(mine: AnyRecord, theirs: AnyRecord, id: string): boolean {
  const [own, other] = [taggingOf(mine, id), taggingOf(theirs, id)];
  return other !== undefined && (own === undefined || laterWritten(own, other) === other);
}

/** What there is to say of the tags of a highlight that is alive on both sides; `null` where joining leaves them as they are here. */
function compareTagging(mine: AnyRecord, theirs: AnyRecord, sides: Sides): 'disagreed' | 'changed' | null {
  const differing = differingTags(mine, theirs);
  if (mine.lives === theirs.lives) return differing.some((id) => isTagTaken(mine, theirs, id)) ? 'changed' : null;
  // The later life takes all: what the other side tagged meanwhile would go without anybody having seen it.
  const [gone, taker] = mine.lives < theirs.lives ? [mine, sides.theirs] : [theirs, sides.mine];
  const isLost = differing.some((id) => {
    const tagging = taggingOf(gone, id);
    return tagging !== undefined && isUnseen(tagging.at, taker);
  });
  if (isLost) return 'disagreed';
  return gone === mine && differing.length > 0 ? 'changed' : null;
}

/** What there is to say of a record that both have, and that is alive on both sides. */
function compareLiving(mine: AnyRecord, theirs: AnyRecord, sides: Sides): Omit<MergeItem, 'kind' | 'id'> | null {
  const [disagreed, changed]: [string[], string[]] = [[], []];
  for (const field of new Set([...Object.keys(theirs.fields), ...Object.keys(mine.fields)])) {
    const [own, other] = [mine.fields[field], theirs.fields[field]];
    if (own && other && isSameData(own.value, other.value)) continue;
    if (isNoVersion(field, own) && isNoVersion(field, other)) continue;
    const isTaken = mine.lives === theirs.lives ? other && (!own || other.at > own.at) : mine.lives < theirs.lives;
    // Of two that were written at the same time, or nobody knows when, neither is the later.
    const isMineUnseen = own && (isKeptPrivate(field, own.value) || isUnseen(own.at, sides.theirs));
    const isOpen = own && other && (own.at === other.at || (isMineUnseen && isUnseen(other.at, sides.mine)));
    if (isOpen) disagreed.push(field);
    else if (isTaken) changed.push(field);
  }
  const tagging = compareTagging(mine, theirs, sides);
  if (tagging) (tagging === 'changed' ? changed : disagreed).push('tags');
  if (disagreed.length > 0) return { difference: 'both-changed', fields: [...disagreed, ...changed] };
  return changed.length === 0 ? null : { difference: 'changed', fields: changed };
}

function compareRecord(
  mine: AnyRecord | undefined,
  theirs: AnyRecord,
  sides: Sides,
  isMarked: boolean,
): Omit<MergeItem, 'kind' | 'id'> | null {
  if (mine === theirs) return null;
  if (!mine) return isAlive(theirs) ? { difference: 'new', fields: [] } : null;
  const [isMine, isTheirs] = [isAlive(mine), isAlive(theirs)];
  if (isMine && isTheirs) return compareLiving(mine, theirs, sides);
  if (!isMine && !isTheirs) return null;
  if (isMine) {
    if (theirs.lives < mine.lives) return null;
    const isChangedHere =
      isMarked ||
      stampsOf(mine).some((at) => isUnseen(at, sides.theirs)) ||
      Object.entries(mine.fields).some(([field, own]) => isKeptPrivate(field, own?.value));
    return { difference: isChangedHere ? 'deleted-there' : 'deleted', fields: [] };
  }
  if (theirs.lives > mine.lives) return { difference: 'new', fields: [] };
  const isChangedThere = isMarked || stampsOf(theirs).some((at) => isUnseen(at, sides.mine));
  return isChangedThere ? { difference: 'deleted-here', fields: [] } : null;
}

type HighlightEntry = readonly [id: string, record: Work['highlights'][string]];

/** The statements that living highlights among these are in. */
function statementsOf(highlights: readonly HighlightEntry[]): ReadonlySet<string> {
  return new Set(
    highlights.flatMap(([, { fields, ...life }]) =>
      isAlive(life) && fields.place ? fields.place.value.statement : [],
    ),
  );
}

/** The statements that have highlights here which stay: to remove one of these is for somebody to decide. */
function statementsInUse({ mine, theirs }: Sides): ReadonlySet<string> {
  const staying = Object.entries(mine.highlights).filter(([id, { lives }]) => {
    const other = ownRecord(theirs.highlights, id);
    return !other || isAlive(other) || other.lives < lives;
  });
  return statementsOf(staying);
}

/** The statements that have highlights there which are new here: whether one of these comes back is for somebody to decide. */
function statementsWanted({ mine, theirs }: Sides): ReadonlySet<string> {
  const coming = Object.entries(theirs.highlights).filter(([id, record]) => {
    const own = ownRecord(mine.highlights, id);
    const comes = !own || isAlive(own) || own.lives < record.lives;
    return comes && stampsOf(record).some((at) => isUnseen(at, mine));
  });
  return statementsOf(coming);
}

/**
 * What `theirs` has that `mine` has not, and what the two disagree on: whatever joining would change is among it. Sources are matched
 * before: ids of statements mean the same.
 */
export function compareWork(mine: Work, theirs: Work): MergeItem[] {
  const sides = { mine, theirs };
  const [inUse, wanted] = [statementsInUse(sides), statementsWanted(sides)];
  return recordKinds.flatMap((kind) => {
    const own: Readonly<Record<string, AnyRecord>> = mine[kind];
    return Object.entries<AnyRecord>(theirs[kind]).flatMap(([id, other]): MergeItem[] => {
      const record = ownRecord(own, id);
      const marked = record && isAlive(record) ? inUse : wanted;
      const found = compareRecord(record, other, sides, kind === 'statements' && marked.has(id));
      return found ? [{ kind, id, ...found }] : [];
    });
  });
}
