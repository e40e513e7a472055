import { describe, expect, it } from 'vitest';
import { krippendorffAlpha, type ValuedUnits } from '../../../core/agreement/krippendorff-alpha.ts';

/** Units from what each observer gave to each of them, a letter or digit a unit; a point is none. */
function unitsOf(...observers: readonly string[]): ValuedUnits[] {
  const rows = observers.map((row) => row.split(' '));
  const values = [...new Set(rows.flat())].filter((value) => value !== '.');
  return (rows[0] ?? []).map((_, unit) => ({
    counts: values.map((value) => rows.filter((row) => row[unit] === value).length),
    units: 1,
  }));
}

describe('Krippendorff’s alpha', () => {
  it('is what Krippendorff (2011), section A, has for two observers and binary data: 0.095', () => {
    const units = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    expect(krippendorffAlpha(units)).toBeCloseTo(0.095, 3);
  });

  it('is what Krippendorff (2011), section B, has for two observers and nominal data: 0.692', () => {
    const units = unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
    expect(krippendorffAlpha(units)).toBeCloseTo(0.692, 3);
  });

  it('is what Krippendorff (2011), section C, has for four observers with values missing: 0.743', () => {
    const units = unitsOf(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    );
    expect(krippendorffAlpha(units)).toBeCloseTo(0.743, 3);
  });

  it('counts a kind of units as often as there are of it', () => {
    const [one, other] = [
      unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'),
      [
        { counts: [2, 0], units: 5 },
        { counts: [1, 1], units: 4 },
        { counts: [0, 2], units: 1 },
      ],
    ];
    expect(krippendorffAlpha(other)).toBe(krippendorffAlpha(one));
  });

  it('is not defined where there is nothing to compare, or all values are the same', () => {
    expect(krippendorffAlpha([])).toBeNull();
    expect(krippendorffAlpha([{ counts: [1, 0], units: 12 }])).toBeNull();
    expect(krippendorffAlpha([{ counts: [2, 0], units: 12 }])).toBeNull();
    expect(krippendorffAlpha([{ counts: [0, 3], units: 12 }])).toBeNull();
  });
});
