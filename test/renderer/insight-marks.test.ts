import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pngScale } from '../../renderer/insight/draw-png.ts';
import { stepMarks } from '../../renderer/insight/step-marks.ts';

/** Marks as a figure may have them: not in every row, not in every column. */
const marks = [
  { row: 0, column: 0 },
  { row: 0, column: 3 },
  { row: 2, column: 1 },
  { row: 2, column: 4 },
  { row: 5, column: 2 },
];

const arrows = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'];

describe('the keys among the marks of a figure', () => {
  it('go to the next mark in the row, over gaps, and stop at its ends', () => {
    expect(stepMarks(marks, 0, 'ArrowRight')).toBe(1);
    expect(stepMarks(marks, 1, 'ArrowRight')).toBeNull();
    expect(stepMarks(marks, 1, 'ArrowLeft')).toBe(0);
    expect(stepMarks(marks, 0, 'ArrowLeft')).toBeNull();
  });

  it('go to the nearest mark of the next row that has one', () => {
    expect(stepMarks(marks, 0, 'ArrowDown')).toBe(2);
    expect(stepMarks(marks, 1, 'ArrowDown')).toBe(3);
    expect(stepMarks(marks, 3, 'ArrowDown')).toBe(4);
    expect(stepMarks(marks, 4, 'ArrowUp')).toBe(2);
    expect(stepMarks(marks, 4, 'ArrowDown')).toBeNull();
  });

  it('go to the ends of the row', () => {
    expect(stepMarks(marks, 3, 'Home')).toBe(2);
    expect(stepMarks(marks, 2, 'End')).toBe(3);
  });

  it('leave other keys alone, and do nothing where no mark has the focus', () => {
    expect(stepMarks(marks, 0, 'Enter')).toBeNull();
    for (const key of arrows) expect(stepMarks(marks, -1, key)).toBeNull();
  });

  it('reach every mark from every other', () => {
    const place = fc.record({ row: fc.nat({ max: 6 }), column: fc.nat({ max: 6 }) });
    const places = fc.uniqueArray(place, { minLength: 1, selector: ({ row, column }) => `${row} ${column}` });
    fc.assert(
      fc.property(places, (any) => {
        const reached = new Set([0]);
        for (const at of reached) {
          for (const key of arrows) {
            const next = stepMarks(any, at, key);
            if (next !== null) reached.add(next);
          }
        }
        expect(reached.size).toBe(any.length);
      }),
    );
  });
});

describe('the pixels of a saved figure', () => {
  it('are two for each of the page, or as many as a canvas holds', () => {
    expect(pngScale(880, 400)).toBe(2);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 60_000 }), (width, height) => {
        const scale = pngScale(width, height);
        expect(Math.max(width, height) * scale).toBeLessThanOrEqual(16_000.001);
        expect(width * height * scale ** 2).toBeLessThanOrEqual(120_000_001);
      }),
    );
  });
});
