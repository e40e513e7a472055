import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../../../core/agreement/cohen-kappa.ts';

/** By the textbook: shares of agreement, observed and by chance. */
function textbook(table: readonly (readonly number[])[]): number {
  const all = table.flat().reduce((sum, count) => sum + count, 0);
  const share = (count: number): number => count / all;
  let [observed, chance] = [0, 0];
  for (const [at, row] of table.entries()) {
    observed += share(row[at] ?? 0);
    const column = table.reduce((sum, other) => sum + (other[at] ?? 0), 0);
    chance += share(row.reduce((sum, count) => sum + count, 0)) * share(column);
  }
  return (observed - chance) / (1 - chance);
}

describe('Cohen’s kappa', () => {
  it('is what Cohen (1960), table 1, has for two psychologists and 200 patients: .492', () => {
    const table = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    expect(cohenKappa(table)).toBeCloseTo(0.492, 3);
    expect(cohenKappa(table)).toBeCloseTo((140 - 82) / (200 - 82), 12);
  });

  it('is what the usual examples of two readers and yes or no have', () => {
    expect(
      cohenKappa([
        [20, 5],
        [10, 15],
      ]),
    ).toBeCloseTo(0.4, 12);
    expect(
      cohenKappa([
        [45, 15],
        [25, 15],
      ]),
    ).toBeCloseTo(0.1304, 4);
    expect(
      cohenKappa([
        [25, 35],
        [5, 35],
      ]),
    ).toBeCloseTo(0.2593, 4);
  });

  it('is 1 where all units agree, and not more than −1 where none do and each says as much of either', () => {
    expect(
      cohenKappa([
        [7, 0],
        [0, 993],
      ]),
    ).toBe(1);
    expect(
      cohenKappa([
        [0, 5],
        [5, 0],
      ]),
    ).toBe(-1);
  });

  it('is not defined without units, or where everything is of one category', () => {
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      cohenKappa([
        [0, 0],
        [0, 41],
      ]),
    ).toBeNull();
    expect(
      cohenKappa([
        [41, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });

  it('is the textbook’s for any table, and never NaN', () => {
    const count = fc.oneof(fc.constant(0), fc.nat(20), fc.nat(1_000_000));
    fc.assert(
      fc.property(
        fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
        (table) => {
          const kappa = cohenKappa(table);
          const expected = textbook(table);
          if (kappa === null) expect(Number.isFinite(expected)).toBe(false);
          else {
            expect(kappa).toBeLessThanOrEqual(1);
            if (Number.isFinite(expected)) expect(kappa).toBeCloseTo(expected, 6);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
