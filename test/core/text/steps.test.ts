import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf16 } from '../../../core/text/offsets.ts';
import { trimPassage } from '../../../core/text/passage.ts';
import { type StepUnit, stepOffset } from '../../../core/text/steps.ts';
import { hardText } from '../../support/hard-text.ts';

function walk(text: string, unit: StepUnit): number[] {
  const stops: number[] = [];
  for (let at = 0; at < text.length; ) {
    const next = stepOffset(text, utf16(at), unit, 'forward');
    stops.push(next);
    if (next === at) break;
    at = next;
  }
  return stops;
}

describe('stepOffset', () => {
  it('goes over whole characters', () => {
    expect(walk('a👩‍👩‍👧e\u0301', 'character')).toEqual([1, 9, 11]);
  });

  it('stops at both ends of each word', () => {
    expect(walk('one  two, x', 'word')).toEqual([3, 5, 8, 10, 11]);
  });

  it('goes from sentence to sentence, past titles', () => {
    expect(walk('Dr. A spoke. He left. ', 'sentence')).toEqual([13, 22]);
  });

  it('stays at the ends of the text', () => {
    expect(stepOffset('abc', utf16(3), 'word', 'forward')).toBe(3);
    expect(stepOffset('abc', utf16(0), 'character', 'backward')).toBe(0);
    expect(stepOffset('', utf16(0), 'sentence', 'forward')).toBe(0);
  });

  it('always arrives at the end, and never inside a character', () => {
    fc.assert(
      fc.property(hardText, fc.constantFrom<StepUnit>('character', 'word', 'sentence'), (text, unit) => {
        const stops = walk(text, unit);
        expect(stops.at(-1) ?? 0).toBe(text.length);
        for (const stop of stops) {
          const whole = trimPassage(`x${text}x`, { start: utf16(0), end: utf16(stop + 1) });
          if (unit === 'character' && stop > 0 && !/\s$/u.test(text.slice(0, stop))) expect(whole?.end).toBe(stop + 1);
        }
      }),
    );
  });
});
