import type { Change, Patch } from './change.ts';

const keyOf = ({ of, id }: Patch): string => `${of} ${id}`;

/** Whether two changes are about one record. */
export function haveCommonRecords(a: Change, b: Change): boolean {
  const known = new Set(a.patches.map(keyOf));
  return b.patches.some((patch) => known.has(keyOf(patch)));
}
