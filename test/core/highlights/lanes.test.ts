import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLanes } from '../../../core/highlights/lanes.ts';
import { utf16 } from '../../../core/text/offsets.ts';

const passages = fc.array(
  fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start: utf16(start), end: utf16(start + length) })),
  { maxLength: 30 },
);

describe('assignLanes', () => {
  it('never lets two passages of one lane touch the same character', () => {
    fc.assert(
      fc.property(passages, (items) => {
        const laned = assignLanes(items);
        expect(laned).toHaveLength(items.length);
        for (const a of laned) {
          for (const b of laned) {
            if (a === b || a.lane !== b.lane) continue;
            expect(a.item.end <= b.item.start || b.item.end <= a.item.start).toBe(true);
          }
        }
      }),
    );
  });

  it('needs no more lanes than the deepest overlap', () => {
    fc.assert(
      fc.property(passages, (items) => {
        const depthAt = (at: number): number => items.filter(({ start, end }) => start <= at && at < end).length;
        const deepest = Math.max(0, ...items.map(({ start }) => depthAt(start)));
        expect(Math.max(-1, ...assignLanes(items).map(({ lane }) => lane)) + 1).toBe(deepest);
      }),
    );
  });
});
