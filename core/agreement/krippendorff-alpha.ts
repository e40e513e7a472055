/** Units that were given the same values: `counts[c]` is how many people gave value `c`, `units` how many such units there are. */
export interface ValuedUnits {
  readonly counts: readonly number[];
  readonly units: number;
}

/**
 * Krippendorff's alpha for nominal values, for any number of people, of whom some may have left units out. 1 is agreement in all
 * units, 0 what chance alone would give.
 *
 *     α = 1 − D_o / D_e = 1 − (n − 1) · Σ_{c≠k} o_ck / Σ_{c≠k} n_c · n_k
 *
 * where o_ck are the coincidences of the values c and k: each unit with m ≥ 2 values, n_uc of them c, adds n_uc · n_uk / (m − 1);
 * n_c is how many values c there are in these units, and n how many values at all. `null` where it is not defined: where no unit has
 * two values, or all values are the same.
 *
 * Source: K. Krippendorff, “Computing Krippendorff's Alpha-Reliability” (2011), section C, nominal metric,
 * https://repository.upenn.edu/asc_papers/43.
 */
export function krippendorffAlpha(kinds: readonly ValuedUnits[]): number | null {
  const values: number[] = [];
  let disagreements = 0;
  for (const { counts, units } of kinds) {
    const people = counts.reduce((sum, count) => sum + count, 0);
    if (people < 2 || units === 0) continue;
    for (const [value, count] of counts.entries()) {
      values[value] = (values[value] ?? 0) + count * units;
      disagreements += (units * count * (people - count)) / (people - 1);
    }
  }
  const given = Array.from(values, (count) => count ?? 0);
  const all = given.reduce((sum, count) => sum + count, 0);
  const expected = given.reduce((sum, count) => sum + count * (all - count), 0);
  return expected === 0 ? null : 1 - ((all - 1) * disagreements) / expected;
}
