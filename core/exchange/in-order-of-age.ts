import type { Stamp } from '../workspace/trace.ts';

/** Records with their ids, older ones first: these keep the name that two have. */
export function inOrderOfAge<Item extends { readonly since: Stamp }>(
  records: Readonly<Record<string, Item>>,
): [string, Item][] {
  return Object.entries(records).sort(([a, one], [b, other]) => {
    if (one.since !== other.since) return one.since < other.since ? -1 : 1;
    return a < b ? -1 : 1;
  });
}
