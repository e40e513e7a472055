import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf16 } from '../../../core/text/offsets.ts';
import { type Passage, trimPassage } from '../../../core/text/passage.ts';
import { hardText } from '../../support/hard-text.ts';

const passage = (start: number, end: number): Passage => ({ start: utf16(start), end: utf16(end) });

function trimmed(text: string, start: number, end: number): string | null {
  const found = trimPassage(text, passage(start, end));
  return found && text.slice(found.start, found.end);
}

describe('trimPassage', () => {
  it('leaves white space at both ends out, non-breaking spaces too', () => {
    expect(trimmed('a \u00a0word\u00a0 b', 1, 8)).toBe('word');
  });

  it('gives nothing for white space alone, and for nothing', () => {
    expect(trimmed('a \n\u00a0 b', 1, 5)).toBeNull();
    expect(trimmed('abc', 2, 2)).toBeNull();
  });

  it('accepts the first and the last character', () => {
    expect(trimmed('abc', 0, 3)).toBe('abc');
    expect(trimmed('abc', 0, 1)).toBe('a');
  });

  it('takes ends in either order', () => {
    expect(trimmed('one two', 7, 4)).toBe('two');
  });

  it('never keeps half a character', () => {
    expect(trimmed('a😀b', 2, 4)).toBe('😀b');
    expect(trimmed('xe\u0301y', 0, 2)).toBe('xe\u0301');
    expect(trimmed('👩‍👩‍👧', 0, 3)).toBe('👩‍👩‍👧');
  });

  it('keeps what is selected, begins and ends in a non-space, and is stable', () => {
    fc.assert(
      fc.property(hardText, fc.nat(400), fc.nat(400), (text, from, to) => {
        const selected = passage(Math.min(from, text.length), Math.min(to, text.length));
        const found = trimPassage(text, selected);
        if (!found) return;
        const words = text.slice(found.start, found.end);
        expect(words).toBe(words.trim());
        expect(trimPassage(text, found)).toEqual(found);
        const [low, high] = [Math.min(selected.start, selected.end), Math.max(selected.start, selected.end)];
        expect(words).toContain(text.slice(Math.max(low, found.start), Math.min(high, found.end)));
      }),
    );
  });
});
