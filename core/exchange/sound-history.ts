import { type Stamp, timeOf } from '../workspace/trace.ts';
import type { Work } from './work.ts';

/** More lives than this no record has had; and a number that counts on from there must stay one. */
const mostLives = 1_000_000;
/** A clock may be wrong, but a time after this could not be followed by any other. */
const latestTime = Date.UTC(3000, 0, 1);

/** Whether an ISO 8601 time is one, and not so late that nothing could be written after it. */
export function isSoundTime(time: string): boolean {
  const at = Date.parse(time);
  return at < latestTime && at >= Date.UTC(1, 0, 1);
}

/** What of a record is its history. */
export interface WithHistory {
  readonly lives?: number;
  readonly since?: Stamp;
  readonly created?: string;
  readonly modified?: string;
  readonly named?: Stamp;
  readonly seen?: Stamp;
  readonly fields?: Readonly<Record<string, { readonly at: Stamp } | undefined>>;
  readonly taggings?: readonly { readonly at: Stamp; readonly n: number }[];
}

/** Whether what a file says of a record's history can be: times that exist, and numbers that can be counted on from. */
export function hasSoundHistory(record: WithHistory): boolean {
  const { lives = 1, since = '', created, modified, fields = {}, taggings = [] } = record;
  const { named = '', seen = '' } = record;
  const stamps = [
    since,
    named,
    seen,
    ...Object.values(fields).map((field) => field?.at ?? ''),
    ...taggings.map(({ at }) => at),
  ];
  const times = [...stamps.filter((at) => at !== '').map(timeOf), created ?? null, modified ?? null];
  return (
    lives <= mostLives &&
    taggings.every(({ n }) => n <= mostLives) &&
    times.every((time) => time === null || isSoundTime(time))
  );
}

/** Whether the history of everything in `work` can be: what no importer may let through. */
export function isSoundWork({ highlights, tags, dossiers, searches, statements, sets, people }: Work): boolean {
  const marked = Object.values(highlights).map(({ tags: put, ...record }) => ({
    ...record,
    taggings: Object.values(put),
  }));
  const rest = [tags, dossiers, searches, statements, sets, people].flatMap((records): WithHistory[] =>
    Object.values(records),
  );
  return [...marked, ...rest].every(hasSoundHistory);
}
