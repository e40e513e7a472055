import type { ReasonKind } from './likeness.ts';
import type { Rarity } from './rarity.ts';
import { excludeEachOther } from './read-dates.ts';
import type { DateMark, Mark, NumberMark } from './read-marks.ts';

/** What two windows share, and the marks of both that say so. */
export interface Shared {
  readonly kind: Exclude<ReasonKind, 'phrase'>;
  readonly here: readonly Mark[];
  readonly there: readonly Mark[];
  readonly weight: number;
  /** Whether it says something alone: a number of the same thing, other than anything else, is more than one word. */
  readonly isTelling: boolean;
}

/** The same number weighs this part where it counts another thing, and where what it counts cannot be compared. */
const countsOther = 0.35;
const countsUnknown = 0.75;
/** A number from here on that is not round tells something by itself. */
const tellingNumber = 1_000;
const tellingCountsOther = 0.8;

/** A name says who or where, and not what: two facts about one person are not one fact. */
const nameWeighs = 0.5;

const isRound = (value: number): boolean => value % 100 === 0;

const sharedKey = (a: readonly string[], b: readonly string[]): string | undefined => a.find((key) => b.includes(key));

/** The marks of a list by each of their keys. */
export function byKey<Each extends Mark>(marks: readonly Each[]): Map<string, Each[]> {
  const map = new Map<string, Each[]>();
  for (const mark of marks) {
    for (const key of mark.keys) {
      const list = map.get(key);
      if (list) list.push(mark);
      else map.set(key, [mark]);
    }
  }
  return map;
}

const alphabetOf = (keys: readonly string[]): boolean => keys.some((key) => key.startsWith('en:'));

/** What part of its weight a shared number keeps, by what both sides count. */
function countedPart(here: NumberMark, there: NumberMark): number {
  if (sharedKey(here.counted, there.counted) !== undefined || here.number.kind !== 'amount') return 1;
  const isComparable =
    here.counted.length > 0 && there.counted.length > 0 && alphabetOf(here.counted) === alphabetOf(there.counted);
  if (!isComparable) return countsUnknown;
  const { value } = here.number;
  return value >= tellingNumber && !isRound(value) ? tellingCountsOther : countsOther;
}

interface Group {
  readonly kind: Shared['kind'];
  readonly here: Set<Mark>;
  readonly there: Set<Mark>;
  weight: number;
  isTelling: boolean;
}

/** What the marks of two windows share, each thing once; of the second they are given by their keys. */
export function sharedMarks(
  here: readonly Mark[],
  others: ReadonlyMap<string, readonly Mark[]>,
  rarity: Rarity,
): Shared[] {
  const groups = new Map<string, Group>();
  const put = (kind: Shared['kind'], id: string, mark: Mark, other: Mark, weight: number, isTelling = false): void => {
    const group = groups.get(id) ?? { kind, here: new Set(), there: new Set(), weight: 0, isTelling: false };
    group.here.add(mark);
    group.there.add(other);
    group.isTelling ||= isTelling;
    group.weight = Math.max(group.weight, weight);
    groups.set(id, group);
  };
  for (const mark of here) {
    const first = mark.id;
    for (const key of mark.keys) {
      for (const other of others.get(key) ?? []) {
        if (mark.kind === 'word' && other.kind === 'word') {
          const kind = mark.isName && other.isName ? 'name' : 'term';
          const weight = Math.min(rarity.weightOf(mark, key), rarity.weightOf(other, key));
          put(kind, first, mark, other, (kind === 'name' ? nameWeighs : 1) * weight);
        } else if (mark.kind === 'number' && other.kind === 'number') {
          const part = countedPart(mark, other);
          put('number', first, mark, other, part * rarity.weightOf(mark, key), part === 1);
        } else if (mark.kind === 'date' && other.kind === 'date' && !excludeEachOther(mark.date, other.date)) {
          // A day has its month’s key too: only the most particular common key counts.
          if (sharedKey(mark.keys, other.keys) === key) put('date', first, mark, other, rarity.weightOf(mark, key));
        }
      }
    }
  }
  return [...groups.values()].map(({ kind, here: own, there: found, weight, isTelling }) => {
    return { kind, here: [...own], there: [...found], weight, isTelling };
  });
}

/** All that a window’s marks weigh, each thing once. */
export function weightOfMarks(marks: readonly Mark[], rarity: Rarity): number {
  const weights = new Map<string, number>();
  for (const mark of marks) {
    const { id } = mark;
    weights.set(
      id,
      Math.max(
        weights.get(id) ?? 0,
        (mark.kind === 'word' && mark.isName ? nameWeighs : 1) * rarity.weightOf(mark, mark.keys[0] ?? ''),
      ),
    );
  }
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0);
}

const isOf =
  <Kind extends Mark['kind']>(kind: Kind) =>
  (mark: Mark): mark is Extract<Mark, { kind: Kind }> =>
    mark.kind === kind;

/**
 * Whether two windows give another number of the same thing, or other days, and no number or date of theirs agrees: then
 * what else they share may well be said of something else.
 */
export function disagree(here: readonly Mark[], there: readonly Mark[], shared: readonly Shared[]): boolean {
  if (shared.some(({ kind, weight }) => (kind === 'number' || kind === 'date') && weight > 0)) return false;
  const isAmount = ({ number }: NumberMark): boolean => number.kind === 'amount';
  const amounts = there.filter(isOf('number')).filter(isAmount);
  const countsTheSame = (a: NumberMark): boolean => amounts.some((b) => sharedKey(a.counted, b.counted) !== undefined);
  if (here.filter(isOf('number')).filter(isAmount).some(countsTheSame)) return true;
  const isDay = ({ date }: DateMark): boolean => date.day !== null;
  const days = there.filter(isOf('date')).filter(isDay);
  const isOther = ({ date }: DateMark): boolean => days.every((other) => excludeEachOther(date, other.date));
  return days.length > 0 && here.filter(isOf('date')).filter(isDay).some(isOther);
}
