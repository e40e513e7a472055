import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWork } from '../../../../../core/exchange/join-work.ts';
import type { Work } from '../../../../../core/exchange/work.ts';
import { isSameData } from '../../../../../core/workspace/is-same-data.ts';
import { hasAllOf } from '../../../../../electron/services/exchange/shared-folder/has-all-of.ts';
import { threeWorkspaces, workOf } from '../../../../core/exchange/any-work.ts';

const places = new Set(['created', 'modified', 'arrived', 'n']);

/** What was written, by its stamps: without the times that records have beside them, and without the order of tags. */
function written({ highlights, tags, dossiers, searches, statements, sets }: Work): unknown {
  const all = JSON.stringify({ highlights, tags, dossiers, searches, statements, sets }, (key, value: unknown) =>
    places.has(key) ? undefined : value,
  );
  return JSON.parse(all);
}

describe('whether one work has all of another', () => {
  it('is whether joining them changes nothing', () => {
    const seen = { yes: 0, no: 0 };
    fc.assert(
      fc.property(threeWorkspaces, (people) => {
        const [anna, boris, vera] = people.map(workOf) as [Work, Work, Work]; // Three went in.
        for (const [mine, theirs] of [
          [anna, boris],
          [boris, vera],
          [vera, vera],
          [joinWork(anna, boris), boris],
          [boris, joinWork(boris, vera)],
        ] as const) {
          const isAll = isSameData(written(joinWork(mine, theirs)), written(mine));
          expect(hasAllOf(mine, theirs)).toBe(isAll);
          seen[isAll ? 'yes' : 'no'] += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(30);
  });
});
