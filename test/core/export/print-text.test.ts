import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeJsonText } from '../../../core/export/json-text.ts';
import { printable } from '../../../core/export/print-text.ts';
import { anyText } from '../../support/any-text.ts';

describe('a printable text', () => {
  it('has a mark for each character that XML forbids, and nothing else changed', () => {
    expect(printable('a\u0000b\u0007c\u000bd\ufffee\uffff')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD');
    expect(printable('half \ud83d, half \ude00, whole 😀')).toBe('half \uFFFD, half \uFFFD, whole 😀');
    expect(printable('\t\n\r\u0085\u00a0 \ufffd\u{1fffe}')).toBe('\t\n\r\u0085\u00a0 \ufffd\u{1fffe}');
  });

  it('is as long as the text, and printable already', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect([...printable(text)]).toHaveLength([...text].length);
        expect(printable(printable(text))).toBe(printable(text));
      }),
    );
  });
});

describe('JSON for another format', () => {
  it('is one printable line that means the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = writeJsonText({ [text]: text });
        expect(printable(json)).toBe(json);
        expect(json).not.toMatch(/\p{Cc}|[\u2028\u2029\ufeff]/u);
        expect(JSON.parse(json)).toEqual({ [text]: text });
      }),
    );
  });
});
